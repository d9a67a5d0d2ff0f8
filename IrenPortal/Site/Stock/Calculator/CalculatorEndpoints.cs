using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;

namespace IrenPortal.Site.Stock.Calculator;

/// <summary>What a sum put into a symbol became, as a page and as CSV.</summary>
internal static class CalculatorEndpoints
{
    public static void MapCalculator(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead(CalculatorQuery.Path, Page);
        site.MapGetOrHead(CalculatorQuery.Path + ".csv", Csv);
    }

    private static Task<IResult> Page(HttpRequest request, SiteAnswers answers, DocumentRenderer renderer)
    {
        var fields = new QueryFields(request.Query);
        return answers.AtAsync(
            moment => CalculatorQuery.Read(fields, CalculatorChoices.Of(moment.Site)),
            query => query.Href,
            async (moment, query) => await renderer.RenderAsync<CalculatorDocument>(new() { [nameof(CalculatorDocument.View)] = CalculatorView.Of(moment, query) }));
    }

    private static Task<IResult> Csv(HttpRequest request, SiteAnswers answers)
    {
        var fields = new QueryFields(request.Query);
        return answers.AtAsync(
            moment => CalculatorQuery.Read(fields, CalculatorChoices.Of(moment.Site)),
            query => query.CsvHref,
            (moment, query) => Task.FromResult(CalculatorView.Of(moment, query) switch
            {
                { Path: { } path } view => CalculatorCsv.Answer(path, view.Other),
                { Issues: { Count: > 0 } issues } => ApiProblem.Answer(StatusCodes.Status400BadRequest, "Bad Request", string.Join(' ', issues.Select(i => i.Sentence))),
                _ => null,
            }));
    }
}
