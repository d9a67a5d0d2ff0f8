using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom;

/// <summary>The company's published profile: the categories and the zone that drafts are checked against.</summary>
public sealed class CompanyOnFile(IDbContextFactory<PublicDbContext> stores, TimeProvider time)
{
    /// <summary>The profile; null before any was published.</summary>
    public async Task<CompanyProfile?> FindAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var json = await store.CurrentEditions
            .Where(c => c.Kind == EditionKind.Company)
            .Join(store.Editions, c => c.EditionNumber, e => e.Number, (_, e) => e.Document)
            .SingleOrDefaultAsync(cancel);
        return json is null ? null : JsonSerializer.Deserialize<CompanyProfile>(json, ContentJson.Options);
    }

    /// <summary>What drafts are checked against, now.</summary>
    /// <exception cref="InvalidOperationException">No profile was published: import one first.</exception>
    public async Task<ContentContext> ContextAsync(CancellationToken cancel)
    {
        var company = await FindAsync(cancel) ?? throw new InvalidOperationException("No company.yml was imported yet.");
        return ContentContext.Of(company, Instant.FromDateTimeOffset(time.GetUtcNow()));
    }
}
