using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Filings;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Site.Search;

namespace IrenPortal.Site.Api;

/// <summary>The read API under <c>/api/v1</c>: announcements, contracts, events, filings and prices. The ledger has its own file.</summary>
internal static class ApiEndpoints
{
    private const string AnySlug = "Address part, as in its page's address.";

    private const string Words = "Words and figures that must all occur; a phrase in quotes; the last word may be a beginning.";

    public static void MapApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/api/v1");
        api.MapGetOrHead("/announcements", Announcements).Reads(EditionKind.Announcement, ReadChannel.Api)
            .AddEndpointFilter<ReaderThrottle.Filter<SearchThrottle>>()
            .Answers<ApiList<AnnouncementItem>>("Announcements, newest first, without what was withdrawn.")
            .Takes("year", ApiField.Integer, "Calendar year in the company's zone.")
            .Takes("category", ApiField.Text, "Case doesn't matter.")
            .Takes("tag", ApiField.Text, "Case doesn't matter.")
            .Takes("party", ApiField.Text, "The other party of a contract. Case doesn't matter.")
            .Takes("q", ApiField.Text, Words)
            .TakesPage();
        api.MapGetOrHead("/search", Search)
            .AddEndpointFilter<ReaderThrottle.Filter<SearchThrottle>>()
            .Answers<ApiList<SearchItem>>("Releases, contracts, events and pages that match, best first; none without words.")
            .Takes("q", ApiField.Text, Words)
            .Takes("kind", ApiField.Text, "announcement, contract, event or page.")
            .Takes("year", ApiField.Integer, "Calendar year in the company's zone.")
            .Takes("category", ApiField.Text, "Case doesn't matter.")
            .TakesPage();
        api.MapGetOrHead("/announcements/{slug}", Announcement).Reads(EditionKind.Announcement, ReadChannel.Api)
            .Answers<AnnouncementAnswer>("One announcement in its newest edition, or in an earlier one; a withdrawn one says so and has no text.")
            .Names("slug", AnySlug)
            .Takes("version", ApiField.Integer, "1 for the first release, one more for each correction.");
        api.MapGetOrHead("/announcements/{slug}/ninjs", Ninjs).Reads(EditionKind.Announcement, ReadChannel.Api)
            .Answers<NinjsItem>("The same for newsrooms, in the fields of IPTC ninjs 3.0; also at its page's address with .ninjs.json.")
            .Names("slug", AnySlug)
            .Takes("version", ApiField.Integer, "1 for the first release, one more for each correction.");
        api.MapGetOrHead("/announcements/{slug}/reaction", Reaction)
            .Answers<ReactionAnswer>("What the share did around an announcement, with its event study; 404 once it is withdrawn.")
            .Names("slug", AnySlug);
        api.MapGetOrHead("/reactions", Reactions)
            .Answers<ApiList<MeasureItem>>("Every announcement with its measures, newest first.")
            .Takes("category", ApiField.Text, "Case doesn't matter.")
            .TakesPage();
        api.MapGetOrHead("/contracts", Contracts).Reads(EditionKind.Contract, ReadChannel.Api).Answers<ApiList<ContractItem>>("The contract book, newest first, without what was withdrawn.").TakesPage();
        api.MapGetOrHead("/contracts/{slug}", Contract).Reads(EditionKind.Contract, ReadChannel.Api).Answers<ContractItem>("One contract, with figures derived from its terms.").Names("slug", AnySlug);
        api.MapGetOrHead("/events", Events).Reads(EditionKind.Event, ReadChannel.Api).Answers<ApiList<EventItem>>("The investor calendar, latest first.").TakesPage();
        api.MapGetOrHead("/filings", Filings)
            .Answers<ApiList<FilingItem>>("Filings with the SEC, newest first, with the addresses of their documents there.")
            .Takes("form", ApiField.Text, "Such as 8-K. Case doesn't matter.")
            .Takes("year", ApiField.Integer, "Calendar year of filing.")
            .TakesPage();
        api.MapGetOrHead("/prices/{symbol}", Prices)
            .Answers<PricesAnswer>("Daily bars in force, oldest first.")
            .Names("symbol", "The share, or another symbol whose prices are kept.").TakesRange();
        api.MapGetOrHead("/prices/{symbol}.csv", PricesAsCsv)
            .Answers<string>("The same as CSV: Date,Open,High,Low,Close,Volume.", "text/csv")
            .Names("symbol", "The share, or another symbol whose prices are kept.").TakesRange();
    }

    private static async Task<IResult> Announcements(HttpRequest request, SiteAnswers answers, PublishedNews news, ApiMapping map)
    {
        var fields = new QueryFields(request.Query);
        var query = NewsQueries.Read(fields);
        var size = ApiPages.Size(fields);
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api {query.Href} {size}"), async moment =>
        {
            var found = await news.FindAsync(moment.Site, query, size);
            return ApiJson.Answer(new ApiList<AnnouncementItem>([.. found.Items.Select(map.Item)], query.Page, size, found.Total));
        });
    }

    private static async Task<IResult> Search(HttpRequest request, SiteAnswers answers, SiteSearch search, ApiMapping map)
    {
        var fields = new QueryFields(request.Query);
        var query = SearchQuery.Read(fields);
        var size = ApiPages.Size(fields);
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api {query.Href} {size}"), async moment =>
        {
            var found = await search.FindAsync(moment.Site, query, size);
            return ApiJson.Answer(new ApiList<SearchItem>([.. found.Hits.Select(h => map.Item(h.Thing))], query.Page, size, found.Total));
        });
    }

    /// <summary>Also what <c>/news/{slug}.json</c> answers.</summary>
    public static async Task<IResult> Announcement(string slug, HttpRequest request, SiteAnswers answers, PublishedNews news, ApiMapping map)
    {
        var fields = new QueryFields(request.Query);
        var version = fields.Number("version", 1, int.MaxValue);
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api/announcements/{slug} {version}"), async moment =>
            await news.EditionAsync(moment.Site, slug, version) is { } edition ? ApiJson.Answer(map.Answer(edition)) : null);
    }

    /// <summary>Also what <c>/news/{slug}.ninjs.json</c> answers.</summary>
    public static async Task<IResult> Ninjs(string slug, HttpRequest request, SiteAnswers answers, PublishedNews news)
    {
        var fields = new QueryFields(request.Query);
        var version = fields.Number("version", 1, int.MaxValue);
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api/announcements/{slug}/ninjs {version}"), async moment =>
            await news.EditionAsync(moment.Site, slug, version) is { } edition ? ApiJson.Answer(NinjsMapping.Of(moment.Chrome, edition)) : null);
    }

    private static Task<IResult> Reaction(string slug, SiteAnswers answers) => answers.AtAsync($"api/announcements/{slug}/reaction", moment =>
        moment.Site.Announcement(slug) is { } announcement ? ApiJson.Answer(ApiMapping.Reaction(announcement, moment.Site)) : null);

    private static async Task<IResult> Reactions(HttpRequest request, SiteAnswers answers, ApiMapping map)
    {
        var fields = new QueryFields(request.Query);
        var category = fields.Text("category") is { } text ? MatchKey.Fold(text) : null;
        var (page, size) = (ApiPages.Page(fields), ApiPages.Size(fields));
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api/reactions {page} {size} {category}"), moment =>
            ApiPages.Answer(
                [.. moment.Site.Announcements.Zip(moment.Site.Measures.Releases).Where(r => category is null || r.First.CategoryKey == category)],
                page, size, r => map.Item(r.First, r.Second)));
    }

    private static async Task<IResult> Filings(HttpRequest request, SiteAnswers answers, ApiMapping map)
    {
        var fields = new QueryFields(request.Query);
        var query = FilingQuery.Read(fields);
        var size = ApiPages.Size(fields);
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api {query.Href} {size}"), moment =>
        {
            var book = FilingBook.Of(moment.Site);
            return ApiPages.Answer([.. query.Of(book.Filings)], query.Page, size, f => map.Item(book.RowOf(f)));
        });
    }

    private static async Task<IResult> Contracts(HttpRequest request, SiteAnswers answers, ApiMapping map)
    {
        var fields = new QueryFields(request.Query);
        var (page, size) = (ApiPages.Page(fields), ApiPages.Size(fields));
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api/contracts {page} {size}"), moment =>
        {
            var all = moment.Site.Contracts.Select(c => c.Document).ToList();
            return ApiPages.Answer(all, page, size, c => map.Item(c, all));
        });
    }

    private static Task<IResult> Contract(string slug, SiteAnswers answers, PublishedEditions editions, ApiMapping map) => answers.AtAsync($"api/contracts/{slug}", async moment =>
        (moment.Site.Contract(slug) ?? moment.Site.WithdrawnContract(slug)) is { } contract
            ? ApiJson.Answer(map.Item(
                contract.Document, [.. moment.Site.Contracts.Select(c => c.Document)],
                (await editions.ReadAsync(EditionKind.Contract, slug, "/contracts/" + slug, contract.Number, null))?.Standing))
            : null);

    private static async Task<IResult> Events(HttpRequest request, SiteAnswers answers, ApiMapping map)
    {
        var fields = new QueryFields(request.Query);
        var (page, size) = (ApiPages.Page(fields), ApiPages.Size(fields));
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api/events {page} {size}"), moment =>
            ApiPages.Answer(moment.Site.Events, page, size, map.Item));
    }

    private static async Task<IResult> Prices(string symbol, HttpRequest request, SiteAnswers answers)
    {
        var range = PriceRange.Read(request, out var problem);
        return problem ?? await answers.AtAsync($"api/prices/{symbol} {range}", moment =>
            moment.Site.Prices.GetValueOrDefault(symbol) is { } series
                ? ApiJson.Answer(new PricesAnswer(series.Symbol, series.Currency, [.. series.Range(range.From, range.To).Select(ApiMapping.Item)]))
                : null);
    }

    private static async Task<IResult> PricesAsCsv(string symbol, HttpRequest request, SiteAnswers answers)
    {
        var range = PriceRange.Read(request, out var problem);
        return problem ?? await answers.AtAsync($"api/prices/{symbol}.csv {range}", moment =>
            moment.Site.Prices.GetValueOrDefault(symbol) is { } series ? PriceCsv.Answer(series.Range(range.From, range.To)) : null);
    }
}
