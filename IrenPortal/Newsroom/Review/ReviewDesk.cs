using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Review;

/// <summary>Between an author and a second person: hand over, send back, sign off what was released alone.</summary>
public sealed class ReviewDesk(IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault, DraftMedia media, CommentDesk comments, CompanyOnFile company, TimeProvider time)
{
    private Instant Now => time.StoredNow();

    /// <summary>Hands a valid draft to a second person.</summary>
    /// <param name="id">The document.</param>
    /// <param name="revision">The revision that its author has read.</param>
    /// <param name="reviewer">Who is asked; null for anyone.</param>
    /// <param name="by">Who hands it over.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What has to be put right first; empty when done.</returns>
    public async Task<IReadOnlyList<string>> SubmitAsync(Guid id, int revision, string? reviewer, string by, CancellationToken cancel)
    {
        var context = await company.ContextAsync(cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (Fault(document, revision, DocumentState.Draft) is { } fault)
        {
            return [fault];
        }

        var text = (await newsroom.NewestTextAsync(vault, id, cancel))!;
        var missing = await media.MissingAsync(newsroom, id, [.. text.Fields.Attached, .. text.MediaNames], cancel);
        var issues = DraftIssues.Of(text.Fields, DraftCheck.Run(text.Fields, context), document!.PublishedVersion > 0, missing).Select(i => i.Sentence).ToList();
        if (reviewer is not null && await ReviewerFaultAsync(newsroom, document, reviewer, cancel) is { } unfit)
        {
            issues.Add(unfit);
        }

        if (issues.Count == 0)
        {
            var now = Now;
            document.Submit(now, reviewer);
            newsroom.Record(now, by, "review.requested", id, reviewer is null ? $"revision {revision}" : $"revision {revision}, person {reviewer}");
            await newsroom.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return issues;
    }

    /// <summary>Gives a handed-over, approved or scheduled text back to its author; its approval is void.</summary>
    /// <param name="id">The document.</param>
    /// <param name="words">What has to change; only its author may leave it empty.</param>
    /// <param name="by">Who sends it back.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Why not, or null when done.</returns>
    public async Task<string?> SendBackAsync(Guid id, string words, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        var now = Now;
        if (document is null || !DocumentTransitions.Allows(document.State, DocumentMove.SendBack))
        {
            return "Only what is in review, approved or scheduled can be sent back.";
        }

        if (ReleaseLock.Holds(document, now))
        {
            return ReleaseLock.Sentence;
        }

        if ((words.Length > 0 || !await IsAuthorAsync(newsroom, document, by, cancel)) && CommentWords.Fault(words) is { } fault)
        {
            return fault;
        }

        if (words.Length > 0)
        {
            comments.RequestChanges(newsroom, document, words, by, now);
        }

        document.SendBack(now);
        newsroom.Record(now, by, "review.sent_back", id, $"revision {document.Revision}");
        return await newsroom.TryCommitAsync(transaction, cancel) ? null : StaffGuard.ChangedMeanwhile;
    }

    /// <summary>Says that somebody other than its authors has looked at what was released alone.</summary>
    /// <returns>Why not, or null when done.</returns>
    public async Task<string?> SignOffAsync(Guid id, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document?.State is not DocumentState.ReleasedAlone)
        {
            return "Only what was released by one person alone asks for a sign-off.";
        }

        if (await newsroom.Revisions.AnyAsync(r => r.DocumentId == id && r.SavedBy == by, cancel))
        {
            return "Someone else must sign it off: you wrote part of it.";
        }

        var now = Now;
        document.SignOff(now);
        newsroom.Record(now, by, "release.signed_off", id, $"revision {document.PublishedRevision}");
        return await newsroom.TryCommitAsync(transaction, cancel) ? null : StaffGuard.ChangedMeanwhile;
    }

    /// <summary>Whether somebody wrote any part of what is not yet released.</summary>
    public static async Task<bool> IsAuthorAsync(NewsroomDbContext newsroom, NewsroomDocument document, string userId, CancellationToken cancel) =>
        await newsroom.Revisions.AnyAsync(r => r.DocumentId == document.Id && r.Number > document.PublishedRevision && r.SavedBy == userId, cancel);

    /// <summary>Why a command can't go on with a document as it stands; null where it can.</summary>
    internal static string? Fault(NewsroomDocument? document, int revision, params ReadOnlySpan<DocumentState> states) => document switch
    {
        null => "there is no such document",
        _ when !states.Contains(document.State) => $"it is {Desk.Words(document.State).ToLowerInvariant()} now: reload the page",
        _ when document.Revision != revision => $"revision {document.Revision} was saved after the one you read: reload the page",
        _ => null,
    };

    private static async Task<string?> ReviewerFaultAsync(NewsroomDbContext newsroom, NewsroomDocument document, string reviewer, CancellationToken cancel) =>
        !await newsroom.Users.AnyAsync(u => u.Id == reviewer && !u.Disabled, cancel) ? "the reviewer has no account that can sign in: choose somebody else"
        : await IsAuthorAsync(newsroom, document, reviewer, cancel) ? "the reviewer wrote part of it: choose somebody else"
        : !await newsroom.MayOpenAsync(reviewer, document.Id, cancel) ? "the reviewer may not open it: add them under Who may open it first"
        : null;
}
