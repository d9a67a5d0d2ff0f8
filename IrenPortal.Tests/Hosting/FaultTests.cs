using System.Net;
using System.Text;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Hosting;

public sealed class FaultTests
{
    [Theory, EachDatabase]
    public async Task Pages_that_were_read_go_on_without_the_store_and_others_say_503(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.PublishAsync(new AnnouncementBuilder("read-before").Build(), new AnnouncementBuilder("never-read").Build());
        var before = await portal.Client.ReceiveAsync("/news/read-before");
        await BreakAsync(portal, "EditionFiles");

        var after = await portal.Client.ReceiveAsync("/news/read-before");
        var page = await portal.Client.ReceiveAsync("/news/never-read");
        var data = await portal.Client.ReceiveAsync("/api/v1/announcements/never-read");

        (after.Status, after.Sha256).ShouldBe((HttpStatusCode.OK, before.Sha256));
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Text.ShouldContain("IREN");
        page.Headers.ShouldContain("no-store");
        data.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        data.Headers.ShouldContain("application/problem+json");
        page.Text.ShouldNotContain("EditionFiles", customMessage: "an error page tells nothing of the inside");
    }

    [Theory, EachDatabase]
    public async Task A_fault_of_ours_is_a_500_in_the_sites_look_and_is_logged_by_route(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.PublishAsync(new AnnouncementBuilder("damaged").Build());
        (await portal.Client.GetAsync("/news")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using (var store = portal.OpenPublicWriter())
        {
            await RawTable.DropTriggersAsync(store);
            var editions = RawTable.All(store).Single(t => t.PlainName == "Editions");
            var row = (await editions.RowsAsync()).Single(r => r["Slug"] is "damaged");
            (await editions.UpdateAsync(row, "Document", "{")).ShouldBeTrue();
        }

        var page = await portal.Client.ReceiveAsync("/news/damaged?secret=query");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Text.ShouldContain("Something went wrong here");
        page.Headers.ShouldContain("Content-Security-Policy");
        portal.Logs.Lines.ShouldContain(line => line.Contains("A request to /news/{slug} failed", StringComparison.Ordinal));
        portal.Logs.Lines.ShouldNotContain(line => line.Contains("secret=query", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task HTTPS_is_believed_from_known_proxies_alone(DatabaseProvider database)
    {
        await using var behind = await TestPortal.StartAsync(database, new PortalOptions { Settings = new Dictionary<string, string?> { ["Portal:KnownProxies"] = "127.0.0.1, 10.0.0.0/8" } });
        await using var open = await TestPortal.StartAsync(database);

        (await HasStrictTransportAsync(behind)).ShouldBeTrue();
        (await HasStrictTransportAsync(open)).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Absolute_addresses_come_from_the_configured_origin(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, new PortalOptions { Settings = new Dictionary<string, string?> { ["Portal:PublicOrigin"] = "https://investors.example" } });
        await portal.PublishAsync(new AnnouncementBuilder("addressed").Build());

        var page = await portal.Client.ReceiveAsync("/news/addressed");
        var data = await portal.Client.JsonAsync("/api/v1/announcements/addressed");

        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.Text).QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("https://investors.example/news/addressed");
        page.Text.ShouldNotContain("127.0.0.1");
        data.GetProperty("url").GetString().ShouldBe("https://investors.example/news/addressed");
    }

    [Fact]
    public async Task What_is_too_long_is_refused_before_anyone_reads_it()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        (await portal.Client.GetAsync("/news?q=" + new string('x', 9000))).StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);

        using var headers = new HttpRequestMessage(HttpMethod.Get, "/news");
        headers.Headers.Add("X-Long", new string('x', 20_000));
        (await portal.Client.SendAsync(headers)).StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);

        using var body = new StringContent(new string('x', 2_000_000), Encoding.UTF8);
        using var posted = await portal.Client.PostAsync("/account/login", body);
        ((int)posted.StatusCode).ShouldBeInRange(400, 499);
    }

    private static async Task<bool> HasStrictTransportAsync(TestPortal portal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.9" } } };
        using var answer = await portal.Client.SendAsync(request);
        return answer.Headers.Contains("Strict-Transport-Security");
    }

    private static async Task BreakAsync(TestPortal portal, string table)
    {
        await using var store = portal.OpenPublicWriter();
        var broken = RawTable.All(store).Single(t => t.PlainName == table);
        (await broken.RefusalOfAsync($"ALTER TABLE {broken.Name} RENAME TO \"Gone\"")).ShouldBeNull();
    }
}
