using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Comments;

/// <summary>Say, answer, resolve, open again: posts of forms.</summary>
internal static class CommentEndpoints
{
    public static void MapComments(this IEndpointRouteBuilder staff)
    {
        var comments = staff.MapGroup("/admin/drafts/{id:guid}/comments");
        comments.MapPost("", AddAsync);
        comments.MapPost("/{thread:guid}/reply", ReplyAsync);
        comments.MapPost("/{thread:guid}/resolve", ResolveAsync);
        comments.MapPost("/{thread:guid}/reopen", ReopenAsync);
    }

    private static async Task<IResult> AddAsync(
        Guid id, [FromForm] int? revision, [FromForm] string? place, [FromForm] string? words, HttpContext http, CommentDesk desk, DocumentPages pages)
    {
        var said = CommentWords.Of(words);
        var refusal = CommentPlace.Of(place) is { } passage
            ? await desk.AddAsync(id, revision ?? 0, passage, said, http.User.StaffId(), http.RequestAborted)
            : "Choose what the comment is about from the list.";
        return await AnswerAsync(id, refusal, RefusedWords.New, said, http, pages);
    }

    private static async Task<IResult> ReplyAsync(Guid id, Guid thread, [FromForm] string? words, HttpContext http, CommentDesk desk, DocumentPages pages)
    {
        var said = CommentWords.Of(words);
        return await AnswerAsync(id, await desk.ReplyAsync(id, thread, said, http.User.StaffId(), http.RequestAborted), RefusedWords.AnswerTo(thread), said, http, pages);
    }

    private static async Task<IResult> ResolveAsync(Guid id, Guid thread, IFormCollection form, HttpContext http, CommentDesk desk, DocumentPages pages) =>
        await AnswerAsync(id, await desk.ResolveAsync(id, thread, http.User.StaffId(), http.RequestAborted), RefusedWords.AnswerTo(thread), "", http, pages);

    private static async Task<IResult> ReopenAsync(Guid id, Guid thread, IFormCollection form, HttpContext http, CommentDesk desk, DocumentPages pages) =>
        await AnswerAsync(id, await desk.ReopenAsync(id, thread, http.User.StaffId(), http.RequestAborted), RefusedWords.AnswerTo(thread), "", http, pages);

    // What was typed comes back with the refusal: nothing is lost.
    private static async Task<IResult> AnswerAsync(Guid id, string? refusal, string field, string said, HttpContext http, DocumentPages pages) =>
        refusal is not null ? await pages.ShowAsync(http, id, refusals: [refusal], words: new RefusedWords(field, said, refusal))
        : await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href + "#comments-title") : Results.NotFound();
}
