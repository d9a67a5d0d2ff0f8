using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Review;

/// <summary>Hand over, send back, publish: posts of forms, each decided by the state that the command itself finds.</summary>
internal static class ReviewEndpoints
{
    private const int LongestKey = 64;

    public static void MapReview(this IEndpointRouteBuilder staff)
    {
        var draft = staff.MapGroup("/admin/drafts/{id:guid}");
        draft.MapPost("/submit", SubmitAsync);
        draft.MapPost("/send-back", SendBackAsync);
        draft.MapPost("/release", ReleaseAsync);
    }

    // What is in the form is saved first: nothing typed is lost, and what was typed is what is handed over.
    private static async Task<IResult> SubmitAsync(Guid id, IFormCollection form, HttpContext http, PostedSaves saves, ReviewDesk review, DocumentPages pages)
    {
        var saved = await saves.SaveAsync(id, form, http.User.StaffId(), http.RequestAborted);
        switch (saved?.Outcome)
        {
            case null:
                return Results.NotFound();
            case SaveOutcome.Conflict:
                return await pages.ShowAsync(http, id, posted: saved.Fields, postedBase: saved.Base);
            case SaveOutcome.Locked:
                return await pages.ShowAsync(http, id, refusals: [SaveAnswers.Locked]);
        }

        var issues = await review.SubmitAsync(id, saved.Revision, http.User.StaffId(), http.RequestAborted);
        return issues.Count == 0 ? await ToAsync(id, http, pages) : await pages.ShowAsync(http, id, refusals: issues);
    }

    private static async Task<IResult> SendBackAsync(Guid id, IFormCollection form, HttpContext http, ReviewDesk review, DocumentPages pages) =>
        await review.SendBackAsync(id, http.User.StaffId(), http.RequestAborted)
            ? await ToAsync(id, http, pages)
            : await pages.ShowAsync(http, id, refusals: ["It is not in review any more."]);

    private static async Task<IResult> ReleaseAsync(
        Guid id, [FromForm] int? revision, [FromForm] string? key, [FromForm] bool? read, HttpContext http, ReviewDesk review, DocumentPages pages)
    {
        if (revision is not { } bound || key is not { Length: > 0 and <= LongestKey } || !key.All(char.IsAsciiLetterOrDigit))
        {
            return Results.BadRequest();
        }

        if (read is not true)
        {
            return await pages.ShowAsync(http, id, refusals: ["Read the reader preview first, and tick that you have."]);
        }

        // The document is part of the key, so that a form of one can't answer for another. A person who goes away doesn't stop it.
        var result = await review.ReleaseAsync(id, bound, http.User.StaffId(), $"desk-{id:N}-{key}", CancellationToken.None);
        return result.Issues.Count == 0 ? await ToAsync(id, http, pages) : await pages.ShowAsync(http, id, refusals: result.Issues);
    }

    private static async Task<IResult> ToAsync(Guid id, HttpContext http, DocumentPages pages) =>
        await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href) : Results.NotFound();
}
