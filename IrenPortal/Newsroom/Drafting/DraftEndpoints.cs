using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>Begin, save, duplicate, correct, cancel. Each is a form's post; the editor's script sends the same form by itself.</summary>
internal static class DraftEndpoints
{
    /// <summary>The word that cancels what is scheduled: that can't be undone.</summary>
    public const string CancelWord = "CANCEL";

    public static void MapDrafts(this IEndpointRouteBuilder staff)
    {
        foreach (var desk in Desk.All)
        {
            staff.MapPost(desk.Href, (IFormCollection form, HttpContext http, DraftDesk drafts) => CreateAsync(desk, http, drafts));
            staff.MapGetOrHead(desk.Href + "/{id:guid}", (Guid id, int? revision, HttpContext http, DocumentPages pages) => pages.ShowAsync(http, id, desk.Kind, revision));
        }

        var draft = staff.MapGroup("/admin/drafts/{id:guid}");
        draft.MapPost("/revisions", SaveAsync);
        draft.MapPost("/duplicate", DuplicateAsync);
        draft.MapPost("/cancel", CancelAsync);
        draft.MapPost("/correct", CorrectAsync);
    }

    private static async Task<IResult> CreateAsync(Desk desk, HttpContext http, DraftDesk drafts) =>
        Results.LocalRedirect(Desk.HrefOf(desk.Kind, await drafts.CreateAsync(desk.Kind, http.User.StaffId(), http.RequestAborted)));

    private static async Task<IResult> SaveAsync(Guid id, IFormCollection form, HttpContext http, PostedSaves saves, DocumentPages pages, SaveAnswers answers)
    {
        var saved = await saves.SaveAsync(id, form, http.User.StaffId(), http.RequestAborted);
        return saved switch
        {
            null => Results.NotFound(),
            _ when http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json") => await answers.OfAsync(id, saved, http),
            { Outcome: SaveOutcome.Conflict } => await pages.ShowAsync(http, id, posted: saved.Fields, postedBase: saved.Base),
            { Outcome: SaveOutcome.Locked } => await pages.ShowAsync(http, id, refusals: [SaveAnswers.Locked]),
            _ => Results.LocalRedirect(Desk.HrefOf(saved.Fields.Kind, id)),
        };
    }

    private static async Task<IResult> DuplicateAsync(Guid id, IFormCollection form, HttpContext http, DraftDesk drafts, DocumentPages pages) =>
        await drafts.DuplicateAsync(id, http.User.StaffId(), http.RequestAborted) is { } copy ? await ToAsync(copy, http, pages) : Results.NotFound();

    private static async Task<IResult> CancelAsync(Guid id, [FromForm] string? word, HttpContext http, DraftDesk drafts, DraftHistory history, DocumentPages pages)
    {
        if (await history.StateAsync(id, http.RequestAborted) is DocumentState.Scheduled && TypedWord.Fault(word, CancelWord) is { } fault)
        {
            return await pages.ShowAsync(http, id, refusals: [fault]);
        }

        return await drafts.CancelAsync(id, http.User.StaffId(), http.RequestAborted)
            ? await ToAsync(id, http, pages)
            : await pages.ShowAsync(http, id, refusals: ["It can't be cancelled in the state that it is in now."]);
    }

    private static async Task<IResult> CorrectAsync(Guid id, [FromForm] string? reason, HttpContext http, DraftDesk drafts, DocumentPages pages)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return await pages.ShowAsync(http, id, refusals: ["The reason is empty: readers see it, write a sentence."]);
        }

        return await drafts.CorrectAsync(id, reason.Trim(), http.User.StaffId(), http.RequestAborted)
            ? await ToAsync(id, http, pages)
            : await pages.ShowAsync(http, id, refusals: ["Only what is released can be corrected; somebody may have begun already."]);
    }

    private static async Task<IResult> ToAsync(Guid id, HttpContext http, DocumentPages pages) =>
        await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href) : Results.NotFound();
}
