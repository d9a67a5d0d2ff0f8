using IrenPortal.Data.Public;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Search;

/// <summary>Something found.</summary>
/// <param name="Thing">What it is.</param>
/// <param name="Excerpt">A passage of its text with what was searched for; null where headline and summary have all of it.</param>
public sealed record SearchHit(SearchThing Thing, string? Excerpt);

/// <summary>One page of what was found, and how many there are by each filter with the others kept.</summary>
public sealed record FoundThings(
    IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyDictionary<EditionKind, int> Kinds, IReadOnlyDictionary<int, int> Years, IReadOnlyDictionary<string, int> Categories);

/// <summary>Search over everything public: releases, contracts, events and pages.</summary>
public sealed class SiteSearch(IDbContextFactory<PublicDbContext> stores, SearchIndex index)
{
    /// <summary>What matches: first by tier, then newest, then by kind and slug.</summary>
    public async Task<FoundThings> FindAsync(PublishedSite site, SearchQuery query, int pageSize)
    {
        var question = SearchQuestion.Of(query.Text ?? "");
        var tiers = await index.FindAsync(question, site.Version, ranked: true);
        var matching = tiers.Count == 0 ? [] : site.Searchable.Things.Where(t => tiers.ContainsKey(t.Number)).ToList();
        var category = query.Category is { } asked ? MatchKey.Fold(asked) : null;
        var found = matching.Where(t => OfKind(t) && OfYear(t) && OfCategory(t)).OrderBy(t => tiers[t.Number]).ToList();
        var skip = (query.Page - 1L) * pageSize;
        var page = skip < found.Count ? found.Skip((int)skip).Take(pageSize).ToList() : [];
        return new FoundThings(
            await HitsAsync(page, tiers, question), found.Count,
            matching.Where(t => OfYear(t) && OfCategory(t)).CountBy(t => t.Kind).ToDictionary(),
            matching.Where(t => t.Date is not null && OfKind(t) && OfCategory(t)).CountBy(t => t.Date!.Value.Year).ToDictionary(),
            matching.Where(t => t.Category.Length > 0 && OfKind(t) && OfYear(t)).CountBy(t => t.CategoryKey).ToDictionary());

        bool OfKind(SearchThing t) => query.Kind is null || t.Kind == query.Kind;

        bool OfYear(SearchThing t) => query.Year is null || t.Date?.Year == query.Year;

        bool OfCategory(SearchThing t) => category is null || t.CategoryKey == category;
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(List<SearchThing> page, IReadOnlyDictionary<long, MatchTier> tiers, SearchQuestion question)
    {
        var deep = page.Where(t => tiers[t.Number] > MatchTier.Lead).ToList();
        var texts = await TextsAsync([.. deep.Where(t => t.Html is null).Select(t => t.Number)]);
        return [.. page.Select(t => new SearchHit(t, tiers[t.Number] > MatchTier.Lead && (t.Html ?? texts.GetValueOrDefault(t.Number)) is { } html ? Excerpt.Of(HtmlText.Of(html), question) : null))];
    }

    private async Task<Dictionary<long, string>> TextsAsync(long[] numbers)
    {
        if (numbers.Length == 0)
        {
            return [];
        }

        await using var store = await stores.CreateDbContextAsync();
        return await store.Editions.Where(e => numbers.Contains(e.Number)).Select(e => new { e.Number, e.Html }).ToDictionaryAsync(e => e.Number, e => e.Html);
    }
}
