using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Feeds.Hubs;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Feeds;

/// <summary>Reads the newest announcements with their whole texts. A withdrawn one stays with its notice, so that subscribers learn of it.</summary>
public sealed class PublishedFeeds(IDbContextFactory<PublicDbContext> stores, PublishedNews news, HubSettings hubs)
{
    /// <summary>The feed of a question.</summary>
    public async Task<Feed> ReadAsync(SiteMoment moment, NewsQuery query)
    {
        var (site, chrome) = (moment.Site, moment.Chrome);
        var found = await news.FindAsync(site, query with { Page = 1 }, Feed.MostItems);
        PublishedAnnouncement[] newest =
        [
            .. found.Items.Concat(Withdrawn(site, query)).OrderByDescending(a => a.ReleasedAt).ThenBy(a => a.Slug, StringComparer.Ordinal).Take(Feed.MostItems),
        ];
        await using var store = await stores.CreateDbContextAsync();
        var texts = await TextsAsync(store, newest);
        var files = await FilesAsync(store, newest, chrome.Absolute);
        var corrections = await CorrectionsAsync(store, newest);
        FeedItem[] items =
        [
            .. newest.Select(a => ItemOf(
                moment, a, texts[a.Number], [.. files[a.Number]], [.. corrections[a.Slug].Where(c => c.Number <= a.Number).Select(c => c.Correction)])),
        ];
        return new Feed
        {
            Origin = chrome.PublicOrigin,
            Query = query,
            Title = FeedWords.Title(chrome, query),
            Description = FeedWords.Description(chrome, query),
            Author = chrome.Company.LegalName,
            Updated = items.Length == 0 ? moment.AsOf : items.Max(i => i.Updated),
            Items = items,
            Hubs = FeedAddresses.IsTold(query) ? hubs.Hubs : [],
        };
    }

    // What was withdrawn has neither words nor tags left to be found by.
    private static IEnumerable<PublishedAnnouncement> Withdrawn(PublishedSite site, NewsQuery query)
    {
        var category = query.Category is { } name ? MatchKey.Fold(name) : null;
        return query is { Text: null, Tag: null, Party: null }
            ? site.WithdrawnAnnouncements.Where(a => (category is null || a.CategoryKey == category) && (query.Year is null || a.Year == query.Year))
            : [];
    }

    private static FeedItem ItemOf(SiteMoment moment, PublishedAnnouncement announcement, string body, IReadOnlyList<FeedFile> files, IReadOnlyList<Correction> corrections)
    {
        var (document, href) = (announcement.Document, "/news/" + announcement.Slug);
        var standing = new EditionStanding(href, announcement.Version, announcement.Version, corrections);
        var withdrawn = standing.Withdrawal;
        return new FeedItem(
            moment.Chrome.Absolute(href),
            withdrawn is null ? document.Headline : $"Withdrawn: {document.Headline}",
            withdrawn is null ? document.Summary : $"This release was withdrawn. {withdrawn.Reason}",
            FeedText.Of(moment.Chrome, standing, body, files),
            announcement.ReleasedAt, announcement.UpdatedAt, document.Category, document.Tags, files);
    }

    private static async Task<Dictionary<long, string>> TextsAsync(PublicDbContext store, IReadOnlyList<PublishedAnnouncement> of)
    {
        long[] numbers = [.. of.Select(a => a.Number)];
        return await store.Editions.Where(e => numbers.Contains(e.Number)).Select(e => new { e.Number, e.Html }).ToDictionaryAsync(e => e.Number, e => e.Html);
    }

    private static async Task<ILookup<long, FeedFile>> FilesAsync(PublicDbContext store, IReadOnlyList<PublishedAnnouncement> of, Func<string, string> absolute)
    {
        long[] numbers = [.. of.Where(a => a.Document.Files.Count > 0).Select(a => a.Number)];
        var uses = await store.EditionFiles
            .Where(u => numbers.Contains(u.EditionNumber) && u.Attached)
            .Join(store.Files, u => u.FileId, f => f.Id, (u, f) => new { u.EditionNumber, u.Ordinal, f.Id, f.Name, f.ContentType, f.Length })
            .ToListAsync();
        return uses.OrderBy(u => u.Ordinal).ToLookup(u => u.EditionNumber, u => new FeedFile(u.Name, absolute($"/files/{u.Id}/{u.Name}"), u.ContentType, u.Length));
    }

    private static async Task<ILookup<string, (long Number, Correction Correction)>> CorrectionsAsync(PublicDbContext store, IReadOnlyList<PublishedAnnouncement> of)
    {
        string[] slugs = [.. of.Where(a => a.Version > 1).Select(a => a.Slug)];
        var editions = await store.Editions
            .Where(e => e.Kind == EditionKind.Announcement && e.Version > 1 && slugs.Contains(e.Slug))
            .Select(e => new { e.Number, e.Slug, e.Version, e.CommittedAt, e.Reason, e.Document })
            .ToListAsync();
        return editions.OrderBy(e => e.Version).ToLookup(
            e => e.Slug, e => (e.Number, new Correction(e.Version, e.CommittedAt, e.Reason, ContentJson.IsWithdrawn(e.Document))), StringComparer.Ordinal);
    }
}
