using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Drafting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Comments;

/// <summary>Comments on passages of what is not yet released: say, answer, resolve, open again. Each says what is wrong and what to do instead, or null when done.</summary>
public sealed class CommentDesk(IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault, TimeProvider time)
{
    /// <summary>The most comments on one document.</summary>
    public const int MostComments = 1_000;

    private const string Closed = "This conversation was resolved, or isn't here: open it again first.";

    private const string NotThere = "These words don't stand in what the comment is about: copy them as they stand there, or leave the field empty.";

    private Instant Now => time.StoredNow();

    /// <summary>Says something of a line of the text, of a field, of words in them, or of the whole. Null when done.</summary>
    /// <param name="id">The document.</param>
    /// <param name="revision">The revision that was read.</param>
    /// <param name="place">The passage, as <see cref="CommentPlace"/> reads it.</param>
    /// <param name="quote">The words that it is about; empty for all of the passage.</param>
    /// <param name="words">What to say.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<CommentFault?> AddAsync(Guid id, int revision, CommentPlace place, string quote, string words, string by, CancellationToken cancel)
    {
        if (CommentWords.QuoteFault(quote) is { } tooLong)
        {
            return new CommentFault(RefusedWords.Quote, tooLong);
        }

        var field = RefusedWords.New;
        var refusal = await CommandAsync(id, words, by, async newsroom =>
        {
            if (await newsroom.TextAsync(vault, id, revision, cancel) is not { } text || place.PassageIn(text.Fields) is not { } passage)
            {
                field = RefusedWords.Place;
                return "There is no such passage in that revision: reload the page and choose a field or a line.";
            }

            var about = quote.Length == 0 ? new CommentText(place.Field, place.Line, passage, words) : CommentText.OfQuote(place, text.Fields, quote, words);
            if (about is null)
            {
                field = RefusedWords.Quote;
                return NotThere;
            }

            Say(newsroom, about.Seal(vault, id, thread: null, revision, CommentKind.Remark, by, Now));
            return null;
        }, cancel);
        return refusal is null ? null : new CommentFault(field, refusal);
    }

    /// <summary>Answers a comment.</summary>
    public Task<string?> ReplyAsync(Guid id, Guid thread, string words, string by, CancellationToken cancel) =>
        CommandAsync(id, words, by, async newsroom =>
        {
            if (await newsroom.ThreadAsync(id, thread, cancel) is not { IsOpen: true, First: var first })
            {
                return Closed;
            }

            Say(newsroom, CommentText.OfWhole(words).Seal(vault, id, thread, first.Revision, CommentKind.Remark, by, Now));
            return null;
        }, cancel);

    /// <summary>Closes a conversation.</summary>
    public Task<string?> ResolveAsync(Guid id, Guid thread, string by, CancellationToken cancel) => TurnAsync(id, thread, resolved: true, by, cancel);

    /// <summary>Opens a resolved conversation again.</summary>
    public Task<string?> ReopenAsync(Guid id, Guid thread, string by, CancellationToken cancel) => TurnAsync(id, thread, resolved: false, by, cancel);

    /// <summary>Adds what has to change to the transaction that sends a text back.</summary>
    internal void RequestChanges(NewsroomDbContext newsroom, NewsroomDocument document, string words, string by, Instant now) =>
        newsroom.Comments.Add(CommentText.OfWhole(words).Seal(vault, document.Id, thread: null, document.Revision, CommentKind.ChangesRequested, by, now));

    // Of two that turn it at once one wins, by the number.
    private Task<string?> TurnAsync(Guid id, Guid thread, bool resolved, string by, CancellationToken cancel) =>
        CommandAsync(id, words: null, by, async newsroom =>
        {
            if (await newsroom.ThreadAsync(id, thread, cancel) is not { } found || found.IsOpen != resolved)
            {
                return resolved ? Closed : "This conversation is open already, or isn't here: reload the page.";
            }

            newsroom.CommentResolutions.Add(new CommentResolution { ThreadId = thread, Number = found.Turns + 1, Resolved = resolved, By = by, At = Now });
            newsroom.Record(Now, by, resolved ? "comment.resolved" : "comment.reopened", id);
            return null;
        }, cancel);

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
        if (state is not { } standing || !standing.IsUnreleased())
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
