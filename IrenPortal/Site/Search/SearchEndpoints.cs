using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;

namespace IrenPortal.Site.Search;

/// <summary>Search over everything public, as a page.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder site) => site.MapGetOrHead("/search", Page).AddEndpointFilter<ReaderThrottle.Filter<SearchThrottle>>();

    private static Task<IResult> Page(HttpRequest request, SiteAnswers answers, SiteSearch search, SearchSuggestions suggestions, DocumentRenderer renderer)
    {
        var query = SearchQuery.Read(new QueryFields(request.Query));
        return answers.AtAsync(query.Href, async moment =>
        {
            var found = query.Text is null ? null : await search.FindAsync(moment.Site, query, SearchView.PageSize);
            var suggestion = query.Text is { } text && found!.Total == 0
                ? await suggestions.ForAsync(text, moment.Site.Version, moment.Site.Searchable.Has)
                : null;
            return await renderer.RenderAsync<SearchPage>(new() { [nameof(SearchPage.View)] = new SearchView(moment.Chrome, query, found, suggestion) });
        });
    }
}
