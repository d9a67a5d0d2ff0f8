using System.Text;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Crawlers;

/// <summary>What programs look for before they read a site: <c>robots.txt</c>, its sitemaps and <c>llms.txt</c>.</summary>
internal static class CrawlerEndpoints
{
    public const string SitemapPath = "/sitemap.xml";
    public const string NewsSitemapPath = "/sitemap-news.xml";

    public static void MapCrawlerFiles(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead("/robots.txt", Robots);
        site.MapGetOrHead(SitemapPath, (SiteAnswers answers) => answers.AtAsync(SitemapPath, moment => Sitemap.Of(moment)));
        site.MapGetOrHead(NewsSitemapPath, (SiteAnswers answers) => answers.AtAsync(NewsSitemapPath, moment => NewsSitemap.Of(moment)));
        site.MapGetOrHead("/llms.txt", (SiteAnswers answers) => answers.AtAsync("/llms.txt", moment => LlmsText.Of(moment)));
    }

    // It needs no store: a robot that finds no word on robots may stay away for a day.
    private static AnswerResult Robots(PublicOrigin origin) => new AnswerResult(new Answer("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(
        $"User-agent: *\nAllow: /\n\nSitemap: {origin.Absolute(SitemapPath)}\nSitemap: {origin.Absolute(NewsSitemapPath)}\n")));
}
