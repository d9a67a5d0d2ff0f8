using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Events;

/// <summary>The investor calendar.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder site) => site.MapGetOrHead("/events", Calendar).Reads(EditionKind.Event, ReadChannel.List);

    /// <summary>Events that have not begun at this moment, the next one first.</summary>
    public static IReadOnlyList<EventView> Upcoming(SiteMoment moment) =>
        [.. moment.Site.Events.Where(e => e.Begins > moment.AsOf).Reverse().Select(ViewOf)];

    private static Task<IResult> Calendar(SiteAnswers answers, DocumentRenderer renderer) => answers.AtAsync("/events", async moment =>
        await renderer.RenderAsync<EventsPage>(new()
        {
            [nameof(EventsPage.View)] = new EventsView(moment.Chrome, Upcoming(moment), [.. moment.Site.Events.Where(e => e.Begins <= moment.AsOf).Select(ViewOf)]),
        }));

    private static EventView ViewOf(PublishedEvent published) => 
        new(published.Document, published.Html) { WithdrawnAt = published.Document.Withdrawn ? published.CommittedAt : null };
}
