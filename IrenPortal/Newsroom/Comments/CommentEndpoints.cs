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
        Guid id, [FromForm] int? revision, [FromForm] string? place, [FromForm] string? quote, [FromForm] string? words, HttpContext http, CommentDesk desk, DocumentPages pages)
    {
        var (quoted, said) = (CommentWords.Of(quote), CommentWords.Of(words));
        var fault = CommentPlace.Of(place) is { } passage
            ? await desk.AddAsync(id, revision ?? 0, passage, quoted, said, http.User.StaffId(), http.RequestAborted)
            : new CommentFault(RefusedWords.Place, "Choose what the comment is about from the list.");
        return await AnswerAsync(id, fault is null ? null : RefusedWords.OfNew(fault, revision ?? 0, place ?? "", quoted, said), http, pages);
    }

    private static async Task<IResult> ReplyAsync(Guid id, Guid thread, [FromForm] string? words, HttpContext http, CommentDesk desk, DocumentPages pages)
    {
        var said = CommentWords.Of(words);
        return await AnswerAsync(id, Refused(thread, said, await desk.ReplyAsync(id, thread, said, http.User.StaffId(), http.RequestAborted)), http, pages);
    }

    private static async Task<IResult> ResolveAsync(Guid id, Guid thread, IFormCollection form, HttpContext http, CommentDesk desk, DocumentPages pages) =>
        await AnswerAsync(id, Refused(thread, "", await desk.ResolveAsync(id, thread, http.User.StaffId(), http.RequestAborted)), http, pages);

    private static async Task<IResult> ReopenAsync(Guid id, Guid thread, IFormCollection form, HttpContext http, CommentDesk desk, DocumentPages pages) =>
        await AnswerAsync(id, Refused(thread, "", await desk.ReopenAsync(id, thread, http.User.StaffId(), http.RequestAborted)), http, pages);

    private static RefusedWords? Refused(Guid thread, string said, string? fault) => fault is null ? null : new RefusedWords(RefusedWords.AnswerTo(thread), said, fault);

    // What was typed comes back with the refusal: nothing is lost.
    private static async Task<IResult> AnswerAsync(Guid id, RefusedWords? refused, HttpContext http, DocumentPages pages) =>
        refused is not null ? await pages.ShowAsync(http, id, refusals: [refused.Fault], words: refused)
        : await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href + "#comments-title") : Results.NotFound();
}
