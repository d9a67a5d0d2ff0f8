using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>One session in a table of prices, as traded, with its change.</summary>
/// <param name="Bar">The session.</param>
/// <param name="PreviousClose">
/// The close of the session before, adjusted for a split or dividend on this one; null when that session has no bar.
/// </param>
/// <param name="AdjustedClose">The close in the units of the newest bar, adjusted for every later split and dividend.</param>
public sealed record SessionLine(Bar Bar, decimal? PreviousClose, decimal AdjustedClose)
{
    /// <summary>The session's date.</summary>
    public LocalDate Date => Bar.Date;

    /// <summary>The close less the previous close.</summary>
    public decimal? Change => Bar.Close - PreviousClose;

    /// <summary>The change as a fraction of the previous close.</summary>
    public decimal? ChangeFraction => (Bar.Close / PreviousClose) - 1;

    /// <summary>True where a later split or dividend makes the adjusted close another one.</summary>
    public bool IsAdjusted => AdjustedClose != Bar.Close;

    /// <summary>The lines of some bars of a series, in their order.</summary>
    public static IReadOnlyList<SessionLine> Of(PriceSeries series, ExchangeCalendar calendar, IEnumerable<Bar> bars)
    {
        var adjustment = new Adjustment(series);
        return
        [
            .. bars.Select(bar =>
            {
                var previous = series.LastBefore(bar.Date) is { } before && before.Date == calendar.Previous(bar.Date) ? before : null;
                return new SessionLine(
                    bar, previous?.Close * adjustment.PriceFactor(previous?.Date ?? bar.Date, bar.Date), bar.Close * adjustment.PriceFactor(bar.Date, series.Last!.Date));
            }),
        ];
    }
}
