using IrenPortal.Market.Calendar;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Stock.History;

/// <summary>A release in the row of a day: of the day on which it came, or of the session that could first react to it.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Note">How it stands to the day.</param>
public sealed record RowRelease(string Slug, string Headline, string Note)
{
    /// <summary>The releases of a site by day, oldest first; one that the next session reacts to stands on both days.</summary>
    public static ILookup<LocalDate, RowRelease> ByDay(PublishedSite site)
    {
        var calendar = site.CalendarOf(site.Company.Ticker);
        return site.Announcements.Reverse().SelectMany(a => Days(a, site.Zone, calendar)).ToLookup(d => d.Day, d => d.Release);
    }

    private static IEnumerable<(LocalDate Day, RowRelease Release)> Days(PublishedAnnouncement announcement, DateTimeZone zone, ExchangeCalendar calendar)
    {
        var (moment, document) = (announcement.Moment, announcement.Document);
        var (released, timing) = (moment.DateIn(zone), ReleaseWords.Timing(moment, calendar));
        var session = moment.TryDay0(calendar);
        if (session is null || session == released)
        {
            yield return (released, new RowRelease(document.Slug, document.Headline, timing));
            yield break;
        }

        yield return (released, new RowRelease(document.Slug, document.Headline, $"{timing}; first session after it: {Format.Date(session.Value)}"));
        yield return (session.Value, new RowRelease(document.Slug, document.Headline, $"Released {Format.Date(released)}, {char.ToLowerInvariant(timing[0])}{timing[1..]}"));
    }
}
