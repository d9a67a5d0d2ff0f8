using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using IrenPortal.Ui.Charts;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>Releases on the axis of days: in the session on its day, else between the day before and it.</summary>
internal static class EventMarks
{
    public static EventMark Release(ReleaseMoment moment, ExchangeCalendar calendar) => new(
        Position(moment, calendar), Phrase.With(NewsTexts.MarkRelease, Words(moment, calendar)), Phrase.With(NewsTexts.MarkReleaseShort, Format.DayMonth(moment.DateIn(calendar.Zone))));

    public static IReadOnlyList<EventMark> Others(IEnumerable<ReleaseInWindow> releases, ExchangeCalendar calendar) =>
        [.. releases.GroupBy(o => (At: o.RelativeDay + Position(o.Release.Moment, calendar), Day: o.RelativeDay))
            .Select(g => Mark(g.Key.At, g.Key.Day, [.. g.Select(o => o.Release.Headline)]))];

    /// <summary>Where a release stands on its own axis of days: on day 0 where it came in the session or may have, else half a day before.</summary>
    public static double Position(ReleaseMoment moment, ExchangeCalendar calendar) =>
        moment.TimeUnknown || (moment.Timing == ReleaseTiming.Exact && moment.Parts(calendar) == TradingDayParts.During) ? 0 : -0.5;

    private static string Words(ReleaseMoment moment, ExchangeCalendar calendar)
    {
        var timing = ReleaseWords.Timing(moment, calendar);
        var when = ReleaseWords.When(moment, calendar.Zone);
        return moment.Instant is null ? $"{when}, {char.ToLowerInvariant(timing[0])}{timing[1..]}" : when;
    }

    private static EventMark Mark(double at, int day, IReadOnlyList<string> headlines) => new(
        at, headlines.Count == 1 ? headlines[0] : Phrase.With(NewsTexts.OtherReleasesCount, Format.Count(headlines.Count)), ReactionWords.DayTitle(day));
}
