namespace IrenPortal.Data.Public.Search;

/// <summary>What searches may find.</summary>
public static class SearchableEditions
{
    /// <summary>The current edition of every announcement, contract, page and event. The company's profile stands around them all.</summary>
    public static IQueryable<Edition> Searchable(this PublicDbContext store) => store.CurrentEditions
        .Where(c => c.Kind != EditionKind.Company)
        .Join(store.Editions, c => c.EditionNumber, e => e.Number, (_, e) => e);
}
