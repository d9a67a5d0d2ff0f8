using IrenPortal.Data.Public;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Site.Search;

/// <summary>Something that can be found.</summary>
/// <param name="Number">Its edition's ledger number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Slug">Its address part.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Summary">Plain text; empty where it has none.</param>
/// <param name="Href">Its address.</param>
/// <param name="Date">The day of release, announcement or beginning; null where it has none.</param>
/// <param name="Category">A release's category; empty for other kinds.</param>
/// <param name="CategoryKey">The category folded for matching.</param>
/// <param name="Html">Its text; null for a release, whose text is read when it is shown.</param>
public sealed record SearchThing(
    long Number, EditionKind Kind, string Slug, string Title, string Summary, string Href, LocalDate? Date, string Category, string CategoryKey, string? Html)
{
    /// <summary>True for an event that was called off.</summary>
    public bool CalledOff { get; init; }
}

/// <summary>Everything of a site that can be found, newest first, then by kind and slug. What was withdrawn is not in it.</summary>
public sealed class SearchCatalog
{
    private readonly Dictionary<long, SearchThing> _byNumber;

    private SearchCatalog(IEnumerable<SearchThing> things)
    {
        Things = [.. things];
        _byNumber = Things.ToDictionary(t => t.Number);
    }

    /// <summary>All of it in its order.</summary>
    public IReadOnlyList<SearchThing> Things { get; }

    /// <summary>Whether an edition is in it.</summary>
    public bool Has(long number) => _byNumber.ContainsKey(number);

    /// <summary>The catalog of a site.</summary>
    public static SearchCatalog Of(PublishedSite site)
    {
        var zone = site.Zone;
        IEnumerable<SearchThing> all =
        [
            .. site.Announcements.Select(a => new SearchThing(
                a.Number, EditionKind.Announcement, a.Slug, a.Document.Headline, a.Document.Summary, "/news/" + a.Slug, a.Moment.DateIn(zone), a.Document.Category, a.CategoryKey, null)),
            .. site.Contracts.Select(c => new SearchThing(
                c.Number, EditionKind.Contract, c.Document.Slug, c.Document.Title, "", "/contracts/" + c.Document.Slug, c.Document.Announced ?? c.Document.Signed, "", "", c.Html)),
            .. site.Events.Select(e => new SearchThing(
                e.Number, EditionKind.Event, e.Document.Slug, e.Document.Title, "", "/events#" + e.Document.Slug, e.Begins.InZone(zone).Date, "", "", e.Html) { CalledOff = e.Document.Withdrawn }),
            .. site.Pages.Select(p => new SearchThing(
                p.Number, EditionKind.Page, p.Document.Slug, p.Document.Title, p.Document.Summary ?? "", "/" + p.Document.Slug, null, "", "", p.Html)),
        ];

        // The sort keeps equal ones as they are: of one day, releases by their instant as the list of news has them.
        return new SearchCatalog(all.OrderByDescending(t => t.Date ?? LocalDate.MinIsoValue).ThenBy(t => t.Kind));
    }
}
