using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Editions;

/// <summary>Where an edition stands.</summary>
public enum EditionPlace
{
    /// <summary>A later one has taken its place.</summary>
    Superseded = 1,

    /// <summary>Readers have it.</summary>
    Current = 2,

    /// <summary>It takes the document back, and is the newest.</summary>
    Withdrawn = 3,
}

/// <summary>One edition of a document. All of it is public.</summary>
/// <param name="Version">1 for the first release.</param>
/// <param name="CommittedAt">When the store took it.</param>
/// <param name="Reason">Why it corrects or withdraws the one before; empty for the first.</param>
/// <param name="Withdraws">True where it took the document back.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Read">When readers of this process first got it; null where that was not measured here.</param>
/// <param name="Href">The reader's address of it; null where readers can't open it by its version.</param>
public sealed record EditionLine(int Version, Instant CommittedAt, string Reason, bool Withdraws, EditionPlace Place, FirstRead? Read, string? Href);

/// <summary>Reads the editions of a document that staff work on.</summary>
public sealed class EditionReading(IDbContextFactory<NewsroomDbContext> newsrooms, IDbContextFactory<PublicDbContext> stores, DraftVault vault, FirstReads reads)
{
    /// <summary>Every edition, newest first; empty before the first release.</summary>
    public async Task<IReadOnlyList<EditionLine>> OfAsync(Guid id, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var document = await newsroom.OpenTo(by).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.PublishedVersion > 0, cancel);
        if (document is null || await newsroom.TextAsync(vault, id, document.PublishedRevision, cancel) is not { } text)
        {
            return [];
        }

        var slug = text.Fields.Slug;
        await using var store = await stores.CreateDbContextAsync(cancel);
        var rows = await store.Editions
            .Where(e => e.Kind == document.Kind && e.Slug == slug)
            .OrderByDescending(e => e.Version)
            .Select(e => new { e.Number, e.Version, e.CommittedAt, e.Reason, e.Document })
            .ToListAsync(cancel);
        return [.. rows.Select((row, i) =>
        {
            var withdraws = ContentJson.IsWithdrawn(row.Document);
            return new EditionLine(
                row.Version, row.CommittedAt, row.Reason, withdraws,
                i > 0 ? EditionPlace.Superseded : withdraws ? EditionPlace.Withdrawn : EditionPlace.Current,
                reads.Of(row.Number),
                document.Kind is EditionKind.Event ? null : FormattableString.Invariant($"{Desk.ReaderHref(document.Kind, slug)}?version={row.Version}"));
        })];
    }
}
