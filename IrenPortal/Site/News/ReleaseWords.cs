using IrenPortal.Market.Calendar;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>How pages tell when a release came: never a minute that is not known.</summary>
public static class ReleaseWords
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>The date, with its time where that is known: <c>3 Nov 2025, 06:30 ET</c> or <c>27 Aug 2026</c>.</summary>
    public static string When(ReleaseMoment moment, DateTimeZone zone) => moment.Instant is { } instant
        ? Format.Moment(instant, zone)
        : Format.Date(moment.DateIn(zone));

    /// <summary>The same for machines: an instant in UTC, or a plain date.</summary>
    public static string Machine(ReleaseMoment moment, DateTimeZone zone) => moment.Instant is { } instant
        ? Format.Machine(instant)
        : Format.Machine(moment.DateIn(zone));

    /// <summary>The part of the trading day in words, such as "Before the open".</summary>
    public static string Timing(ReleaseMoment moment, ExchangeCalendar calendar) => moment.Timing switch
    {
        ReleaseTiming.BeforeOpen => "Before the open",
        ReleaseTiming.BeforeClose => "Before the close",
        ReleaseTiming.AfterClose => "After the close",
        ReleaseTiming.DateOnly => "Time of day not known",
        _ => moment.Parts(calendar) switch
        {
            TradingDayParts.Before => "Before the open",
            TradingDayParts.During => "In the session",
            TradingDayParts.After => "After the close",
            _ => "Market closed that day",
        },
    };

    /// <summary>What the trading-day ruler says: the time and its distance from the open or close, or that the minute is not known.</summary>
    public static string Ruler(ReleaseMoment moment, ExchangeCalendar calendar)
    {
        if (moment.Instant is not { } instant)
        {
            return $"Released {Lower(Timing(moment, calendar))}; the minute is not known";
        }

        var (session, time) = (moment.DateIn(calendar.Zone), Format.Time(instant, calendar.Zone));
        return moment.Parts(calendar) switch
        {
            TradingDayParts.Before => $"Released {time}, {Span(calendar.OpenInstant(session) - instant)} before the open",
            TradingDayParts.During => $"Released {time}, {Span(instant - calendar.OpenInstant(session))} after the open",
            TradingDayParts.After => $"Released {time}, {Span(instant - calendar.CloseInstant(session))} after the close",
            _ => $"Released {time}",
        };
    }

    /// <summary>The ruler's sentence in fewer words.</summary>
    public static string ShortRuler(ReleaseMoment moment, ExchangeCalendar calendar) => moment.Instant is { } instant
        ? $"Released {Format.Time(instant, calendar.Zone)}"
        : $"{Timing(moment, calendar)}; minute not known";

    private static string Span(Duration span)
    {
        var (hours, minutes) = ((int)span.TotalHours, (int)span.TotalMinutes % 60);
        return (hours, minutes) switch
        {
            (0, 0) => "less than a minute",
            (0, _) => Format.Plural(minutes, "minute", "minutes"),
            ( > 0 and <= 10, 0) => $"{Small[hours]} {(hours == 1 ? "hour" : "hours")}",
            _ => $"{Format.Count(hours)} h {Format.Count(minutes)} min",
        };
    }

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
