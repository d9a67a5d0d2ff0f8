using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>The bars of one symbol as studies take them, strictly ascending by date. Immutable.</summary>
public sealed class StudySeries
{
    /// <summary>The lowest price taken. Between the bounds no return, no sum of squares and no statistic can overflow.</summary>
    public const double LeastPrice = 1e-18;

    /// <summary>The highest price taken.</summary>
    public const double MostPrice = 1e18;

    /// <summary>The highest volume taken.</summary>
    public const double MostVolume = 1e30;

    private readonly StudyBar[] _bars;

    /// <summary>Takes bars that ascend.</summary>
    /// <exception cref="ArgumentException">
    /// A date does not come after the one before, or a price or volume lies outside the bounds.
    /// </exception>
    public StudySeries(string symbol, IEnumerable<StudyBar> bars)
    {
        Symbol = symbol;
        _bars = [.. bars];
        for (var i = 0; i < _bars.Length; i++)
        {
            if (!IsUsable(_bars[i]) || (i > 0 && _bars[i].Date <= _bars[i - 1].Date))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The bar {_bars[i].Date:uuuu-MM-dd} of {symbol} is not usable, or does not come after the one before."),
                    nameof(bars));
            }
        }
    }

    /// <summary>The symbol.</summary>
    public string Symbol { get; }

    /// <summary>The bars, ascending.</summary>
    public IReadOnlyList<StudyBar> Bars => _bars;

    /// <summary>A price series with the adjustment of its own splits and dividends.</summary>
    public static StudySeries From(PriceSeries series) => new(series.Symbol, series.Adjusted()
        .Zip(series.Bars, (adjusted, bar) => new StudyBar(bar.Date, (double)bar.Close, (double)adjusted.Close, (double?)adjusted.Volume)));

    /// <summary>The bars of some ascending sessions, null where there is none.</summary>
    internal StudyBar?[] On(IReadOnlyList<LocalDate?> sessions)
    {
        var found = new StudyBar?[sessions.Count];
        var at = -1;
        for (var i = 0; i < found.Length; i++)
        {
            if (sessions[i] is not { } session)
            {
                continue;
            }

            at = at < 0 ? IndexOnOrAfter(session) : at;
            while (at < _bars.Length && _bars[at].Date < session)
            {
                at++;
            }

            if (at < _bars.Length && _bars[at].Date == session)
            {
                found[i] = _bars[at];
            }
        }

        return found;
    }

    private static bool IsUsable(StudyBar bar) =>
        IsPrice(bar.Close) && IsPrice(bar.AdjustedClose) && bar.Volume is null or >= 0 and <= MostVolume;

    private static bool IsPrice(double price) => price is >= LeastPrice and <= MostPrice;

    private int IndexOnOrAfter(LocalDate date) => AscendingDates.FirstOnOrAfter(_bars, b => b.Date, date);
}
