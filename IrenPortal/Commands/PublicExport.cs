using System.Text;
using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Commands;

/// <summary>The public store as a content folder. Editions are written as they were hashed, byte for byte.</summary>
internal static class PublicExport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes into a folder that isn't there yet; returns how many files.</summary>
    public static async Task<int> WriteAsync(PublicDbContext store, string folder, CancellationToken cancel)
    {
        var count = 0;
        var current = (await store.CurrentEditions.Select(c => c.EditionNumber).ToListAsync(cancel)).ToHashSet();
        var editions = await store.Editions.OrderBy(e => e.Number).ToListAsync(cancel);
        var company = editions.Find(e => e.Kind is EditionKind.Company && current.Contains(e.Number));
        var profile = company is null ? null : JsonSerializer.Deserialize<CompanyProfile>(company.Document, ContentJson.Options)!;
        var zone = profile is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[profile.Zone];
        foreach (var edition in editions)
        {
            if (PathOf(edition, current.Contains(edition.Number), zone) is { } path)
            {
                await WriteAsync(path, Utf8.GetBytes(edition.Markdown));
            }
        }

        await foreach (var file in store.Files.OrderBy(f => f.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await WriteAsync($"media/{file.Name}", file.Bytes);
        }

        foreach (var symbol in await store.CurrentBars.Select(c => c.Symbol).Distinct().OrderBy(s => s).ToListAsync(cancel))
        {
            var bars = await store.NewestBars().Where(b => b.Symbol == symbol).OrderBy(b => b.Date).ToListAsync(cancel);
            await WriteAsync($"prices/{symbol}.csv", Utf8.GetBytes(BarCsv.Write(bars)));
        }

        var actions = await store.CorporateActions.ToListAsync(cancel);
        foreach (var symbol in actions.GroupBy(a => a.Symbol, StringComparer.Ordinal))
        {
            await WriteAsync($"prices/{symbol.Key}.actions.csv", Utf8.GetBytes(BarCsv.Write(symbol.Newest())));
        }

        if (profile?.Cik is { } cik && await PublishedFilings.InForceAsync(store, cik, cancel) is { Count: > 0 } filings)
        {
            await WriteAsync(SubmissionsFile.PathOf(cik), Utf8.GetBytes(SubmissionsFile.Write(cik, filings)));
        }

        return count;

        async Task WriteAsync(string path, byte[] bytes)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllBytesAsync(full, bytes, cancel);
            count++;
        }
    }

    // Earlier texts of what takes effect at once (events, the company) are no editions that readers can open.
    private static string? PathOf(Edition edition, bool current, DateTimeZone zone) => (edition.Kind, current) switch
    {
        (EditionKind.Announcement, true) => AnnouncementFile.PathOf(JsonSerializer.Deserialize<AnnouncementDocument>(edition.Document, ContentJson.Options)!, zone),
        (EditionKind.Announcement, false) => $"editions/{edition.Slug}/{edition.Version}.md",
        (EditionKind.Contract, true) => $"contracts/{edition.Slug}.md",
        (EditionKind.Contract, false) => $"editions/contracts/{edition.Slug}/{edition.Version}.md",
        (EditionKind.Page, true) => $"pages/{edition.Slug}.md",
        (EditionKind.Page, false) => $"editions/pages/{edition.Slug}/{edition.Version}.md",
        (EditionKind.Event, true) => $"events/{edition.Slug}.md",
        (EditionKind.Company, true) => "company.yml",
        _ => null,
    };
}
