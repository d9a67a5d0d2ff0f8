using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Pages;

/// <summary>The standing pages.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead("/{slug}", Page).Reads(EditionKind.Page, ReadChannel.Page);
        site.MapGetOrHead("/{slug}.md", Markdown);
    }

    private static Task<IResult> Page(string slug, HttpRequest request, SiteAnswers answers, PublishedEditions editions, DocumentRenderer renderer)
    {
        var version = new QueryFields(request.Query).Number("version", 1, int.MaxValue);
        return answers.AtAsync(FormattableString.Invariant($"/{slug}?{version}"), async moment =>
            await EditionAsync(moment, slug, editions, version) is { } edition
                ? await renderer.RenderAsync<ContentPage>(new()
                {
                    [nameof(ContentPage.View)] = new ContentPageView(moment.Chrome, edition.As<PageDocument>(), edition.Html) { Standing = edition.Standing },
                })
                : null);
    }

    private static Task<IResult> Markdown(string slug, HttpRequest request, SiteAnswers answers, PublishedEditions editions)
    {
        var version = new QueryFields(request.Query).Number("version", 1, int.MaxValue);
        return answers.AtAsync(FormattableString.Invariant($"/{slug}.md?{version}"), async moment =>
            await EditionAsync(moment, slug, editions, version) is { } edition ? Answer.Markdown(edition.Markdown) : null);
    }

    private static async Task<EditionText?> EditionAsync(SiteMoment moment, string slug, PublishedEditions editions, int? version) =>
        moment.Site.Pages.Concat(moment.Site.WithdrawnPages).FirstOrDefault(p => p.Document.Slug == slug) is { } page
            ? await editions.ReadAsync(EditionKind.Page, slug, "/" + slug, page.Number, version)
            : null;
}
