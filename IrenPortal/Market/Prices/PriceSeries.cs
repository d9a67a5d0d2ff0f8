using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>
/// The daily bars of one symbol in one currency, strictly ascending by date, with the splits and dividends in their time.
/// Immutable.
/// </summary>
/// <exception cref="ArgumentException">The bars are not strictly ascending.</exception>
public sealed record PriceSeries(
    string Symbol, string Currency, IReadOnlyList<Bar> Bars, IReadOnlyList<CorporateAction> Actions)
{
    /// <summary>The bars, strictly ascending by date.</summary>
    public IReadOnlyList<Bar> Bars { get; } = Ascending(Symbol, Bars);

    /// <summary>The newest bar; null of an empty series.</summary>
    public Bar? Last => Bars.Count == 0 ? null : Bars[^1];

    /// <summary>The position of a date's bar in <see cref="Bars"/>; null when it has none.</summary>
    public int? IndexOf(LocalDate date)
    {
        var index = IndexOnOrAfter(date);
        return index < Bars.Count && Bars[index].Date == date ? index : null;
    }

    /// <summary>The bar of a date; null when it has none.</summary>
    public Bar? BarOn(LocalDate date) => IndexOf(date) is { } index ? Bars[index] : null;

    /// <summary>The bars from one date to another, both included, ascending; a null end is open.</summary>
    public IReadOnlyList<Bar> Range(LocalDate? from, LocalDate? to)
    {
        var start = from is { } f ? IndexOnOrAfter(f) : 0;
        var end = to is { } t ? (IndexOf(t) + 1) ?? IndexOnOrAfter(t) : Bars.Count;
        return start >= end ? [] : Bars.Skip(start).Take(end - start).ToList();
    }

    /// <summary>The newest bar before a date; null when there is none.</summary>
    public Bar? LastBefore(LocalDate date) => IndexOnOrAfter(date) is var index and > 0 ? Bars[index - 1] : null;

    /// <summary>
    /// All bars in the units of the newest: adjusted backward for splits and cash dividends whose ex-date has come.
    /// </summary>
    public IReadOnlyList<AdjustedBar> Adjusted()
    {
        if (Last is not { } last)
        {
            return [];
        }

        var adjustment = new Adjustment(this);
        return Bars.Select(bar =>
        {
            var price = adjustment.PriceFactor(bar.Date, last.Date);
            return new AdjustedBar(
                bar.Date, bar.Open * price, bar.High * price, bar.Low * price, bar.Close * price,
                bar.Volume * adjustment.VolumeFactor(bar.Date, last.Date));
        }).ToList();
    }

    private int IndexOnOrAfter(LocalDate date) => AscendingDates.FirstOnOrAfter(Bars, b => b.Date, date);

    private static IReadOnlyList<Bar> Ascending(string symbol, IReadOnlyList<Bar> bars)
    {
        for (var i = 1; i < bars.Count; i++)
        {
            if (bars[i].Date <= bars[i - 1].Date)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"The bars of {symbol} must ascend by date: {bars[i].Date:uuuu-MM-dd} follows {bars[i - 1].Date:uuuu-MM-dd}."),
                    nameof(bars));
            }
        }

        return bars;
    }
}
