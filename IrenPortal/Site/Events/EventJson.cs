using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Events;

/// <summary>The calendar as schema.org <c>Event</c> objects.</summary>
public static class EventJson
{
    private const string Vocabulary = "https://schema.org/";

    /// <summary>The objects as JSON; null where there is no event.</summary>
    public static string? Of(EventsView view)
    {
        EventView[] all = [.. view.Upcoming, .. view.Past];
        return all.Length == 0 ? null : SchemaOrg.Document([.. all.Select(row => EventOf(view.Chrome, row))]);
    }

    private static Dictionary<string, object> EventOf(SiteChrome chrome, EventView row)
    {
        var document = row.Event;
        var place = document.Place is { } words ? SchemaOrg.Thing("Place", ("name", words), ("address", words)) : null;
        var line = document is { Webcast: { } webcast, Withdrawn: false } ? SchemaOrg.Thing("VirtualLocation", ("url", webcast)) : null;
        return SchemaOrg.Thing(
            "Event",
            ("name", document.Title),
            ("startDate", row.Machine),
            ("endDate", document.EndsAt is { } end ? Format.Machine(end) : document.EndDate is { } last ? Format.Machine(last) : null),
            ("eventStatus", Vocabulary + (document.Withdrawn ? "EventCancelled" : "EventScheduled")),
            ("eventAttendanceMode", (place, line) switch
            {
                (null, null) => null,
                (null, _) => Vocabulary + "OnlineEventAttendanceMode",
                (_, null) => Vocabulary + "OfflineEventAttendanceMode",
                _ => Vocabulary + "MixedEventAttendanceMode",
            }),
            ("location", (place, line) switch
            {
                (null, null) => null,
                (null, { } alone) => alone,
                ({ } alone, null) => alone,
                ({ } one, { } other) => new[] { one, other },
            }),
            ("description", PlainWords.Of(row.BodyHtml) is { Length: > 0 } text ? text : null),
            ("organizer", SchemaOrg.Organization(chrome)),
            ("url", chrome.Absolute("/events#" + document.Slug)));
    }
}
