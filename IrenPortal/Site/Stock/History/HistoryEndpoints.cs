using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Stock.History;

/// <summary>Prices of any day or range.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder site) => site.MapGetOrHead(HistoryQuery.Path, Page);

    private static Task<IResult> Page(HttpRequest request, SiteAnswers answers, DocumentRenderer renderer)
    {
        var fields = new QueryFields(request.Query);
        return answers.AtAsync(
            moment => HistoryQuery.Read(fields, [.. SymbolChoice.Of(moment.Site).Select(c => c.Symbol)]),
            query => query.Href,
            async (moment, query) => await renderer.RenderAsync<HistoryDocument>(new() { [nameof(HistoryDocument.View)] = HistoryView.Of(moment, query) }));
    }
}
