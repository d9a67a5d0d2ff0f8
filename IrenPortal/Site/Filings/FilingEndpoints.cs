using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Filings;

/// <summary>The filings with the SEC, as a page and as CSV.</summary>
internal static class FilingEndpoints
{
    public static void MapFilings(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead(FilingQuery.Path, Page);
        site.MapGetOrHead(FilingQuery.CsvPath, Csv);
    }

    private static Task<IResult> Page(HttpRequest request, SiteAnswers answers, DocumentRenderer renderer)
    {
        var query = FilingQuery.Read(new QueryFields(request.Query));
        return answers.AtAsync(query.Href, async moment => await renderer.RenderAsync<FilingsPage>(new() { [nameof(FilingsPage.View)] = FilingsView.Of(moment, query) }));
    }

    private static Task<IResult> Csv(HttpRequest request, SiteAnswers answers)
    {
        var query = FilingQuery.Read(new QueryFields(request.Query)) with { Page = 1 };
        return answers.AtAsync(query.CsvHref, moment => FilingsCsv.Answer(moment, query));
    }
}
