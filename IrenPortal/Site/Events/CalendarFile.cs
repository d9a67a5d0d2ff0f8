using System.Text;
using IrenPortal.Content;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;
using NodaTime.Text;

namespace IrenPortal.Site.Events;

/// <summary>
/// Events as iCalendar (RFC 5545) for calendars that subscribe. Times are UTC, days are plain dates; what only the store knows
/// decides each line, so that the file is the same until an event changes.
/// </summary>
public static class CalendarFile
{
    private static readonly InstantPattern Times = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>The file of some events, those called off among them: a calendar takes them out by their status.</summary>
    public static Answer Of(SiteChrome chrome, IEnumerable<PublishedEvent> events)
    {
        var text = new CalendarText()
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", "-//IrenPortal//Investor calendar//EN")
            .Line("CALSCALE", "GREGORIAN")
            .Line("METHOD", "PUBLISH")
            .Text("NAME", chrome.SiteName)
            .Text("X-WR-CALNAME", chrome.SiteName)
            .Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
            .Line("X-PUBLISHED-TTL", "PT1H");
        foreach (var published in events)
        {
            Write(text, chrome, published);
        }

        return new Answer("text/calendar; charset=utf-8", Encoding.UTF8.GetBytes(text.Line("END", "VCALENDAR").ToString()));
    }

    private static void Write(CalendarText text, SiteChrome chrome, PublishedEvent published)
    {
        var document = published.Document;
        text.Line("BEGIN", "VEVENT")
            .Line("UID", $"{document.Slug}@{chrome.PublicOrigin.Host}")
            .Line("DTSTAMP", Times.Format(published.CommittedAt))
            .Line("LAST-MODIFIED", Times.Format(published.CommittedAt))
            .Line("SEQUENCE", FormattableString.Invariant($"{published.Version - 1}"));
        if (document.StartsAt is { } start)
        {
            text.Line("DTSTART", Times.Format(start));
            if (document.EndsAt is { } end)
            {
                text.Line("DTEND", Times.Format(end));
            }
        }
        else
        {
            // The end of a range of days is the day after it.
            text.Line("DTSTART;VALUE=DATE", Days.Format(document.StartDate!.Value))
                .Line("DTEND;VALUE=DATE", Days.Format((document.EndDate ?? document.StartDate.Value).PlusDays(1)))
                .Line("TRANSP", "TRANSPARENT");
        }

        text.Text("SUMMARY", document.Title)
            .Text("LOCATION", document.Place)
            .Text("DESCRIPTION", DescriptionOf(document, published.Html))
            .Line("URL", chrome.Absolute("/events#" + document.Slug))
            .Line("STATUS", document.Withdrawn ? "CANCELLED" : "CONFIRMED")
            .Line("END", "VEVENT");
    }

    private static string DescriptionOf(EventDocument document, string html) => string.Join('\n',
    [
        .. document.Reason is { } reason ? [$"{(document.Withdrawn ? "Called off" : "Corrected")}: {reason}"] : Array.Empty<string>(),
        .. PlainWords.Of(html) is { Length: > 0 } body ? [body] : Array.Empty<string>(),
        .. document is { Webcast: { } webcast, Withdrawn: false } ? [$"Webcast: {webcast}"] : Array.Empty<string>(),
        .. document.Materials.Select(material => $"{material.Title}: {material.Url}"),
    ]);
}
