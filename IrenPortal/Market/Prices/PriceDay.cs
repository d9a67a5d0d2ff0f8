using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>What a series knows of one date, which need not be a session.</summary>
/// <param name="Date">The date.</param>
/// <param name="Kind">What kind of day it is.</param>
/// <param name="Line">The date's session; null unless <paramref name="Kind"/> is <see cref="PriceDayKind.Session"/>.</param>
/// <param name="Before">The newest session before it that has a bar.</param>
/// <param name="After">The oldest session after it that has a bar.</param>
/// <param name="Actions">The splits and dividends of that very date.</param>
public sealed record PriceDay(
    LocalDate Date, PriceDayKind Kind, SessionLine? Line, SessionLine? Before, SessionLine? After, IReadOnlyList<CorporateAction> Actions)
{
    /// <summary>Looks a date up.</summary>
    /// <param name="series">The prices, at least one.</param>
    /// <param name="calendar">The sessions on which the symbol trades; the bars lie within it.</param>
    /// <param name="date">Any date.</param>
    public static PriceDay Of(PriceSeries series, ExchangeCalendar calendar, LocalDate date)
    {
        SessionLine? Line(Bar? bar) => bar is null ? null : SessionLine.Of(series, calendar, [bar])[0];
        var line = Line(series.BarOn(date));
        var kind = line is not null ? PriceDayKind.Session
            : date < series.Bars[0].Date ? PriceDayKind.BeforePrices
            : date > series.Last!.Date ? PriceDayKind.AfterPrices
            : calendar.IsSession(date) ? PriceDayKind.Missing
            : calendar.ClosureOn(date) is null ? PriceDayKind.Weekend : PriceDayKind.Closed;
        var next = date < LocalDate.MaxIsoValue && series.Range(date.PlusDays(1), null) is [var following, ..] ? following : null;
        return new PriceDay(date, kind, line, Line(series.LastBefore(date)), Line(next), [.. series.Actions.Where(a => a.ExDate == date)]);
    }
}

/// <summary>The kinds of days that a series can be asked for.</summary>
public enum PriceDayKind
{
    /// <summary>A session with a bar.</summary>
    Session,

    /// <summary>A Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A weekday on which the market was closed; the calendar names the reason.</summary>
    Closed,

    /// <summary>A session of which the series has no bar.</summary>
    Missing,

    /// <summary>A day before the oldest bar.</summary>
    BeforePrices,

    /// <summary>A day after the newest bar.</summary>
    AfterPrices,
}
