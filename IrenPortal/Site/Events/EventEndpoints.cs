using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Events;

/// <summary>The investor calendar: as a page, for calendars, and each event as a file.</summary>
internal static class EventEndpoints
{
    private const string CalendarPath = "/events.ics";

    public static void MapEvents(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead("/events", Calendar).Reads(EditionKind.Event, ReadChannel.List);
        site.MapGetOrHead(CalendarPath, (SiteAnswers answers) => answers.AtAsync(CalendarPath, moment => CalendarFile.Of(moment.Chrome, moment.Site.Events)))
            .Reads(EditionKind.Event, ReadChannel.List);
        site.MapGetOrHead("/events/{slug}.ics", AsCalendar);
        site.MapGetOrHead("/events/{slug}.md", Markdown);
    }

    /// <summary>Events that have not begun at this moment, the next one first.</summary>
    public static IReadOnlyList<EventView> Upcoming(SiteMoment moment) =>
        [.. moment.Site.Events.Where(e => e.Begins > moment.AsOf).Reverse().Select(ViewOf)];

    /// <summary>Those of them that were not called off.</summary>
    public static IEnumerable<EventView> Expected(SiteMoment moment) => Upcoming(moment).Where(e => !e.Event.Withdrawn);

    /// <summary>Events that have begun, the newest first.</summary>
    public static IReadOnlyList<EventView> Past(SiteMoment moment) =>
        [.. moment.Site.Events.Where(e => e.Begins <= moment.AsOf).Select(ViewOf)];

    private static Task<IResult> Calendar(SiteAnswers answers, DocumentRenderer renderer) => answers.AtAsync("/events", async moment =>
        await renderer.RenderAsync<EventsPage>(new()
        {
            [nameof(EventsPage.View)] = new EventsView(moment.Chrome, Upcoming(moment), Past(moment)),
        }));

    private static Task<IResult> AsCalendar(string slug, SiteAnswers answers) => answers.AtAsync($"/events/{slug}.ics", moment =>
        Find(moment, slug) is { } published ? CalendarFile.Of(moment.Chrome, [published]) : null);

    private static Task<IResult> Markdown(string slug, HttpRequest request, SiteAnswers answers, PublishedEditions editions)
    {
        var version = new QueryFields(request.Query).Number("version", 1, int.MaxValue);
        return answers.AtAsync(FormattableString.Invariant($"/events/{slug}.md?{version}"), async moment =>
            Find(moment, slug) is { } published && await editions.ReadAsync(EditionKind.Event, slug, "/events#" + slug, published.Number, version) is { } edition
                ? Answer.Markdown(edition.Markdown)
                : null);
    }

    private static PublishedEvent? Find(SiteMoment moment, string slug) => moment.Site.Events.FirstOrDefault(e => e.Document.Slug == slug);

    private static EventView ViewOf(PublishedEvent published) =>
        new(published.Document, published.Html) { WithdrawnAt = published.Document.Withdrawn ? published.CommittedAt : null };
}
