using System.Text;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Pages;

/// <summary>The standing pages, and the word to robots.</summary>
internal static class PageEndpoints
{
    private static readonly Answer Robots = new("text/plain; charset=utf-8", Encoding.ASCII.GetBytes("User-agent: *\nAllow: /\n"));

    public static void MapPages(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead("/robots.txt", () => (IResult)new AnswerResult(Robots));
        site.MapGetOrHead("/{slug}", Page).Reads(EditionKind.Page, ReadChannel.Page);
    }

    private static Task<IResult> Page(string slug, HttpRequest request, SiteAnswers answers, PublishedEditions editions, DocumentRenderer renderer)
    {
        var version = new QueryFields(request.Query).Number("version", 1, int.MaxValue);
        return answers.AtAsync(FormattableString.Invariant($"/{slug}?{version}"), async moment =>
            moment.Site.Pages.Concat(moment.Site.WithdrawnPages).FirstOrDefault(p => p.Document.Slug == slug) is { } page
            && await editions.ReadAsync(EditionKind.Page, slug, "/" + slug, page.Number, version) is { } edition
                ? await renderer.RenderAsync<ContentPage>(new()
                {
                    [nameof(ContentPage.View)] = new ContentPageView(moment.Chrome, edition.As<PageDocument>(), edition.Html) { Standing = edition.Standing },
                })
                : null);
    }
}
