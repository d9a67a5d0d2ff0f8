using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Frame;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IrenPortal.Newsroom.Compare;

/// <summary>The page that compares two revisions, and the command that makes an earlier one the newest.</summary>
internal static class CompareEndpoints
{
    public static void MapComparisons(this IEndpointRouteBuilder staff)
    {
        foreach (var desk in Desk.All)
        {
            staff.MapGetOrHead(desk.Href + "/{id:guid}/compare", (Guid id, string? from, string? to, string? view, HttpContext http, CompareReading reading, DraftHistory history, StaffFrames frames) =>
                ShowAsync(desk, id, (from, to), view, http, reading, history, frames));
        }

        staff.MapPost("/admin/drafts/{id:guid}/restore", RestoreAsync);
    }

    private static async Task<IResult> ShowAsync(Desk desk, Guid id, (string? From, string? To) asked, string? view, HttpContext http, CompareReading reading, DraftHistory history, StaffFrames frames)
    {
        var cancel = http.RequestAborted;
        if (await reading.OpenAsync(id, NumberOf(asked.From), NumberOf(asked.To), http.User.StaffId(), cancel) is not var (draft, comparison) || draft.Line.Kind != desk.Kind)
        {
            return Results.NotFound();
        }

        var page = new CompareView(await frames.ForAsync(http), draft.Line, comparison, await history.RevisionsAsync(id, cancel), view == CompareView.Side);
        return new RazorComponentResult<ComparePage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ComparePage.View)] = page });
    }

    private static async Task<IResult> RestoreAsync(Guid id, IFormCollection form, HttpContext http, DraftDesk drafts, DocumentPages pages)
    {
        if (NumberOf(form["revision"]) is not { } revision || PostedForm.BaseRevision(form) is not { } from)
        {
            return Results.NotFound();
        }

        var restored = await drafts.RestoreAsync(id, revision, from, http.User.StaffId(), http.RequestAborted);
        return restored.Outcome switch
        {
            SaveOutcome.NotFound => Results.NotFound(),
            SaveOutcome.Locked => await pages.ShowAsync(http, id, revision: revision, refusals: ["It can't be edited in the state that it is in now; begin a correction, or cancel the withdrawal, first."]),
            SaveOutcome.Conflict => await pages.ShowAsync(http, id, revision: revision, refusals: ["Somebody saved in between: read the newest revision, then choose again."]),
            _ => await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href) : Results.NotFound(),
        };
    }

    private static int? NumberOf(string? typed) =>
        int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
