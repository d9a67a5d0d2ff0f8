using System.Text.Json;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Identity;

/// <summary>What the sign-in needs to know of the company, from the newest published profile.</summary>
public sealed class CompanyOnRecord(IDbContextFactory<PublicDbContext> stores)
{
    private static readonly Company Unknown = new("IREN", ["IREN"], DateTimeZone.Utc);

    /// <summary>The profile as published; before the first import the product's own name, in UTC.</summary>
    public async Task<Company> ReadAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var document = await store.CurrentEditions
            .Where(c => c.Kind == EditionKind.Company)
            .Join(store.Editions, c => c.EditionNumber, e => e.Number, (_, e) => e.Document)
            .FirstOrDefaultAsync(cancel);
        return document is null ? Unknown : Parse(document);
    }

    private static Company Parse(string document)
    {
        using var profile = JsonDocument.Parse(document);
        string Text(string name) => profile.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        return new Company(
            Text("name"),
            [Text("name"), Text("legalName"), Text("ticker")],
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(Text("zone")) ?? DateTimeZone.Utc);
    }
}

/// <summary>The company as the sign-in knows it.</summary>
/// <param name="Name">The short name.</param>
/// <param name="Names">Every name it goes by; no password may consist of them.</param>
/// <param name="Zone">The zone in which staff read times.</param>
public sealed record Company(string Name, IReadOnlyList<string> Names, DateTimeZone Zone);
