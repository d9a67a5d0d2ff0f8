using System.Collections.Immutable;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>Work on texts before their release: begin, save, correct, duplicate, cancel.</summary>
public sealed class DraftDesk(
    IDbContextFactory<NewsroomDbContext> newsrooms,
    IDbContextFactory<PublicDbContext> stores,
    DraftVault vault,
    CompanyOnFile company,
    TimeProvider time)
{
    private Instant Now => time.StoredNow();

    /// <summary>Begins an empty document and returns its id.</summary>
    public async Task<Guid> CreateAsync(EditionKind kind, string by, CancellationToken cancel) =>
        await BeginAsync(DraftFields.Empty(kind), by, "draft.created", cancel);

    /// <summary>Begins a copy under a new address, without release time and files.</summary>
    /// <returns>The copy's id, or null when there is no such document.</returns>
    public async Task<Guid?> DuplicateAsync(Guid id, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var text = await newsroom.NewestTextAsync(vault, id, cancel);
        if (text is null)
        {
            return null;
        }

        string[] own = ["slug", "status", "timing", "releaseAt", "zone", "files", "featured", DraftFields.Withdrawn, DraftFields.Reason];
        var title = FormShape.TitleOf(text.Fields.Kind);
        var copy = own.Aggregate(text.Fields, (fields, name) => name == "status" && fields.Kind is EditionKind.Contract ? fields : fields.With(name, ""));
        return await BeginAsync(copy.With(title, $"{copy[title]} (copy)"), by, "draft.duplicated", cancel, of: id);
    }

    /// <summary>Saves the whole form over <paramref name="baseRevision"/>. Any save voids a hand-over or approval.</summary>
    public Task<SaveResult> SaveAsync(Guid id, int baseRevision, ImmutableSortedDictionary<string, string> values, string by, CancellationToken cancel) =>
        ReviseAsync(id, baseRevision, (newest, published) => newest with { Values = FieldMerge.Kept(newest, published ? values.SetItem("slug", newest.Slug) : values) }, "draft.saved", "", by, cancel);

    /// <summary>Makes the text of an earlier revision the newest, by the rules of a save; an address that readers have stays.</summary>
    public async Task<SaveResult> RestoreAsync(Guid id, int revision, int baseRevision, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        return await newsroom.TextAsync(vault, id, revision, cancel) is { } text
            ? await ReviseAsync(id, baseRevision, (newest, published) => published ? FieldMerge.Restored(newest, text.Fields) : text.Fields, "draft.restored", $" from {revision}", by, cancel)
            : new SaveResult(SaveOutcome.NotFound, 0, Now);
    }

    private async Task<SaveResult> ReviseAsync(
        Guid id, int baseRevision, Func<DraftFields, bool, DraftFields?> change, string action, string detail, string by, CancellationToken cancel)
    {
        var context = await company.ContextAsync(cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is null)
        {
            return new SaveResult(SaveOutcome.NotFound, 0, Now);
        }

        if (!document.State.IsUnreleased() || ReleaseLock.Holds(document, Now))
        {
            return new SaveResult(SaveOutcome.Locked, document.Revision, document.ChangedAt);
        }

        var newest = await newsroom.NewestTextAsync(vault, id, cancel);
        if (change(newest!.Fields, document.PublishedVersion > 0) is not { } fields)
        {
            return new SaveResult(SaveOutcome.Locked, document.Revision, document.ChangedAt);
        }

        if (fields.SameAs(newest.Fields))
        {
            return new SaveResult(SaveOutcome.Unchanged, document.Revision, document.ChangedAt);
        }

        if (document.Revision != baseRevision)
        {
            return new SaveResult(SaveOutcome.Conflict, document.Revision, document.ChangedAt);
        }

        var now = Now;
        AddRevision(newsroom, document, fields, DraftCheck.Run(fields, context), by, now);
        newsroom.Record(now, by, action, id, $"revision {document.Revision}{detail}");
        // On PostgreSQL two saves can pass the check above together; the stamp lets one win.
        return await newsroom.TryCommitAsync(transaction, cancel)
            ? new SaveResult(SaveOutcome.Saved, document.Revision, now)
            : new SaveResult(SaveOutcome.Conflict, baseRevision + 1, now);
    }

    /// <summary>Begins a correction of something released, from the text that readers have.</summary>
    /// <param name="id">The document.</param>
    /// <param name="reason">Why, in words for readers; the draft may change it.</param>
    /// <param name="by">Who corrects.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>False when it is not released.</returns>
    public async Task<bool> CorrectAsync(Guid id, string reason, string by, CancellationToken cancel)
    {
        var context = await company.ContextAsync(cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id && DocumentTransitions.Public.Contains(d.State), cancel);
        var published = document is null ? null : await PublishedFieldsAsync(newsroom, document, cancel, withText: true);
        if (document is null || published is null)
        {
            return false;
        }

        var now = Now;
        var fields = published.With(DraftFields.Reason, reason);
        AddRevision(newsroom, document, fields, DraftCheck.Run(fields, context), by, now);
        newsroom.Record(now, by, "correction.begun", id, $"revision {document.Revision}");
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Gives up a text that no reader has seen, or an unwanted correction. Its revisions stay on record.</summary>
    /// <returns>False when its state doesn't allow it.</returns>
    public async Task<bool> CancelAsync(Guid id, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is null || !document.State.IsUnreleased())
        {
            return false;
        }

        var now = Now;
        document.Cancel(now);
        newsroom.Record(now, by, "draft.cancelled", id);
        return await newsroom.TryCommitAsync(transaction, cancel);
    }

    /// <summary>Adds a document with its first revision to a transaction that the caller commits.</summary>
    internal NewsroomDocument Add(NewsroomDbContext newsroom, DraftFields fields, CheckedDraft check, string by, Instant now)
    {
        var document = new NewsroomDocument
        {
            Id = Guid.NewGuid(),
            Kind = fields.Kind,
            CreatedBy = by,
            CreatedAt = now,
            SlugHash = "",
            Category = "",
        };
        newsroom.Documents.Add(document);
        AddRevision(newsroom, document, fields, check, by, now);
        return document;
    }

    /// <summary>Adds a revision to a transaction that the caller commits.</summary>
    internal void AddRevision(NewsroomDbContext newsroom, NewsroomDocument document, DraftFields fields, CheckedDraft check, string by, Instant now)
    {
        var number = document.Revise(by, now);
        document.SlugHash = vault.Hash("slug", fields.Kind.ToString(), fields.Slug);
        document.Category = fields["category"];
        var text = new RevisionText(fields, check.Rendered.Html, check.Rendered.PlainText, check.Rendered.MediaNames);
        newsroom.Revisions.Add(text.Seal(vault, document.Id, number, by, now));
    }

    /// <summary>The text that readers have, a withdrawal's included; null where the store has none.</summary>
    internal async Task<DraftFields?> PublishedFieldsAsync(NewsroomDbContext newsroom, NewsroomDocument document, CancellationToken cancel, bool withText = false)
    {
        var text = await newsroom.TextAsync(vault, document.Id, document.PublishedRevision, cancel);
        if (text is null)
        {
            return null;
        }

        await using var store = await stores.CreateDbContextAsync(cancel);
        var editions = await store.Editions
            .Where(e => e.Kind == document.Kind && e.Slug == text.Fields.Slug && e.Version <= document.PublishedVersion)
            .OrderByDescending(e => e.Version)
            .Select(e => new { e.Markdown, e.Document })
            .ToListAsync(cancel);

        // What was withdrawn comes back with the words that it had.
        var markdown = (withText ? editions.Find(e => !ContentJson.IsWithdrawn(e.Document)) : editions.FirstOrDefault())?.Markdown;
        return markdown is null ? null : FormText.Parse(document.Kind, text.Fields.Slug, markdown);
    }

    private async Task<Guid> BeginAsync(DraftFields fields, string by, string action, CancellationToken cancel, Guid? of = null)
    {
        var context = await company.ContextAsync(cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var now = Now;
        var document = Add(newsroom, fields, DraftCheck.Run(fields, context), by, now);
        newsroom.Record(now, by, action, document.Id);

        // A copy says what its original says: it is open to the same people.
        var insiders = of is { } original ? await newsroom.DocumentInsiders.Where(i => i.DocumentId == original).Select(i => i.UserId).ToListAsync(cancel) : [];
        newsroom.DocumentInsiders.AddRange(insiders.Select(person => new DocumentInsider { DocumentId = document.Id, UserId = person, AddedBy = by, AddedAt = now }));
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return document.Id;
    }
}
