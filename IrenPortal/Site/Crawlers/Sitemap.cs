using System.Xml.Linq;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Feeds;
using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Crawlers;

/// <summary>Every page of the site (sitemaps.org, 0.9). What was withdrawn stays at its address and is not listed.</summary>
public static class Sitemap
{
    /// <summary>The namespace of sitemaps.</summary>
    public static XNamespace Xml { get; } = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Lists =
        ["/", "/news", "/contracts", "/stock", "/stock/reactions", "/stock/history", "/stock/calculator", "/events", KeyFigures.KeyFigureEndpoints.Path, FactSheet.FactSheetEndpoints.Path, Filings.FilingQuery.Path, Verify.VerifyQuery.Path, Timeliness.TimelinessEndpoints.Path];

    /// <summary>The document.</summary>
    public static Answer Of(SiteMoment moment)
    {
        var (site, chrome) = (moment.Site, moment.Chrome);
        return XmlAnswer.Of("application/xml", new XElement(
            Xml + "urlset",
            Lists.Select(path => Url(chrome, path, null)),
            site.Announcements.Select(a => Url(chrome, "/news/" + a.Slug, a.UpdatedAt)),
            site.Contracts.Select(c => Url(chrome, "/contracts/" + c.Document.Slug, c.CommittedAt)),
            site.Pages.Select(p => Url(chrome, "/" + p.Document.Slug, p.CommittedAt))));
    }

    private static XElement Url(SiteChrome chrome, string path, Instant? modified) => new(
        Xml + "url",
        new XElement(Xml + "loc", chrome.Absolute(path)),
        modified is { } at ? new XElement(Xml + "lastmod", Format.Machine(at)) : null);
}
