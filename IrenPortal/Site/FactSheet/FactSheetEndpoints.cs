using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Events;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.FactSheet;

/// <summary>The company on one printed page.</summary>
internal static class FactSheetEndpoints
{
    /// <summary>The page's address.</summary>
    public const string Path = "/fact-sheet";

    private const int EventRows = 3;
    private const int NewsRows = 4;

    public static void MapFactSheet(this IEndpointRouteBuilder site) => site.MapGetOrHead(Path, (SiteAnswers answers, DocumentRenderer renderer) =>
        answers.AtAsync(Path, async moment => await renderer.RenderAsync<FactSheetPage>(new() { [nameof(FactSheetPage.View)] = ViewOf(moment) })));

    private static FactSheetView ViewOf(SiteMoment moment) => new(
        moment.Chrome,
        moment.Site.Contracts.Select(c => c.Document).WithCustomers(),
        [.. moment.Site.Announcements.Take(NewsRows).Select(moment.Site.CardOf)],
        [.. EventEndpoints.Expected(moment).Take(EventRows)],
        moment.Site.Pages.FirstOrDefault(p => p.Document.Slug == "about")?.Document.Summary);
}
