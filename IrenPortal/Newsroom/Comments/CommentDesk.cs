using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Compare;
using IrenPortal.Newsroom.Drafting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Comments;

/// <summary>Comments on passages of what is not yet released: say, answer, resolve. Each says what is wrong and what to do instead, or null when done.</summary>
public sealed class CommentDesk(IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault, TimeProvider time)
{
    /// <summary>The most comments on one document.</summary>
    public const int MostComments = 1_000;

    private const string Closed = "This conversation was resolved, or isn't here: begin a new one.";

    private Instant Now => Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Says something of a line of the text, of a field, or of the whole.</summary>
    /// <param name="id">The document.</param>
    /// <param name="revision">The revision that was read.</param>
    /// <param name="place">The passage, as <see cref="CommentPlace"/> reads it.</param>
    /// <param name="words">What to say.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<string?> AddAsync(Guid id, int revision, CommentPlace place, string words, string by, CancellationToken cancel) =>
        CommandAsync(id, words, by, async newsroom =>
        {
            if (await newsroom.TextAsync(vault, id, revision, cancel) is not { } text || place.PassageIn(text.Fields) is not { } passage)
            {
                return "There is no such passage in that revision: reload the page and choose a field or a line.";
            }

            Say(newsroom, new CommentText(place.Field, place.Line, passage, words).Seal(vault, id, thread: null, revision, CommentKind.Remark, by, Now));
            return null;
        }, cancel);

    /// <summary>Answers a comment.</summary>
    public Task<string?> ReplyAsync(Guid id, Guid thread, string words, string by, CancellationToken cancel) =>
        CommandAsync(id, words, by, async newsroom =>
        {
            if (await OpenThreadAsync(newsroom, id, thread, cancel) is not { } first)
            {
                return Closed;
            }

            Say(newsroom, CommentText.OfWhole(words).Seal(vault, id, thread, first.Revision, CommentKind.Remark, by, Now));
            return null;
        }, cancel);

    /// <summary>Closes a conversation; what is still to be said begins a new one.</summary>
    public Task<string?> ResolveAsync(Guid id, Guid thread, string by, CancellationToken cancel) =>
        CommandAsync(id, words: null, by, async newsroom =>
        {
            if (await OpenThreadAsync(newsroom, id, thread, cancel) is null)
            {
                return Closed;
            }

            newsroom.CommentResolutions.Add(new CommentResolution { ThreadId = thread, By = by, At = Now });
            newsroom.Record(Now, by, "comment.resolved", id);
            return null;
        }, cancel);

    /// <summary>Adds what has to change to the transaction that sends a text back.</summary>
    internal void RequestChanges(NewsroomDbContext newsroom, NewsroomDocument document, string words, string by, Instant now) =>
        newsroom.Comments.Add(CommentText.OfWhole(words).Seal(vault, document.Id, thread: null, document.Revision, CommentKind.ChangesRequested, by, now));

    private static async Task<PassageComment?> OpenThreadAsync(NewsroomDbContext newsroom, Guid id, Guid thread, CancellationToken cancel) =>
        await newsroom.Comments.SingleOrDefaultAsync(
            c => c.Id == thread && c.ThreadId == thread && c.DocumentId == id && !newsroom.CommentResolutions.Any(r => r.ThreadId == thread), cancel);

    private static void Say(NewsroomDbContext newsroom, PassageComment comment)
    {
        newsroom.Comments.Add(comment);
        newsroom.Record(comment.At, comment.By, comment.Id == comment.ThreadId ? "comment.added" : "comment.answered", comment.DocumentId);
    }

    private async Task<string?> CommandAsync(Guid id, string? words, string by, Func<NewsroomDbContext, Task<string?>> act, CancellationToken cancel)
    {
        if (words is not null && CommentWords.Fault(words) is { } fault)
        {
            return fault;
        }

        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var state = await newsroom.Documents.Where(d => d.Id == id).Select(d => (DocumentState?)d.State).SingleOrDefaultAsync(cancel);
        if (state is not { } standing || !standing.TakesComments())
        {
            return "Only what readers don't have yet takes comments.";
        }

        if (words is not null && await newsroom.Comments.CountAsync(c => c.DocumentId == id, cancel) >= MostComments)
        {
            return $"It has {MostComments} comments already: say it in the text.";
        }

        return await act(newsroom) ?? (await newsroom.TryCommitAsync(transaction, cancel) ? null : StaffGuard.ChangedMeanwhile);
    }
}
