using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Site.Layout;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Site.Published;

/// <summary>
/// Reads one <see cref="PublishedSite"/> inside a snapshot. Editions never change, so those that the site before had
/// are taken from it: a release costs what it brought, not what the store holds.
/// </summary>
internal sealed class PublishedSiteReader(PublicDbContext store, PublishedSite? before)
{
    private const int Chunk = 500;

    private static readonly CompanyProfile NoCompany = new()
    {
        Name = "Company", LegalName = "", Ticker = "", Exchange = "", Zone = "America/New_York", Benchmark = "", Categories = [],
    };

    public async Task<PublishedSite> ReadAsync()
    {
        var head = await store.Ledger.OrderByDescending(e => e.Number).Select(e => new LedgerHead(e.Number, e.Hash)).FirstOrDefaultAsync();
        var known = Known(before is not null && await IsLaterOfSameStoreAsync(before) ? before : null);
        var current = await store.CurrentEditions.OrderBy(c => c.EditionNumber).Select(c => c.EditionNumber).ToListAsync();
        var read = new List<object>(current.Count);
        var missing = new List<long>();
        foreach (var number in current)
        {
            if (known.TryGetValue(number, out var document))
            {
                read.Add(document);
            }
            else
            {
                missing.Add(number);
            }
        }

        var company = before?.Company;
        var rows = await RowsAsync(missing);
        if (rows.Find(r => r.Kind is EditionKind.Company) is { } profile)
        {
            company = Parse<CompanyProfile>(profile);
        }

        company ??= NoCompany;
        var zone = DateTimeZoneProviders.Tzdb[company.Zone];
        read.AddRange(rows.Where(r => r.Kind is not EditionKind.Company).Select(r => Document(r, zone)));
        return new PublishedSite
        {
            Version = head?.Number ?? 0,
            Head = head,
            Company = company,
            Announcements = [.. read.OfType<PublishedAnnouncement>().Where(a => !IsWithdrawn(a)).OrderByDescending(a => a.ReleasedAt).ThenBy(a => a.Slug, StringComparer.Ordinal)],
            Contracts = [.. read.OfType<PublishedContract>().Where(c => !c.Document.Withdrawn).OrderByDescending(c => c.Document.Announced ?? c.Document.Signed ?? LocalDate.MinIsoValue).ThenBy(c => c.Document.Slug, StringComparer.Ordinal)],
            Events = [.. read.OfType<PublishedEvent>().Select(e => e with { Begins = Begins(e.Document, zone) }).OrderByDescending(e => e.Begins).ThenBy(e => e.Document.Slug, StringComparer.Ordinal)],
            Pages = [.. read.OfType<PublishedPage>().Where(p => !p.Document.Withdrawn).OrderBy(p => p.Document.Slug, StringComparer.Ordinal)],
            WithdrawnAnnouncements = [.. read.OfType<PublishedAnnouncement>().Where(IsWithdrawn)],
            WithdrawnContracts = [.. read.OfType<PublishedContract>().Where(c => c.Document.Withdrawn)],
            WithdrawnPages = [.. read.OfType<PublishedPage>().Where(p => p.Document.Withdrawn)],
            Filings = await PublishedFilings.ReadAsync(store, company, before),
            Prices = await PublishedPrices.ReadAsync(store, company, before),
        };
    }

    private async Task<bool> IsLaterOfSameStoreAsync(PublishedSite earlier) =>
        earlier.Head is { } head && await store.Ledger.AnyAsync(e => e.Number == head.Number && e.Hash == head.Hash);

    private static Dictionary<long, object> Known(PublishedSite? site) => site is null
        ? []
        : new Dictionary<long, object>(
        [
            .. site.Announcements.Select(a => KeyValuePair.Create(a.Number, (object)a)),
            .. site.WithdrawnAnnouncements.Select(a => KeyValuePair.Create(a.Number, (object)a)),
            .. site.WithdrawnContracts.Select(c => KeyValuePair.Create(c.Number, (object)c)),
            .. site.WithdrawnPages.Select(p => KeyValuePair.Create(p.Number, (object)p)),
            .. site.Contracts.Select(c => KeyValuePair.Create(c.Number, (object)c)),
            .. site.Events.Select(e => KeyValuePair.Create(e.Number, (object)e)),
            .. site.Pages.Select(p => KeyValuePair.Create(p.Number, (object)p)),
        ]);

    private async Task<List<Row>> RowsAsync(List<long> numbers)
    {
        var rows = new List<Row>(numbers.Count);
        foreach (var chunk in numbers.Chunk(Chunk))
        {
            rows.AddRange(await store.Editions.Where(e => chunk.Contains(e.Number))
                .Select(e => new Row(
                    e.Number, e.Kind, e.Slug, e.Version, e.ReleasedAt, e.CommittedAt, e.Year, e.CategoryKey,
                    e.Kind == EditionKind.Announcement ? "" : e.Html, e.Document))
                .ToListAsync());
        }

        return rows;
    }

    private static object Document(Row row, DateTimeZone zone)
    {
        switch (row.Kind)
        {
            case EditionKind.Announcement:
                var announcement = Parse<AnnouncementDocument>(row) with { Body = "" };
                return new PublishedAnnouncement(
                    row.Number, row.Version, row.ReleasedAt, row.Year, row.CategoryKey, [.. announcement.Tags.Select(MatchKey.Fold)], announcement) { CommittedAt = row.CommittedAt };
            case EditionKind.Contract:
                return new PublishedContract(row.Number, Parse<ContractDocument>(row), row.Html) { CommittedAt = row.CommittedAt };
            case EditionKind.Event:
                var entry = Parse<EventDocument>(row);
                return new PublishedEvent(row.Number, Begins(entry, zone), entry, row.Html, row.Version, row.CommittedAt);
            case EditionKind.Page:
                return new PublishedPage(row.Number, row.CommittedAt, Parse<PageDocument>(row), row.Html);
            default:
                throw new InvalidOperationException($"Edition {row.Number} is of the unknown kind {row.Kind}.");
        }
    }

    private static bool IsWithdrawn(PublishedAnnouncement announcement) => announcement.Document.Status is DocumentStatus.Withdrawn;

    private static Instant Begins(EventDocument document, DateTimeZone zone) =>
        document.StartsAt ?? zone.AtStartOfDay(document.StartDate!.Value).ToInstant();

    private static T Parse<T>(Row row) => JsonSerializer.Deserialize<T>(row.Document, ContentJson.Options)
        ?? throw new InvalidOperationException($"Edition {row.Number} has no document.");

    private sealed record Row(
        long Number, EditionKind Kind, string Slug, int Version, Instant ReleasedAt, Instant CommittedAt, int Year, string CategoryKey, string Html, string Document);
}
