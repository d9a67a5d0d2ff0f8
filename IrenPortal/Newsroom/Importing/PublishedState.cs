using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Importing;

/// <summary>What readers have of a document.</summary>
internal sealed record PublishedEdition(EditionKind Kind, string Slug, int Version, string Sha256, string Reason);

/// <summary>The documents that readers have when an import begins.</summary>
internal sealed class PublishedState
{
    private readonly Dictionary<(EditionKind, string), PublishedEdition> _editions;

    private PublishedState(IEnumerable<PublishedEdition> editions) => _editions = editions.ToDictionary(e => (e.Kind, e.Slug));

    public static async Task<PublishedState> ReadAsync(PublicDbContext store, CancellationToken cancel) => new(
        await store.CurrentEditions
            .Join(store.Editions, c => c.EditionNumber, e => e.Number, (_, e) => new PublishedEdition(e.Kind, e.Slug, e.Version, e.Sha256, e.Reason))
            .ToListAsync(cancel));

    public PublishedEdition? Edition(EditionKind kind, string slug) => _editions.GetValueOrDefault((kind, slug));
}
