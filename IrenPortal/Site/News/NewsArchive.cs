using IrenPortal.Data.Public;
using IrenPortal.Site.Published;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>A way into the archive.</summary>
/// <param name="Text">A year, category, tag or party.</param>
/// <param name="Href">The list of its releases.</param>
/// <param name="Count">How many there are.</param>
public sealed record ArchiveEntry(string Text, string Href, int Count);

/// <summary>All releases by year, category, tag and contract party, each with its count.</summary>
public sealed record NewsArchive(
    IReadOnlyList<ArchiveEntry> Years, IReadOnlyList<ArchiveEntry> Categories, IReadOnlyList<ArchiveEntry> Tags, IReadOnlyList<ArchiveEntry> Parties)
{
    /// <summary>Tags are free words, so that there may be thousands: of these the page has the most used.</summary>
    public const int MostTags = 40;

    /// <summary>The archive of a site: years newest first, categories in the company's order, tags and parties by the alphabet.</summary>
    public static NewsArchive Of(PublishedSite site) => new(
        [.. site.Announcements.GroupBy(a => a.Year).OrderByDescending(g => g.Key).Select(g => new ArchiveEntry(Format.Year(g.Key), new NewsQuery(Year: g.Key).Href, g.Count()))],
        [.. Entries(site, a => [a.Document.Category], c => new NewsQuery(Category: c)).OrderBy(e => PlaceOf(site, e.Text)).ThenBy(e => e.Text, StringComparer.OrdinalIgnoreCase)],
        [.. ByAlphabet(Entries(site, a => a.Document.Tags, t => new NewsQuery(Tag: t)).OrderByDescending(e => e.Count).ThenBy(e => e.Text, StringComparer.Ordinal).Take(MostTags))],
        [.. ByAlphabet(Entries(site, site.PartiesOf, p => new NewsQuery(Party: p)))]);

    private static IEnumerable<ArchiveEntry> ByAlphabet(IEnumerable<ArchiveEntry> entries) =>
        entries.OrderBy(e => e.Text, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Text, StringComparer.Ordinal);

    // Case doesn't matter in a filter: spellings of one word are one entry, named as its newest release has it.
    private static IEnumerable<ArchiveEntry> Entries(PublishedSite site, Func<PublishedAnnouncement, IEnumerable<string>> words, Func<string, NewsQuery> query) => site.Announcements
        .SelectMany(a => words(a).Select(w => (Word: w, Key: MatchKey.Fold(w))).DistinctBy(w => w.Key))
        .GroupBy(w => w.Key, StringComparer.Ordinal)
        .Select(g => new ArchiveEntry(g.First().Word, query(g.First().Word).Href, g.Count()));

    private static int PlaceOf(PublishedSite site, string category) =>
        site.Company.Categories.TakeWhile(c => !string.Equals(c, category, StringComparison.OrdinalIgnoreCase)).Count();
}
