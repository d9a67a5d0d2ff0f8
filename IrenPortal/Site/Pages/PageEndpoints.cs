using System.Text;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Pages;

/// <summary>The standing pages, and the word to robots.</summary>
internal static class PageEndpoints
{
    private static readonly Answer Robots = new("text/plain; charset=utf-8", Encoding.ASCII.GetBytes("User-agent: *\nAllow: /\n"));

    public static void MapPages(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead("/robots.txt", () => (IResult)new AnswerResult(Robots));
        site.MapGetOrHead("/{slug}", Page);
    }

    private static Task<IResult> Page(string slug, SiteAnswers answers, DocumentRenderer renderer) => answers.AtAsync("/" + slug, async moment =>
        moment.Site.Pages.FirstOrDefault(p => p.Document.Slug == slug) is { } page
            ? await renderer.RenderAsync<ContentPage>(new() { [nameof(ContentPage.View)] = new ContentPageView(moment.Chrome, page.Document, page.Html) })
            : null);
}
