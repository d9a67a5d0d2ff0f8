using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>Every announcement with its measures, as a page and as CSV.</summary>
internal static class ReactionEndpoints
{
    public static void MapReactions(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead(ReactionQuery.Path, Page);
        site.MapGetOrHead(ReactionQuery.Path + ".csv", Csv);
    }

    private static Task<IResult> Page(HttpRequest request, SiteAnswers answers, DocumentRenderer renderer)
    {
        var fields = new QueryFields(request.Query);
        return answers.AtAsync(
            moment => ReactionQuery.Read(fields, moment.Site.Measures.Categories),
            query => query.Href,
            async (moment, query) => await renderer.RenderAsync<ReactionsDocument>(new()
            {
                [nameof(ReactionsDocument.View)] = new ReactionsView(moment.Chrome, moment.Site.Measures, query),
            }));
    }

    private static Task<IResult> Csv(HttpRequest request, SiteAnswers answers)
    {
        var fields = new QueryFields(request.Query);
        return answers.AtAsync(
            moment => ReactionQuery.Read(fields, moment.Site.Measures.Categories),
            query => query.CsvHref,
            (moment, query) => Task.FromResult<Answer?>(ReactionsCsv.Answer(ReactionsView.RowsOf(moment.Site.Measures, query))));
    }
}
