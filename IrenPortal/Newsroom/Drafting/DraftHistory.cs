using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>What happened to a document: its saves, and what readers got. No text of it.</summary>
public sealed class DraftHistory(IDbContextFactory<NewsroomDbContext> newsrooms, IDbContextFactory<PublicDbContext> stores, DraftVault vault)
{
    /// <summary>What a document is; null where there is none.</summary>
    public async Task<EditionKind?> KindAsync(Guid id, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.Documents.Where(d => d.Id == id).Select(d => (EditionKind?)d.Kind).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Where a document stands; null where there is none.</summary>
    public async Task<DocumentState?> StateAsync(Guid id, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.Documents.Where(d => d.Id == id).Select(d => (DocumentState?)d.State).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Saves, newest first.</summary>
    public async Task<IReadOnlyList<RevisionLine>> RevisionsAsync(Guid id, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.Revisions.Where(r => r.DocumentId == id).OrderByDescending(r => r.Number)
            .Select(r => new RevisionLine(r.Number, r.SavedBy, r.SavedAt)).ToListAsync(cancel);
    }

    /// <summary>The newest yes to a revision; null where there is none.</summary>
    public async Task<ApprovalLine?> ApprovalAsync(Guid id, int revision, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.Approvals.Where(a => a.DocumentId == id && a.Revision == revision).OrderByDescending(a => a.ApprovedAt)
            .Select(a => new ApprovalLine(a.ApprovedBy, a.ApprovedAt)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The edition that readers have; null before the first release.</summary>
    public async Task<PublishedLine?> PublishedAsync(Guid id, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var document = await newsroom.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.PublishedVersion > 0, cancel);
        var text = document is null ? null : await newsroom.TextAsync(vault, id, document.PublishedRevision, cancel);
        if (document is null || text is null)
        {
            return null;
        }

        var slug = text.Fields.Slug;
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Editions
            .Where(e => e.Kind == document.Kind && e.Slug == slug && e.Version == document.PublishedVersion)
            .Select(e => new PublishedLine(e.Version, Desk.ReaderHref(document.Kind, slug), e.ReleasedAt, e.CommittedAt))
            .SingleOrDefaultAsync(cancel);
    }
}
