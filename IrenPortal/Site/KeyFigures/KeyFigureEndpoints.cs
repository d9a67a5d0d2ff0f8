using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.KeyFigures;

/// <summary>The company's figures over time, as a page and as CSV.</summary>
internal static class KeyFigureEndpoints
{
    /// <summary>The page's address.</summary>
    public const string Path = "/key-figures";

    /// <summary>The same figures as CSV.</summary>
    public const string CsvPath = Path + ".csv";

    public static void MapKeyFigures(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead(Path, (SiteAnswers answers, DocumentRenderer renderer) => answers.AtAsync(Path, async moment =>
            await renderer.RenderAsync<KeyFiguresPage>(new() { [nameof(KeyFiguresPage.View)] = KeyFiguresView.Of(moment) })));
        site.MapGetOrHead(CsvPath, (SiteAnswers answers) => answers.AtAsync(CsvPath, moment => KeyFiguresCsv.Answer(KeyFiguresView.Of(moment))));
    }
}
