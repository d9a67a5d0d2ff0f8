using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;
using IrenPortal.Site.Pdf;
using IrenPortal.Site.Published;
using IrenPortal.Site.Search;

namespace IrenPortal.Site.News;

/// <summary>The list of announcements, and each one as a page, as Markdown, PDF and JSON.</summary>
internal static class NewsEndpoints
{
    private const int PageSize = 20;

    public static void MapNews(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead("/news", List).AddEndpointFilter<ReaderThrottle.Filter<SearchThrottle>>().Reads(EditionKind.Announcement, ReadChannel.List);
        site.MapGetOrHead("/news/{slug}", Page).Reads(EditionKind.Announcement, ReadChannel.Page);
        site.MapGetOrHead("/news/{slug}.md", Markdown);
        site.MapGetOrHead("/news/{slug}.pdf", Pdf);
        site.MapGetOrHead("/news/{slug}.json", ApiEndpoints.Announcement).Reads(EditionKind.Announcement, ReadChannel.Api);

        // Before the address above, which would take ".ninjs" for a part of the slug.
        site.MapGetOrHead("/news/{slug}.ninjs.json", ApiEndpoints.Ninjs).Reads(EditionKind.Announcement, ReadChannel.Api).WithOrder(-1);
        site.MapGetOrHead("/news/{slug}/reaction.csv", ReactionAsCsv);
    }

    private static Task<IResult> List(HttpRequest request, SiteAnswers answers, PublishedNews news, SearchSuggestions suggestions, DocumentRenderer renderer)
    {
        var query = NewsQueries.Read(new QueryFields(request.Query));
        return answers.AtAsync(query.Href, async moment =>
        {
            var found = await news.FindAsync(moment.Site, query, PageSize);
            var view = new NewsListView
            {
                Chrome = moment.Chrome,
                Query = query,
                Cards = [.. found.Items.Select(moment.Site.CardOf)],
                Total = found.Total,
                PageSize = PageSize,
                Years = [.. moment.Site.Announcements.Select(a => a.Year).Distinct().OrderDescending()],
                YearCounts = found.YearCounts,
                Archive = query.IsFiltered ? null : moment.Site.Archive,
                Suggestion = found.Total == 0 && query.Text is { } text ? await suggestions.ForAsync(text, moment.Site.Version, number => moment.Site.Announcements.Any(a => a.Number == number)) : null,
            };
            return await renderer.RenderAsync<NewsListPage>(new() { [nameof(NewsListPage.View)] = view });
        });
    }

    private static Task<IResult> Page(string slug, HttpRequest request, SiteAnswers answers, PublishedNews news, DocumentRenderer renderer) =>
        AtVersion("/news/" + slug, slug, request, answers, news, async (moment, edition) => await renderer.RenderAsync<AnnouncementPage>(
            new() { [nameof(AnnouncementPage.View)] = AnnouncementViews.Of(edition, moment) }));

    private static Task<IResult> Markdown(string slug, HttpRequest request, SiteAnswers answers, PublishedNews news) =>
        AtVersion($"/news/{slug}.md", slug, request, answers, news, (_, edition) =>
            Task.FromResult(Answer.Markdown(edition.Markdown)));

    private static Task<IResult> Pdf(string slug, HttpRequest request, SiteAnswers answers, PublishedNews news, AnnouncementPdfs pdfs) =>
        AtVersion($"/news/{slug}.pdf", slug, request, answers, news, (moment, edition) => pdfs.OfAsync(edition, moment));

    private static Task<IResult> ReactionAsCsv(string slug, SiteAnswers answers) => answers.AtAsync($"/news/{slug}/reaction.csv", moment =>
        moment.Site.Announcement(slug) is { } announcement && moment.Site.ReactionPanelOf(announcement.Document) is { } reaction ? ReactionCsv.Answer(reaction) : null);

    private static Task<IResult> AtVersion(
        string address, string slug, HttpRequest request, SiteAnswers answers, PublishedNews news, Func<SiteMoment, AnnouncementEdition, Task<Answer>> make)
    {
        var version = new QueryFields(request.Query).Number("version", 1, int.MaxValue);
        return answers.AtAsync(FormattableString.Invariant($"{address}?{version}"), async moment =>
            await news.EditionAsync(moment.Site, slug, version) is { } edition ? await make(moment, edition) : null);
    }
}
