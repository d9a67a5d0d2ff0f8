using System.Text;
using System.Xml.Linq;
using IrenPortal.Site.Crawlers;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Tests.Site.Crawlers;

/// <summary>What programs find that look for everything.</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace Xml = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public void Every_announcement_is_listed_with_its_newest_change_and_a_withdrawn_one_is_not()
    {
        var site = Shipped.Site();
        var corrected = site.Announcements[0] with { Version = 2, CommittedAt = Instant.FromUtc(2026, 9, 1, 8, 0) };
        var moment = Moment(site with { Announcements = [corrected, .. site.Announcements.Skip(2)], WithdrawnAnnouncements = [site.Announcements[1]] });

        var urls = Document(Sitemap.Of(moment)).Elements(Xml + "url").ToDictionary(u => u.Element(Xml + "loc")!.Value, u => u.Element(Xml + "lastmod")?.Value);

        urls.Keys.ShouldContain("https://ir.example/");
        urls["https://ir.example/news/" + corrected.Slug].ShouldBe("2026-09-01T08:00:00Z");
        urls.Keys.ShouldNotContain("https://ir.example/news/" + site.Announcements[1].Slug);
        urls.Count.ShouldBe(13 + site.Announcements.Count - 1);
    }

    [Fact]
    public void The_news_sitemap_has_two_days_by_the_page_day_and_prints_no_minute_that_is_not_known()
    {
        var site = Shipped.Site();
        var newest = site.Announcements[0];

        Articles(newest.ReleasedAt + Duration.FromDays(2)).ShouldBe([(newest.Document.Headline, "2026-08-27")]);
        Articles(newest.ReleasedAt + Duration.FromDays(2) + Duration.FromSeconds(1)).ShouldBeEmpty();

        List<(string, string)> Articles(Instant asOf) =>
        [
            .. Document(NewsSitemap.Of(Moment(site, asOf))).Elements(Xml + "url").Select(u => u.Element(News + "news")!)
                .Select(n => (n.Element(News + "title")!.Value, n.Element(News + "publication_date")!.Value)),
        ];
    }

    [Fact]
    public void Models_are_led_to_the_records_and_told_what_this_is()
    {
        var text = Encoding.UTF8.GetString(LlmsText.Of(Moment(Shipped.Site())).Body.Span);

        text.ShouldStartWith("# IREN investor relations\n\n> ");
        text.ShouldContain("This is a demonstration compiled from public facts.");
        text.ShouldContain("](https://ir.example/news/microsoft-ai-cloud-contract.md): 3 Nov 2025. ");
        text.ShouldContain("\n## Data\n\n- [API description](https://ir.example/openapi/v1.json)");
    }

    private static SiteMoment Moment(PublishedSite site, Instant? asOf = null) =>
        new(site, asOf ?? Instant.FromUtc(2026, 9, 28, 20, 0), Instant.MaxValue, new Uri("https://ir.example"));

    private static XElement Document(IrenPortal.Hosting.Answers.Answer answer) => XDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span)).Root!;
}
