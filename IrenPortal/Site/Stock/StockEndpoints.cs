using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Stock;

/// <summary>The share's price and what it did after each release.</summary>
internal static class StockEndpoints
{
    private const string DefaultCurrency = "USD";

    public static void MapStock(this IEndpointRouteBuilder site) => site.MapGetOrHead("/stock", Stock);

    /// <summary>What the stock page shows at a moment.</summary>
    public static StockView ViewOf(SiteMoment moment, StockQuery query)
    {
        var (site, company) = (moment.Site, moment.Site.Company);
        return StockView.From(
            site.Firm ?? new PriceSeries(company.Ticker, DefaultCurrency, [], []), site.Benchmark, company.Exchange, company.Benchmark,
            site.Measures, site.CalendarOf(company.Ticker), moment.LastClosedSession, query, SymbolChoice.Of(site));
    }

    private static Task<IResult> Stock(HttpRequest request, SiteAnswers answers, DocumentRenderer renderer)
    {
        var fields = new QueryFields(request.Query);
        return answers.AtAsync(
            moment => StockQuery.Read(fields, [.. SymbolChoice.Of(moment.Site).Select(c => c.Symbol)]),
            query => query.Href,
            async (moment, query) => await renderer.RenderAsync<StockDocument>(new()
            {
                [nameof(StockDocument.Chrome)] = moment.Chrome,
                [nameof(StockDocument.View)] = ViewOf(moment, query),
            }));
    }
}
