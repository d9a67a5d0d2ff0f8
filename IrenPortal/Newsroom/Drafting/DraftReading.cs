using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>A line of a list of documents.</summary>
/// <param name="Id">The document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Headline or title of the newest revision.</param>
/// <param name="Slug">Its address part.</param>
/// <param name="Category">An announcement's category, else empty.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Revision">The newest revision's number.</param>
/// <param name="PublishedVersion">How many editions readers have.</param>
/// <param name="ReleasedAlone">Released by its author alone.</param>
/// <param name="Reviewer">Who is asked to review it; null for anyone.</param>
/// <param name="ReleaseAt">The approved instant of a scheduled release.</param>
/// <param name="WantedAt">The release time that the newest text names, approved or not; null where it names none.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="ChangedBy">Who made the newest revision.</param>
/// <param name="OpenComments">Conversations about it that wait, while it takes comments; counted in lists alone.</param>
/// <param name="SentBack">A reviewer asked for changes and it is being written again; known in lists alone.</param>
public sealed record DocumentLine(
    Guid Id, EditionKind Kind, string Title, string Slug, string Category, DocumentState State, int Revision, int PublishedVersion, bool ReleasedAlone, string? Reviewer, Instant? ReleaseAt, Instant? WantedAt, Instant ChangedAt, string ChangedBy, int OpenComments = 0, bool SentBack = false)
{
    /// <summary>Has readers' editions and a newer text that waits.</summary>
    public bool IsCorrection => PublishedVersion > 0 && !State.IsPublic();

    /// <summary>It waits for this person: asked by name, or anyone but the author of its newest revision.</summary>
    public bool NeedsReviewOf(string userId) => State is DocumentState.InReview && (Reviewer is null ? ChangedBy != userId : Reviewer == userId);

    /// <summary>It waits for this person: to be reviewed, or to be changed as a reviewer asked.</summary>
    public bool Needs(string userId) => NeedsReviewOf(userId) || (SentBack && ChangedBy == userId);

    /// <summary>Something is still to be done with it.</summary>
    public bool IsOpen => State.IsOpen();
}

/// <summary>A document opened for work.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Text">The revision's text.</param>
/// <param name="Check">What has to be put right before it can be released.</param>
/// <param name="Files">Its own files.</param>
/// <param name="IsAuthor">The person who opened it wrote part of what is not yet released.</param>
/// <param name="ReleasedWithIt">Titles of unreleased contracts that are released with this announcement.</param>
public sealed record OpenedDraft(
    DocumentLine Line, RevisionText Text, CheckedDraft Check, IReadOnlyList<DraftFileEntry> Files, bool IsAuthor, IReadOnlyList<string> ReleasedWithIt);

/// <summary>What staff read of unpublished texts; each opening goes on the insider list, each list into the audit.</summary>
public sealed class DraftReading(
    IDbContextFactory<NewsroomDbContext> newsrooms,
    DraftVault vault,
    DraftMedia media,
    CompanyOnFile company,
    TimeProvider time)
{
    private Instant Now => time.StoredNow();

    /// <summary>Documents whose title or address holds every word of <paramref name="query"/>, newest change first.</summary>
    /// <param name="kind">Of this kind; null for all.</param>
    /// <param name="query">Words to look for; empty for all.</param>
    /// <param name="openOnly">Leave out what is released, withdrawn or cancelled.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<DocumentLine>> ListAsync(EditionKind? kind, string query, bool openOnly, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var rows = await newsroom.OpenTo(by).AsNoTracking()
            .Where(d => (kind == null || d.Kind == kind) && (!openOnly || DocumentTransitions.Open.Contains(d.State)))
            .Join(newsroom.Revisions.AsNoTracking(), d => new { d.Id, Number = d.Revision }, r => new { Id = r.DocumentId, r.Number }, (d, r) => new { Document = d, Revision = r })
            .ToListAsync(cancel);
        var comments = await newsroom.OpenThreadsAsync(cancel);
        var words = MatchKey.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = rows
            .Select(r => WithThreads(LineOf(r.Document, RevisionText.Open(vault, r.Revision)), comments.GetValueOrDefault(r.Document.Id)))
            .Where(l => Array.TrueForAll(words, w => MatchKey.Fold($"{l.Title} {l.Slug} {l.Category}").Contains(w, StringComparison.Ordinal)))
            .OrderByDescending(l => l.ChangedAt).ThenBy(l => l.Slug, StringComparer.Ordinal)
            .ToList();
        newsroom.AuditEntries.Add(new AuditEntry { At = Now, Actor = by, Action = "list.read", Subject = kind?.ToString() ?? "all", Detail = $"{lines.Count(l => l.IsOpen)} unreleased" });
        await newsroom.SaveChangesAsync(cancel);
        return lines;
    }

    /// <summary>Opens the newest revision, or an earlier one; null when there is none. An unreleased one goes on the insider list.</summary>
    public async Task<OpenedDraft?> OpenAsync(Guid id, int? revision, string by, CancellationToken cancel)
    {
        var context = await company.ContextAsync(cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var document = await newsroom.OpenTo(by).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel);
        var text = document is null ? null : await newsroom.TextAsync(vault, id, revision ?? document.Revision, cancel);
        if (document is null || text is null)
        {
            return null;
        }

        if (!document.State.IsPublic())
        {
            newsroom.ItemOpenings.Add(new ItemOpening { DocumentId = id, Revision = revision ?? document.Revision, UserId = by, At = Now });
            await newsroom.SaveChangesAsync(cancel);
        }

        var isAuthor = await Review.ReviewDesk.IsAuthorAsync(newsroom, document, by, cancel);
        var together = await ReleasedWithAsync(newsroom, document, text, by, cancel);
        return new OpenedDraft(LineOf(document, text), text, DraftCheck.Run(text.Fields, context), await media.ListAsync(id, cancel), isAuthor, together);
    }

    /// <summary>Who opened an unreleased item: the insider list, oldest first.</summary>
    public async Task<IReadOnlyList<ItemOpening>> InsidersAsync(Guid id, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        return await newsroom.ItemOpenings.AsNoTracking().Where(o => o.DocumentId == id).OrderBy(o => o.Number).ToListAsync(cancel);
    }

    private static DocumentLine LineOf(NewsroomDocument d, RevisionText text) => new(
        d.Id, d.Kind, text.Fields.Title, text.Fields.Slug, d.Category, d.State, d.Revision, d.PublishedVersion, d.ReleasedAlone, d.Reviewer, d.ReleaseAt, WantedAt(text.Fields), d.ChangedAt, d.ChangedBy);

    private static DocumentLine WithThreads(DocumentLine line, OpenThreads? open) => open is null || !line.State.IsUnreleased()
        ? line
        : line with { OpenComments = open.Count, SentBack = open.ChangesRequested && line.State is DocumentState.Draft };

    private static Instant? WantedAt(DraftFields fields) =>
        fields["status"] == "scheduled" && LocalRelease.Pattern.Parse(fields["releaseAt"]) is { Success: true, Value: var at } ? at.ToInstant() : null;

    // What goes out with it is said to everybody; its title only to who may open it.
    private async Task<IReadOnlyList<string>> ReleasedWithAsync(NewsroomDbContext newsroom, NewsroomDocument document, RevisionText text, string by, CancellationToken cancel)
    {
        if (document.Kind is not EditionKind.Announcement || document.PublishedVersion > 0)
        {
            return [];
        }

        var contracts = await newsroom.WaitingContractsAsync(vault, text.Fields.Slug, cancel);
        var ids = contracts.Select(c => c.Document.Id).ToList();
        var open = await newsroom.OpenTo(by).Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel);
        return [.. contracts.Select(c => open.Contains(c.Document.Id) ? c.Text.Fields.Title : "A contract that you may not open")];
    }
}
