using System.Net;
using System.Xml.Linq;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site.Feeds;

/// <summary>The feeds of a portal: which announcements, and what becomes of them.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly Instant First = Instant.FromUtc(2026, 1, 5, 12, 0);

    [Theory, EachDatabase]
    public async Task Feeds_have_the_newest_fifty_and_follow_corrections_and_withdrawals(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, new PortalOptions { Settings = new Dictionary<string, string?> { ["Portal:PublicOrigin"] = "https://ir.example" } });
        var first = new AnnouncementBuilder("one") { ReleasedAt = First + Duration.FromDays(60), Body = "Nine billion." };
        var old = Enumerable.Range(1, 51).Select(i => new AnnouncementBuilder(FormattableString.Invariant($"old-{i:00}")) { ReleasedAt = First + Duration.FromDays(i), Category = i % 10 == 0 ? "Results" : "Corporate" }.Build());
        await portal.PublishAsync([.. old, first.Build()]);

        var before = await EntriesAsync(portal, "/feed/atom.xml");
        before.Select(Id).ShouldBe(["https://ir.example/news/one", .. Enumerable.Range(0, 49).Select(i => FormattableString.Invariant($"https://ir.example/news/old-{51 - i:00}"))]);
        before[0].Element(Atom + "updated")!.Value.ShouldBe("2026-03-06T12:00:00Z");
        XDocument.Parse(await portal.Client.GetStringAsync("/feed/rss.xml")).Descendants("guid").Select(g => g.Value).ShouldBe(before.Select(Id));
        (await portal.Client.JsonAsync("/feed/feed.json")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!).ShouldBe(before.Select(Id));

        portal.Clock.Advance(Duration.FromMinutes(5));
        var corrected = first.Corrected("Eight billion.");
        await portal.PublishAsync(corrected.Build());
        var after = await EntriesAsync(portal, "/feed/atom.xml");
        after.Select(Id).ShouldBe(before.Select(Id));
        after[0].Element(Atom + "published")!.Value.ShouldBe("2026-03-06T12:00:00Z");
        after[0].Element(Atom + "updated")!.Value.ShouldStartWith("2026-09-16T16:05:00");
        after[0].Element(Atom + "content")!.Value.ShouldSatisfyAllConditions(
            c => c.ShouldContain("Eight billion."), c => c.ShouldContain("A figure was wrong."), c => c.ShouldContain("https://ir.example/news/one?version=1"), c => c.ShouldNotContain("Nine billion."));

        await portal.PublishAsync(Withdrawn(corrected));
        var gone = (await EntriesAsync(portal, "/feed/atom.xml"))[0];
        Id(gone).ShouldBe("https://ir.example/news/one");
        gone.Element(Atom + "title")!.Value.ShouldBe("Withdrawn: Headline of one");
        gone.Element(Atom + "content")!.Value.ShouldSatisfyAllConditions(c => c.ShouldContain("It was not so."), c => c.ShouldNotContain("billion"));

        (await EntriesAsync(portal, "/feed/atom.xml?category=results")).Select(Id).ShouldBe(Enumerable.Range(1, 5).Select(i => $"https://ir.example/news/old-{60 - (10 * i)}"));
        (await EntriesAsync(portal, "/feed/atom.xml?q=old-07")).Select(Id).ShouldBe(["https://ir.example/news/old-07"]);
        (await EntriesAsync(portal, "/feed/atom.xml?year=2025")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_category_has_one_address_and_a_slip_none()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Settings = new Dictionary<string, string?> { ["Feeds:Hubs"] = "https://hub.example/" } });
        await portal.PublishAsync(new AnnouncementBuilder("one") { Tags = ["GPU"] }.Build());

        var small = await portal.Client.ReceiveAsync("/feed/rss.xml?category=corporate");
        var large = await portal.Client.ReceiveAsync("/feed/rss.xml?category=Corporate&page=3&other=1");
        small.ShouldSatisfyAllConditions(f => f.Body.ShouldBe(large.Body), f => f.Headers.ShouldBe(large.Headers));
        small.Headers.ShouldContain($"Link: <{portal.Address}feed/rss.xml?category=Corporate>; rel=\"self\", <https://hub.example/>; rel=\"hub\"");
        (await portal.Client.ReceiveAsync("/feed/rss.xml?tag=gpu")).Headers.ShouldNotContain("rel=\"hub\"", customMessage: "nobody tells a hub of a search");

        var unknown = await portal.Client.ReceiveAsync("/feed/rss.xml?category=corporat");
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown.Body.ShouldBe((await portal.Client.ReceiveAsync("/feed/rss")).Body);
    }

    private static EditionItem Withdrawn(AnnouncementBuilder published)
    {
        var item = published.Corrected("", "It was not so.").Build();
        var document = System.Text.Json.JsonSerializer.Deserialize<AnnouncementDocument>(item.Document, ContentJson.Options)!.AsWithdrawn();
        return item with { Document = System.Text.Json.JsonSerializer.Serialize(document, ContentJson.Options), Html = "" };
    }

    private static async Task<List<XElement>> EntriesAsync(TestPortal portal, string address) =>
        [.. XDocument.Parse(await portal.Client.GetStringAsync(address)).Descendants(Atom + "entry")];

    private static string Id(XElement entry) => entry.Element(Atom + "id")!.Value;
}
