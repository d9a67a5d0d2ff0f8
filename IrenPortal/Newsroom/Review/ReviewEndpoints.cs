using IrenPortal.Identity;
using IrenPortal.Identity.Passkeys;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Review;

/// <summary>Hand over, send back, approve, release, sign off: posts of forms, each decided by the state that the command itself finds.</summary>
internal static class ReviewEndpoints
{
    private const int LongestKey = 64;

    private const string ReadFirst = "Read the reader preview first, and tick that you have.";

    public static void MapReview(this IEndpointRouteBuilder staff)
    {
        var draft = staff.MapGroup("/admin/drafts/{id:guid}");
        draft.MapPost("/submit", SubmitAsync);
        draft.MapPost("/send-back", SendBackAsync);
        draft.MapPost("/approve", ApproveAsync);
        draft.MapPost("/release", ReleaseAsync);
        draft.MapPost("/sign-off", SignOffAsync);
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

        var issues = await review.SubmitAsync(id, saved.Revision, form["reviewer"] is [{ Length: > 0 } reviewer] ? reviewer : null, http.User.StaffId(), http.RequestAborted);
        return issues.Count == 0 ? await ToAsync(id, http, pages) : await pages.ShowAsync(http, id, refusals: issues);
    }

    private static async Task<IResult> SendBackAsync(Guid id, [FromForm] string? words, HttpContext http, ReviewDesk review, DocumentPages pages)
    {
        var said = CommentWords.Of(words);
        if (await review.SendBackAsync(id, said, http.User.StaffId(), http.RequestAborted) is { } refusal)
        {
            return await pages.ShowAsync(http, id, refusals: [refusal], words: new RefusedWords(RefusedWords.SendBack, said, refusal));
        }

        // Its author goes on writing; to the reviewer it is done, and the editor is no place to land in.
        return said.Length > 0 ? Results.LocalRedirect(StaffAddresses.Home) : await ToAsync(id, http, pages);
    }

    private static async Task<IResult> SignOffAsync(Guid id, IFormCollection form, HttpContext http, ReviewDesk review, DocumentPages pages) =>
        await AnswerAsync(id, await review.SignOffAsync(id, http.User.StaffId(), http.RequestAborted), http, pages);

    private static async Task<IResult> ApproveAsync(
        Guid id, [FromForm] int? revision, [FromForm] bool? read, [FromForm] string? typedTime, [FromForm] string? touch, HttpContext http, ApprovalDesk approvals, FreshTouch touches, DocumentPages pages)
    {
        if (revision is not { } bound)
        {
            return Results.BadRequest();
        }

        IReadOnlyList<string> issues = await ReadAndTouchedAsync(id, bound, read, touch, http, touches) is { } missing
            ? [missing]
            : await approvals.ApproveAsync(id, bound, typedTime ?? "", http.User.StaffId(), http.RequestAborted);
        return issues.Count == 0 ? await ToAsync(id, http, pages) : await pages.ShowAsync(http, id, refusals: issues, words: Refused(issues, typedTime, read is true));
    }

    // What was typed and ticked stays; beside the field is said only what is wrong with it.
    private static RefusedWords Refused(IReadOnlyList<string> issues, string? typedTime, bool read) =>
        RefusedWords.OfApproval(ApprovalDesk.IsOfTypedTime(issues[0]) ? RefusedWords.TypedTime : "", Sentence.Of(issues[0]), typedTime, read);

    private static async Task<IResult> ReleaseAsync(
        Guid id, [FromForm] int? revision, [FromForm] string? key, [FromForm] bool? read, [FromForm] string? touch, HttpContext http, ApprovalDesk approvals, FreshTouch touches, DocumentPages pages)
    {
        if (revision is not { } bound || key is not { Length: > 0 and <= LongestKey } || !key.All(char.IsAsciiLetterOrDigit))
        {
            return Results.BadRequest();
        }

        if (await ReadAndTouchedAsync(id, bound, read, touch, http, touches) is { } missing)
        {
            return await pages.ShowAsync(http, id, refusals: [missing]);
        }

        // The document is part of the key, so that a form of one can't answer for another. A person who goes away doesn't stop it.
        var result = await approvals.ReleaseAsync(id, bound, http.User.StaffId(), $"desk-{id:N}-{key}", CancellationToken.None);
        return result.Issues.Count == 0 ? await ToAsync(id, http, pages) : await pages.ShowAsync(http, id, refusals: result.Issues);
    }

    // Whoever has a passkey touches it for exactly this revision: a sign-in left open on a desk approves nothing.
    private static async Task<string?> ReadAndTouchedAsync(Guid id, int revision, bool? read, string? touch, HttpContext http, FreshTouch touches)
    {
        if (read is not true)
        {
            return ReadFirst;
        }

        var person = http.User.StaffId();
        return !await touches.HasPasskeyAsync(person, http.RequestAborted) || await touches.AcceptsAsync(person, DocumentView.TouchFor(id, revision), touch, http.RequestAborted)
            ? null
            : "The passkey was not touched for this revision: press the button again and touch it when you are asked.";
    }

    private static async Task<IResult> AnswerAsync(Guid id, string? refusal, HttpContext http, DocumentPages pages) =>
        refusal is null ? await ToAsync(id, http, pages) : await pages.ShowAsync(http, id, refusals: [refusal]);

    private static async Task<IResult> ToAsync(Guid id, HttpContext http, DocumentPages pages) =>
        await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href) : Results.NotFound();
}
