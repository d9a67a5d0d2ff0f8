using System.Collections.Concurrent;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.EventStudies.Panels;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>
/// Every announcement with its measures, and the averages over them, at one store version. Panels are worked out when they are
/// first asked for.
/// </summary>
public sealed class ReactionBook
{
    private readonly ConcurrentDictionary<(string? Category, bool ExcludesFlagged), Panel> _panels = new();

    /// <summary>Takes the announcements with their measures.</summary>
    /// <param name="firm">Symbol of the share.</param>
    /// <param name="benchmark">Symbol of the benchmark.</param>
    /// <param name="releases">The announcements, newest first.</param>
    /// <param name="order">The company's categories in its own order.</param>
    public ReactionBook(string firm, string benchmark, IReadOnlyList<MeasuredRelease> releases, IReadOnlyList<string> order)
    {
        (Firm, Benchmark, Releases) = (firm, benchmark, releases);
        var used = releases.Select(r => r.Category).Distinct(StringComparer.Ordinal).ToList();
        Categories = [.. order.Where(used.Contains), .. used.Except(order).Order(StringComparer.Ordinal)];
    }

    /// <summary>Symbol of the share.</summary>
    public string Firm { get; }

    /// <summary>Symbol of the benchmark.</summary>
    public string Benchmark { get; }

    /// <summary>Every announcement, newest first.</summary>
    public IReadOnlyList<MeasuredRelease> Releases { get; }

    /// <summary>The categories that have an announcement, in the company's order.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The measures of everything public.</summary>
    public static ReactionBook Of(PublishedSite site)
    {
        var count = site.Announcements.Count;
        return new ReactionBook(
            site.Company.Ticker, site.Company.Benchmark,
            [.. site.Announcements.Select((a, i) => new MeasuredRelease(
                count - i, a.Slug, a.Document.Headline, a.Document.Category, a.Moment, site.ReactionTo(a), new Lazy<EventStudy?>(() => site.StudyOf(a))))],
            site.Company.Categories);
    }

    /// <summary>The average over the announcements of a category, over all where it is null.</summary>
    public Panel PanelOf(string? category, bool excludesFlagged) => _panels.GetOrAdd((category, excludesFlagged), key => Panel.Of(
        [.. Releases.Where(r => r.Study is not null && (key.Category is null || r.Category == key.Category)).Select(r => new PanelEvent(r.Slug, Firm, r.Study!))],
        key.ExcludesFlagged));
}
