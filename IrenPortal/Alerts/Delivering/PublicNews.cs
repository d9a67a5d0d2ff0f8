using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Alerts.Delivering;

/// <summary>An edition that is news.</summary>
/// <param name="Number">Its ledger number.</param>
/// <param name="CategoryKey">Its category, folded.</param>
/// <param name="CommittedAt">When it became public.</param>
public sealed record NewsItem(long Number, string CategoryKey, Instant CommittedAt);

/// <summary>Reads from the public store what mail is about: nothing else is within reach, so nothing unreleased can be in a mail.</summary>
public sealed class PublicNews(IDbContextFactory<PublicDbContext> stores)
{
    // What files bring in may be years old; what they bring on its day is news all the same.
    private static readonly Duration FreshImport = Duration.FromDays(1);

    /// <summary>The newest store version.</summary>
    public async Task<long> VersionAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.VersionAsync(cancel);
    }

    /// <summary>The announcements' editions above one ledger number up to another, those alone that no newer one has replaced by then.</summary>
    public async Task<IReadOnlyList<NewsItem>> BetweenAsync(long after, long upTo, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var editions = await store.Editions
            .Where(e => e.Kind == EditionKind.Announcement && e.Number > after && e.Number <= upTo)
            .OrderBy(e => e.Number)
            .Select(e => new { e.Number, e.Slug, e.Version, e.CategoryKey, e.ReleasedAt, e.CommittedAt })
            .ToListAsync(cancel);
        var news = new List<NewsItem>();
        foreach (var edition in editions.GroupBy(e => e.Slug, StringComparer.Ordinal).Select(g => g.Last()))
        {
            var command = await store.CarriedOutCommands.Where(c => c.FirstNumber <= edition.Number).OrderByDescending(c => c.FirstNumber).Select(c => c.Key).FirstAsync(cancel);
            if (CommandKeys.OriginOf(command) is not CommandOrigin.Imported || (edition.Version == 1 && edition.CommittedAt - edition.ReleasedAt <= FreshImport))
            {
                news.Add(new NewsItem(edition.Number, edition.CategoryKey, edition.CommittedAt));
            }
        }

        return news;
    }

    /// <summary>The editions of these numbers that readers see now; one that was replaced has its successor's own mail.</summary>
    public async Task<IReadOnlyDictionary<long, Edition>> CurrentAsync(IReadOnlyCollection<long> numbers, CancellationToken cancel)
    {
        if (numbers.Count == 0)
        {
            return new Dictionary<long, Edition>();
        }

        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.CurrentEditions
            .Where(c => numbers.Contains(c.EditionNumber))
            .Join(store.Editions.Where(e => e.Kind == EditionKind.Announcement), c => c.EditionNumber, e => e.Number, (_, e) => e)
            .ToDictionaryAsync(e => e.Number, cancel);
    }
}
