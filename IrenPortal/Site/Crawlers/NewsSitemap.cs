using System.Xml.Linq;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Feeds;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Site.Crawlers;

/// <summary>
/// The announcements of the two days before the page day and of what followed, for news engines. By the page day and not by
/// the clock, so that the answer stays a function of store and page day; after a weekend it reaches back further than two days.
/// </summary>
public static class NewsSitemap
{
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";
    private static readonly Duration Reach = Duration.FromDays(2);

    /// <summary>The document.</summary>
    public static Answer Of(SiteMoment moment) => XmlAnswer.Of("application/xml", new XElement(
        Sitemap.Xml + "urlset",
        new XAttribute(XNamespace.Xmlns + "news", News),
        moment.Site.Announcements.Where(a => a.ReleasedAt >= moment.AsOf - Reach).Select(a => new XElement(
            Sitemap.Xml + "url",
            new XElement(Sitemap.Xml + "loc", moment.Chrome.Absolute("/news/" + a.Slug)),
            new XElement(
                News + "news",
                new XElement(
                    News + "publication",
                    new XElement(News + "name", XmlAnswer.Text(moment.Chrome.SiteName)),
                    new XElement(News + "language", "en")),
                new XElement(News + "publication_date", ReleaseWords.Machine(a.Moment, moment.Site.Zone)),
                new XElement(News + "title", XmlAnswer.Text(a.Document.Headline)))))));
}
