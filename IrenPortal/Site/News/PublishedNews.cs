using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Published;
using IrenPortal.Site.Search;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>Announcements that match a question: one page of them, how many there are, and in which years.</summary>
public sealed record FoundNews(IReadOnlyList<PublishedAnnouncement> Items, int Total, IReadOnlyDictionary<int, int> YearCounts);

/// <summary>One edition of an announcement with its text, files and the corrections known at a store version.</summary>
/// <param name="Number">Its ledger number.</param>
/// <param name="Document">What its file says, body included.</param>
/// <param name="ReleasedAt">The approved instant; the first of its span where the minute isn't known.</param>
/// <param name="CommittedAt">When the store took this edition.</param>
/// <param name="Markdown">The edition in import format.</param>
/// <param name="Html">Its body as safe HTML.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the Markdown.</param>
/// <param name="Files">Its attachments in the order of the file.</param>
/// <param name="Standing">Where it stands among the editions.</param>
public sealed record AnnouncementEdition(
    long Number, AnnouncementDocument Document, Instant ReleasedAt, Instant CommittedAt, string Markdown, string Html, string Sha256,
    IReadOnlyList<AttachedFile> Files, EditionStanding Standing);

/// <summary>Every public read of announcements beyond what <see cref="PublishedSite"/> holds.</summary>
public sealed class PublishedNews(IDbContextFactory<PublicDbContext> stores, PublishedEditions editions, SearchIndex index)
{
    /// <summary>The announcements that match every part of the question, newest first.</summary>
    public async Task<FoundNews> FindAsync(PublishedSite site, NewsQuery query, int pageSize)
    {
        IEnumerable<PublishedAnnouncement> found = site.Announcements;
        if (query.Category is { } category)
        {
            var key = MatchKey.Fold(category);
            found = found.Where(a => a.CategoryKey == key);
        }

        if (query.Tag is { } tag)
        {
            var key = MatchKey.Fold(tag);
            found = found.Where(a => a.TagKeys.Contains(key));
        }

        if (query.Party is { } party)
        {
            var key = MatchKey.Fold(party);
            found = found.Where(a => site.PartiesOf(a).Any(p => MatchKey.Fold(p) == key));
        }

        if (query.Text is { } text)
        {
            var matches = await index.FindAsync(SearchQuestion.Of(text), site.Version, ranked: false);
            found = found.Where(a => matches.ContainsKey(a.Number));
        }

        var inAnyYear = found.ToList();
        var years = inAnyYear.GroupBy(a => a.Year).ToDictionary(g => g.Key, g => g.Count());
        var all = query.Year is { } year ? inAnyYear.FindAll(a => a.Year == year) : inAnyYear;
        var skip = (query.Page - 1L) * pageSize;
        return new FoundNews(skip < all.Count ? [.. all.Skip((int)skip).Take(pageSize)] : [], all.Count, years);
    }

    /// <summary>An edition; the newest without <paramref name="version"/>, null where there is none.</summary>
    public async Task<AnnouncementEdition?> EditionAsync(PublishedSite site, string slug, int? version)
    {
        if ((site.Announcement(slug) ?? site.WithdrawnAnnouncement(slug)) is not { } current
            || await editions.ReadAsync(EditionKind.Announcement, slug, "/news/" + slug, current.Number, version) is not { } edition)
        {
            return null;
        }

        await using var store = await stores.CreateDbContextAsync();
        var files = await store.EditionFiles
            .Where(u => u.EditionNumber == edition.Number && u.Attached)
            .OrderBy(u => u.Ordinal)
            .Join(store.Files, u => u.FileId, f => f.Id, (_, f) => new { f.Id, f.Name, f.Length, f.Sha256 })
            .ToListAsync();
        return new AnnouncementEdition(
            edition.Number, edition.As<AnnouncementDocument>(), edition.ReleasedAt, edition.CommittedAt, edition.Markdown, edition.Html, edition.Sha256,
            [.. files.Select(f => new AttachedFile(f.Name, $"/files/{f.Id}/{f.Name}", f.Length, f.Sha256))],
            edition.Standing);
    }
}
