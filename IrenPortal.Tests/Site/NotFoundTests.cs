using System.Net;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class NotFoundTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task Every_unknown_address_gives_the_same_bytes_and_headers(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var expected = await portal.Client.ReceiveAsync("/nothing-here");
        string[] addresses =
        [
            "/news/unknown", "/news/unknown.md", "/news/unknown.json", "/news/unknown/reaction.csv", "/news/UNKNOWN", "/news/a%20b", "/news/unknown?version=3", "/contracts/unknown", "/nothing/here/at/all",
            "/files/00000000000000000000000000000000/x.pdf", "/files/../x", "/api/v1/announcements/unknown", "/api/v1/announcements/unknown/reaction", "/api/v1/contracts/unknown", "/api/v1/prices/UNKNOWN",
            "/api/v1/prices/UNKNOWN.csv", "/stock/series/UNKNOWN.json", "/stock/series/IREN", "/stock/unknown", "/api/v1/nothing", "/wwwroot-content/company.yml", "/_framework/nothing.js", "/%C3%A9", "/index.html", "/news/unknown/",
        ];
        expected.Status.ShouldBe(HttpStatusCode.NotFound);
        expected.Text.ShouldContain("There is no page at this address");
        foreach (var address in addresses)
        {
            var received = await portal.Client.ReceiveAsync(address);
            received.Status.ShouldBe(expected.Status, address);
            received.Headers.ShouldBe(expected.Headers, address);
            received.Body.ShouldBe(expected.Body, address);
        }
    }

    [Theory, EachDatabase]
    public async Task An_address_that_is_asked_before_its_release_answers_at_once_after_it(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var time = portal.Clock.Now + Duration.FromMinutes(5);
        var item = new AnnouncementBuilder("asked-too-early") { ReleasedAt = time, NotBefore = time }.Build();
        var before = await portal.Client.ReceiveAsync("/news/asked-too-early");
        var unknown = await portal.Client.ReceiveAsync("/news/never-existed");

        portal.Clock.Now = time;
        await portal.PublishAsync(item);
        var after = await portal.Client.ReceiveAsync("/news/asked-too-early");

        (before.Status, before.Headers, before.Sha256).ShouldBe((unknown.Status, unknown.Headers, unknown.Sha256));
        after.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Other_methods_are_the_same_404(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Trace, new HttpMethod("ODD") })
        {
            using var request = new HttpRequestMessage(method, "/news");
            using var answer = await portal.Client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, method.Method);
        }
    }
}
