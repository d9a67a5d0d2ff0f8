using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>Some consecutive sessions of a series in a few figures; prices and volumes in shares of the last of them.</summary>
/// <param name="First">The oldest session.</param>
/// <param name="Last">The newest session.</param>
/// <param name="FirstClose">The close of the oldest session.</param>
/// <param name="Lowest">The lowest price: of the day's lows where they are known, else of the closes.</param>
/// <param name="Highest">The highest price, in the same way.</param>
/// <param name="MeanVolume">Mean shares a session, over the sessions that have a volume; null where none has.</param>
/// <param name="Sessions">How many sessions have a bar.</param>
/// <param name="Missing">The sessions within the range, and within the series, that have none.</param>
/// <param name="Actions">The splits and dividends of the range, the first session's left out: they acted before its close.</param>
/// <param name="ClosesOnly">True where a session has no high or low, so that its close stands for both.</param>
/// <param name="ReturnFraction">The change with dividends, as a fraction.</param>
public sealed record PriceSummary(
    Bar First, Bar Last, decimal FirstClose, DatedPrice Lowest, DatedPrice Highest, decimal? MeanVolume, int Sessions,
    IReadOnlyList<LocalDate> Missing, IReadOnlyList<CorporateAction> Actions, bool ClosesOnly, decimal ReturnFraction)
{
    /// <summary>The change of the close over the range as a fraction, without dividends.</summary>
    public decimal ChangeFraction => (Last.Close / FirstClose) - 1;

    /// <summary>Whether a dividend lies in the range, so that the change with dividends is another one.</summary>
    public bool HasDividends => Actions.Any(a => a.Kind == CorporateActionKind.Dividend);

    /// <summary>Sums up a range, both ends included and open where null; null where no session of it has a bar.</summary>
    public static PriceSummary? Of(PriceSeries series, ExchangeCalendar calendar, LocalDate? from, LocalDate? to)
    {
        var bars = series.Range(from, to);
        if (bars.Count == 0)
        {
            return null;
        }

        var (first, last, adjustment) = (bars[0], bars[^1], new Adjustment(series));
        var volumes = bars.Where(b => b.Volume is not null).Select(b => b.Volume!.Value * adjustment.VolumeFactor(b.Date, last.Date)).ToList();
        return new PriceSummary(
            first, last, first.Close * adjustment.SplitFactor(first.Date, last.Date),
            bars.Select(b => new DatedPrice(b.Date, (b.Low ?? b.Close) * adjustment.SplitFactor(b.Date, last.Date))).MinBy(p => p.Price)!,
            bars.Select(b => new DatedPrice(b.Date, (b.High ?? b.Close) * adjustment.SplitFactor(b.Date, last.Date))).MaxBy(p => p.Price)!,
            volumes.Count == 0 ? null : volumes.Average(), bars.Count,
            [.. calendar.Sessions(Later(from, series.Bars[0].Date), Earlier(to, series.Last!.Date)).Except(bars.Select(b => b.Date))],
            [.. series.Actions.Where(a => a.ExDate > first.Date && a.ExDate <= last.Date).OrderBy(a => a.ExDate).ThenBy(a => a.Kind)],
            bars.Any(b => b.High is null || b.Low is null),
            (last.Close / (first.Close * adjustment.PriceFactor(first.Date, last.Date))) - 1);
    }

    private static LocalDate Later(LocalDate? one, LocalDate other) => one is { } date && date > other ? date : other;

    private static LocalDate Earlier(LocalDate? one, LocalDate other) => one is { } date && date < other ? date : other;
}

/// <summary>A price and its session.</summary>
public sealed record DatedPrice(LocalDate Date, decimal Price);
