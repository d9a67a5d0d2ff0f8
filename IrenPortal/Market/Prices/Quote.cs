using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>
/// The newest session of a series at a glance. Prices are in the series' currency and in shares of that session; the
/// change is null when the session before it has no bar.
/// </summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Currency">The currency's code.</param>
/// <param name="Bar">The newest bar.</param>
/// <param name="PreviousClose">The close of the session before, adjusted for a split or dividend on the newest session.</param>
/// <param name="YearLow">The lowest price of the 52 weeks that end with the newest session, adjusted for splits.</param>
/// <param name="YearHigh">The highest price of those weeks, adjusted for splits.</param>
/// <param name="SessionsBehind">How many sessions have closed since the newest bar; 0 when it is the last closed one or newer.</param>
public sealed record Quote(
    string Symbol, string Currency, Bar Bar, decimal? PreviousClose, decimal YearLow, decimal YearHigh, int SessionsBehind)
{
    /// <summary>The session of the quote.</summary>
    public LocalDate Date => Bar.Date;

    /// <summary>The close of the newest session.</summary>
    public decimal Close => Bar.Close;

    /// <summary>The close less the previous close.</summary>
    public decimal? Change => Close - PreviousClose;

    /// <summary>The change as a fraction of the previous close.</summary>
    public decimal? ChangeFraction => Close / PreviousClose - 1;

    /// <summary>Where the close stands in the 52-week range, 0 at its low and 1 at its high; null when both are equal.</summary>
    public decimal? YearPosition => YearHigh == YearLow ? null : (Close - YearLow) / (YearHigh - YearLow);

    /// <summary>The quote of a series; null when it has no bar. The session must be one of the calendar's.</summary>
    public static Quote? Of(PriceSeries series, ExchangeCalendar calendar, LocalDate lastClosedSession)
    {
        if (series.Last is not { } last)
        {
            return null;
        }

        var adjustment = new Adjustment(series);
        var year = series.Range(last.Date.PlusWeeks(-52).PlusDays(1), last.Date);
        var previous = series.BarOn(calendar.Previous(last.Date));
        return new Quote(
            series.Symbol,
            series.Currency,
            last,
            previous?.Close * adjustment.PriceFactor(previous?.Date ?? last.Date, last.Date),
            year.Min(bar => (bar.Low ?? bar.Close) * adjustment.SplitFactor(bar.Date, last.Date)),
            year.Max(bar => (bar.High ?? bar.Close) * adjustment.SplitFactor(bar.Date, last.Date)),
            Math.Max(0, calendar.SessionsBetween(calendar.OnOrAfter(last.Date), lastClosedSession)));
    }
}
