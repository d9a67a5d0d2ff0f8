using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Market.Calendar;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Site.Verify;

/// <summary>An entry of the ledger and what it published.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="What">What it is, in a word or two.</param>
/// <param name="Title">Its headline, title or name.</param>
/// <param name="Href">Where readers find it; null where there is no address of its own.</param>
public sealed record RecordedThing(LedgerEntry Entry, string What, string Title, string? Href)
{
    /// <summary>The edition, for what has editions.</summary>
    public RecordedEdition? Edition { get; init; }
}

/// <summary>An edition as the record knows it.</summary>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Released">When an announcement was released, to the minute or by its day alone; null for other kinds.</param>
/// <param name="Newer">The newest edition where this one was replaced; null while it is the newest.</param>
/// <param name="Withdraws">True where this edition is a notice of withdrawal.</param>
public sealed record RecordedEdition(int Version, ReleaseMoment? Released, NewerEdition? Newer, bool Withdraws);

/// <summary>The edition that readers have now.</summary>
/// <param name="Version">Its version.</param>
/// <param name="CommittedAt">When the store took it.</param>
/// <param name="Reason">Why it was made, in plain words.</param>
/// <param name="Withdraws">True where it took the document back.</param>
public sealed record NewerEdition(int Version, Instant CommittedAt, string Reason, bool Withdraws);

/// <summary>Reads the ledger, entry by entry, with what each published. All of it is public.</summary>
public sealed class LedgerRecords(IDbContextFactory<PublicDbContext> stores)
{
    private const int MostMatches = 20;

    /// <summary>Everything that was published under a hash up to a store version, oldest first, at most 20.</summary>
    public async Task<IReadOnlyList<RecordedThing>> OfHashAsync(string sha256, long version)
    {
        await using var store = await stores.CreateDbContextAsync();
        var entries = await store.Ledger.Where(e => e.Sha256 == sha256 && e.Number <= version).OrderBy(e => e.Number).Take(MostMatches).ToListAsync();
        return await ThingsAsync(store, entries, version);
    }

    /// <summary>Whether anything was published under a hash.</summary>
    public async Task<bool> HaveAsync(string sha256)
    {
        await using var store = await stores.CreateDbContextAsync();
        return await store.Ledger.AnyAsync(e => e.Sha256 == sha256);
    }

    /// <summary>The entries from one number to another, newest first, with what became of them up to a store version.</summary>
    public async Task<IReadOnlyList<RecordedThing>> RangeAsync(long first, long last, long version)
    {
        await using var store = await stores.CreateDbContextAsync();
        var entries = await store.Ledger.Where(e => e.Number >= first && e.Number <= last).OrderByDescending(e => e.Number).ToListAsync();
        return await ThingsAsync(store, entries, version);
    }

    /// <summary>One entry; null where the ledger of that version has none of that number.</summary>
    public async Task<RecordedThing?> OfNumberAsync(long number, long version)
    {
        await using var store = await stores.CreateDbContextAsync();
        var entries = await store.Ledger.Where(e => e.Number == number && e.Number <= version).ToListAsync();
        return (await ThingsAsync(store, entries, version)).SingleOrDefault();
    }

    private static async Task<IReadOnlyList<RecordedThing>> ThingsAsync(PublicDbContext store, List<LedgerEntry> entries, long version)
    {
        var numbers = entries.Select(e => e.Number).ToList();
        var editions = await store.Editions.Where(e => numbers.Contains(e.Number))
            .Select(e => new { e.Number, e.Kind, e.Slug, e.Version, e.Title, e.Document }).ToDictionaryAsync(e => e.Number);
        var files = await store.Files.Where(f => numbers.Contains(f.Number)).Select(f => new { f.Number, f.Id, f.Name }).ToDictionaryAsync(f => f.Number);
        var slugs = editions.Values.Select(e => e.Slug).Distinct().ToList();
        var later = await store.Editions.Where(e => slugs.Contains(e.Slug) && e.Version > 1 && e.Number <= version)
            .Select(e => new { e.Kind, e.Slug, e.Version, e.CommittedAt, e.Reason, e.Document }).ToListAsync();
        var things = new List<RecordedThing>();
        foreach (var entry in entries)
        {
            if (editions.TryGetValue(entry.Number, out var edition))
            {
                var newer = later.Where(e => e.Kind == edition.Kind && e.Slug == edition.Slug && e.Version > edition.Version).MaxBy(e => e.Version);
                things.Add(new RecordedThing(entry, WordOf(edition.Kind), edition.Title, HrefOf(edition.Kind, edition.Slug, edition.Version))
                {
                    Edition = new RecordedEdition(
                        edition.Version,
                        edition.Kind is EditionKind.Announcement ? JsonSerializer.Deserialize<AnnouncementDocument>(edition.Document, ContentJson.Options)!.Moment() : null,
                        newer is null ? null : new NewerEdition(newer.Version, newer.CommittedAt, newer.Reason, ContentJson.IsWithdrawn(newer.Document)),
                        ContentJson.IsWithdrawn(edition.Document)),
                });
            }
            else
            {
                things.Add(files.TryGetValue(entry.Number, out var file)
                    ? new RecordedThing(entry, "File", file.Name, $"/files/{file.Id}/{file.Name}")
                    : Other(entry));
            }
        }

        return things;
    }

    private static RecordedThing Other(LedgerEntry entry) => entry.Kind switch
    {
        "prices" => new(entry, "Prices", $"Daily prices of {entry.Subject}", $"/stock/history?symbol={Uri.EscapeDataString(entry.Subject)}"),
        "actions" => new(entry, "Corporate actions", $"Dividends and splits of {entry.Subject}", null),
        FilingsInForce.Kind => new(entry, "Filings", $"Filings with the SEC under CIK {entry.Subject}", Filings.FilingQuery.Path),
        EditionTiming.Kind => new(entry, "Punctuality", $"When entry {entry.Subject} was first read and mailed", Timeliness.TimelinessEndpoints.Path),
        _ => new(entry, "Closing entry", $"Closes entries {entry.Subject}", null),
    };

    private static string WordOf(EditionKind kind) => kind switch
    {
        EditionKind.Announcement => "Release",
        EditionKind.Contract => "Contract",
        EditionKind.Event => "Event",
        EditionKind.Company => "Company profile",
        _ => "Page",
    };

    private static string? HrefOf(EditionKind kind, string slug, int version) => kind switch
    {
        EditionKind.Announcement => FormattableString.Invariant($"/news/{slug}?version={version}"),
        EditionKind.Contract => FormattableString.Invariant($"/contracts/{slug}?version={version}"),
        EditionKind.Event => $"/events#{slug}",
        EditionKind.Company => null,
        _ => FormattableString.Invariant($"/{slug}?version={version}"),
    };
}
