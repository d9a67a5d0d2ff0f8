using System.Net;
using IrenPortal.Data;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site;

/// <summary>What holds for every address that readers know.</summary>
public sealed class AddressTests(RepositoryContent portals) : IClassFixture<RepositoryContent>
{
    private const string Slug = "microsoft-ai-cloud-contract";

    private static readonly string[] Documents =
    [
        "/stock/history", "/stock/history?date=2025-11-06", "/stock/history?from=2025-02-30", "/stock/calculator", "/stock/calculator?amount=ten",
        "/", "/stock", "/stock?range=all&view=candles", "/stock?scale=log&with=QQQ", "/news", "/news?q=gpu&year=2026&page=2", "/search", "/search?q=gpu&kind=announcement", "/search?q=microsft", $"/news/{Slug}", "/stock/reactions", "/stock/reactions?view=charts&sort=car&window=-5,5", "/contracts", "/contracts?role=customer", "/contracts/microsoft-ai-cloud", "/events", "/filings", "/filings?form=posasr&year=2025", "/filings?page=99",
        "/about", "/governance", "/contact", "/faq", "/forward-looking", "/privacy",
    ];

    private static readonly string[] Data =
    [
        $"/news/{Slug}.md", $"/news/{Slug}.json", $"/news/{Slug}/reaction.csv", "/robots.txt", "/.well-known/iren-portal-ledger.pem", "/openapi/v1.json",
        "/api/v1/search?q=gpu", "/api/v1/announcements", $"/api/v1/announcements/{Slug}", $"/api/v1/announcements/{Slug}/reaction", "/api/v1/contracts", "/api/v1/contracts/microsoft-ai-cloud",
        "/feed/rss.xml", "/feed/atom.xml", "/feed/feed.json", "/feed/rss.xml?category=results&tag=iren", "/sitemap.xml", "/sitemap-news.xml", "/llms.txt", "/events.ics",
        "/events/2025-11-19-annual-general-meeting.ics", "/events/2025-11-19-annual-general-meeting.md", "/contracts/microsoft-ai-cloud.md", "/about.md", $"/news/{Slug}.ninjs.json",
        "/stock/reactions.csv", "/stock/reactions.csv?category=Results", "/api/v1/reactions",
        "/api/v1/prices/IREN", "/api/v1/prices/IREN.csv?from=2026-01-01", "/api/v1/events", "/filings.csv", "/api/v1/filings?form=POSASR", "/api/v1/ledger?after=10", "/stock/calculator.csv?from=2025-11-03", "/stock/series/IREN.json", "/stock/series/BTC-USD.json", "/stock/markers.json",
    ];

    private static IEnumerable<string> All => [.. Documents, .. Data];

    [Theory, EachDatabase]
    public async Task Two_GETs_are_equal_to_the_byte_and_set_no_cookie(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var address in All)
        {
            var first = await portal.Client.ReceiveAsync(address);
            var second = await portal.Client.ReceiveAsync(address);

            first.Status.ShouldBe(HttpStatusCode.OK, address);
            second.Headers.ShouldBe(first.Headers, address);
            second.Body.ShouldBe(first.Body, address);
            first.Headers.ShouldNotContain("Set-Cookie");
            first.Headers.ShouldNotContain("blazor");
            first.Headers.ShouldContain("Cache-Control: public, max-age=1\n");
        }
    }

    [Theory, EachDatabase]
    public async Task HEAD_has_the_headers_of_GET_and_no_body(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var address in All)
        {
            var got = await portal.Client.ReceiveAsync(address);
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var answer = await portal.Client.SendAsync(request);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Headers.ETag.ShouldNotBeNull(address);
            answer.Content.Headers.ContentLength.ShouldBe(got.Body.Length, address);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
    }

    [Theory, EachDatabase]
    public async Task A_known_entity_tag_gives_304_also_before_anything_is_cached(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        await using var cold = await portal.StartReaderAsync();
        foreach (var address in All)
        {
            using var first = await portal.Client.GetAsync(address);
            var tag = first.Headers.ETag!;
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { tag } } };
            using var again = await portal.Client.SendAsync(request);

            tag.IsWeak.ShouldBeFalse(address);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, address);
            again.Headers.ETag.ShouldBe(tag, address);
            again.Headers.Contains("Content-Security-Policy").ShouldBeTrue(address);
        }

        using var robots = new HttpRequestMessage(HttpMethod.Get, "/api/v1/prices/IREN")
        {
            Headers = { IfNoneMatch = { (await portal.Client.GetAsync("/api/v1/prices/IREN")).Headers.ETag! } },
        };
        (await cold.Client.SendAsync(robots)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory, EachDatabase]
    public async Task Pages_travel_compressed_with_a_tag_of_their_own(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var coding in new[] { "br", "gzip" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/news/{Slug}") { Headers = { { "Accept-Encoding", coding } } };
            using var packed = await portal.Client.SendAsync(request);
            using var plain = await portal.Client.GetAsync($"/news/{Slug}");

            packed.Content.Headers.ContentEncoding.ShouldBe([coding]);
            packed.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            packed.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
            packed.Content.Headers.ContentLength!.Value.ShouldBeLessThan(plain.Content.Headers.ContentLength!.Value / 3);
        }
    }

    [Theory, EachDatabase]
    public async Task Every_answer_carries_the_security_headers(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var address in All.Concat(["/nothing-here", "/api/v1/announcements?page=0", "/app.css", "/health/live"]))
        {
            using var answer = await portal.Client.GetAsync(address);
            var headers = answer.Headers;

            headers.GetValues("Content-Security-Policy").Single().ShouldBe(SecurityHeaders.ContentSecurityPolicy, address);
            headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff", address);
            headers.Contains("Referrer-Policy").ShouldBeTrue(address);
            headers.Contains("Permissions-Policy").ShouldBeTrue(address);
            headers.Contains("Server").ShouldBeFalse(address);
            headers.Contains("Strict-Transport-Security").ShouldBeFalse("HSTS is for HTTPS");
        }
    }

    [Theory, EachDatabase]
    public async Task Documents_hold_nothing_that_the_policy_forbids(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        foreach (var address in Documents.Append("/nothing-here"))
        {
            var page = parser.ParseDocument((await portal.Client.ReceiveAsync(address)).Text);

            page.QuerySelectorAll("[style], style, iframe, object, embed").ShouldBeEmpty(address);
            page.QuerySelectorAll("script:not([src])").ShouldAllBe(s => s.GetAttribute("type") == "application/ld+json");
            foreach (var script in page.QuerySelectorAll("script[src]"))
            {
                script.GetAttribute("type").ShouldBe("module", "it waits for the page");
                script.GetAttribute("src")!.ShouldMatch(@"^/[a-z/]+\.[a-z0-9]{10}\.js$");
                (await portal.Client.GetAsync(script.GetAttribute("src"))).StatusCode.ShouldBe(HttpStatusCode.OK, address);
            }
            page.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.Ordinal));
            page.QuerySelectorAll("link[rel=stylesheet]").Length.ShouldBe(2, address);
            foreach (var sheet in page.QuerySelectorAll("link[rel=stylesheet]"))
            {
                var href = sheet.GetAttribute("href")!;
                (await portal.Client.GetAsync(href)).StatusCode.ShouldBe(HttpStatusCode.OK, href);
                href.ShouldMatch(@"\.[a-z0-9]{10}\.(styles\.)?css$");
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Every_link_between_pages_leads_somewhere(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in Documents)
        {
            var page = parser.ParseDocument((await portal.Client.ReceiveAsync(address)).Text);
            links.UnionWith(page.QuerySelectorAll("a[href^='/'], link[href^='/'], img[src^='/']").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!));
        }

        foreach (var link in links)
        {
            (await portal.Client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Theory, EachDatabase]
    public async Task Absolute_addresses_never_come_from_the_host_header(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var address in All)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Host = "evil.example";
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            using var answer = await portal.Client.SendAsync(request);

            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("evil.example", customMessage: address);
        }
    }
}
