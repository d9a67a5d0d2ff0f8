using IrenPortal.Data.Public;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Search;

/// <summary>How near the top of a text a question was met; the lower comes first.</summary>
public enum MatchTier
{
    /// <summary>All of it in the headline.</summary>
    Headline = 1,

    /// <summary>All of it in headline and summary.</summary>
    Lead = 2,

    /// <summary>Some of it in the headline, the rest anywhere.</summary>
    PartlyHeadline = 3,

    /// <summary>Anywhere.</summary>
    Text = 4,
}

/// <summary>
/// Asks the index of the public store which editions match. It only compares whole terms, their beginnings and phrases, and what
/// comes out is a tier and no database's own rank: both databases answer alike.
/// </summary>
public sealed class SearchIndex(IDbContextFactory<PublicDbContext> stores, StoreVersionBoard board)
{
    private const string VersionRow = "SELECT COALESCE((SELECT MAX(\"Number\") FROM {0}), 0) AS \"Number\", 0 AS \"Tier\"";

    /// <summary>The ledger numbers of the editions that match, each with its best tier.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="version">The store version that the answer belongs to.</param>
    /// <param name="ranked">False where only whether they match counts; every tier is then the last one.</param>
    /// <exception cref="StoreMovedException">The store is at another version by now.</exception>
    public async Task<IReadOnlyDictionary<long, MatchTier>> FindAsync(SearchQuestion question, long version, bool ranked)
    {
        if (question.Parts.Count == 0)
        {
            return new Dictionary<long, MatchTier>();
        }

        await using var store = await stores.CreateDbContextAsync();
        var query = new IndexQuery(store.Database.IsSqlite(), question, ranked);

        // One statement is one moment of the store on both databases.
        var rows = await store.Database.SqlQueryRaw<Row>(
            string.Join("\nUNION ALL ", [VersionRow.Replace("{0}", query.Table("Ledger"), StringComparison.Ordinal), .. query.Selects]), [.. query.Values]).ToListAsync();
        var found = new Dictionary<long, MatchTier>(rows.Count);
        foreach (var row in rows)
        {
            if (row.Tier == 0)
            {
                Check(row.Number, version);
            }
            else if (!found.TryGetValue(row.Number, out var tier) || row.Tier < (int)tier)
            {
                found[row.Number] = (MatchTier)row.Tier;
            }
        }

        if (found.Count == 0 && version > 0 && !await store.SearchEntries.AnyAsync())
        {
            await RefuseWithoutProjectionAsync(store);
        }

        return found;
    }

    private void Check(long now, long version)
    {
        if (now != version)
        {
            board.Announce(now);
            throw new StoreMovedException();
        }
    }

    // After an upgrade the newsroom fills it in one go. An answer from the empty one would be kept until the next release.
    private static async Task RefuseWithoutProjectionAsync(PublicDbContext store)
    {
        if (await store.CurrentEditions.AnyAsync(c => c.Kind != EditionKind.Company))
        {
            throw new StoreUnavailableException("The search index is being made.");
        }
    }

    private sealed record Row(long Number, int Tier);
}
