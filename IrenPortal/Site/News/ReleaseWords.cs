using IrenPortal.Market.Calendar;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>How pages tell when a release came: never a minute that is not known.</summary>
public static class ReleaseWords
{

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
        ReleaseTiming.BeforeOpen => NewsTexts.BeforeOpen,
        ReleaseTiming.BeforeClose => NewsTexts.BeforeClose,
        ReleaseTiming.AfterClose => NewsTexts.AfterClose,
        ReleaseTiming.DateOnly => NewsTexts.TimeOfDayUnknown,
        _ => moment.Parts(calendar) switch
        {
            TradingDayParts.Before => NewsTexts.BeforeOpen,
            TradingDayParts.During => NewsTexts.InSession,
            TradingDayParts.After => NewsTexts.AfterClose,
            _ => NewsTexts.MarketClosed,
        },
    };

    /// <summary>What the trading-day ruler says: the time and its distance from the open or close, or that the minute is not known.</summary>
    public static string Ruler(ReleaseMoment moment, ExchangeCalendar calendar)
    {
        if (moment.Instant is not { } instant)
        {
            return Phrase.With(NewsTexts.ReleasedMinuteUnknown, Lower(Timing(moment, calendar)));
        }

        var (session, time) = (moment.DateIn(calendar.Zone), Format.Time(instant, calendar.Zone));
        return moment.Parts(calendar) switch
        {
            TradingDayParts.Before => Phrase.With(NewsTexts.ReleasedBeforeOpen, time, Span(calendar.OpenInstant(session) - instant)),
            TradingDayParts.During => Phrase.With(NewsTexts.ReleasedAfterOpen, time, Span(instant - calendar.OpenInstant(session))),
            TradingDayParts.After => Phrase.With(NewsTexts.ReleasedAfterClose, time, Span(instant - calendar.CloseInstant(session))),
            _ => Phrase.With(NewsTexts.ReleasedAt, time),
        };
    }

    /// <summary>The ruler's sentence in fewer words.</summary>
    public static string ShortRuler(ReleaseMoment moment, ExchangeCalendar calendar) => moment.Instant is { } instant
        ? Phrase.With(NewsTexts.ReleasedAt, Format.Time(instant, calendar.Zone))
        : Phrase.With(NewsTexts.MinuteUnknown, Timing(moment, calendar));

    private static string Span(Duration span)
    {
        var (hours, minutes) = ((int)span.TotalHours, (int)span.TotalMinutes % 60);
        return (hours, minutes) switch
        {
            (0, 0) => NewsTexts.UnderMinute,
            (0, _) => Phrase.Count(minutes, NewsTexts.Minutes_One, NewsTexts.Minutes_Other),
            ( > 0 and <= 10, 0) => Phrase.With(hours == 1 ? NewsTexts.Hours_One : NewsTexts.Hours_Other, NewsTexts.SmallNumbers.Split(' ')[hours - 1]),
            _ => Phrase.With(NewsTexts.HoursMinutes, Format.Count(hours), Format.Count(minutes)),
        };
    }

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
