using IrenPortal.Site.Feeds.Hubs;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Tests.Site.Feeds.Hubs;

/// <summary>When which hub is told of which feed.</summary>
public sealed class HubQueueTests
{
    private static readonly Uri Hub = new("https://hub.example/");
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 16, 12, 0);
    private static readonly string[] Everything = ["/feed/rss.xml", "/feed/atom.xml", "/feed/feed.json"];

    [Fact]
    public void A_change_names_the_feeds_of_everything_and_of_the_category_it_is_in_and_was_in()
    {
        var before = Site(1, Release(1, "a", "Results"), Release(2, "b", "AI Cloud"));

        HubQueue.TopicsOf(before, before with { Version = 3 }).ShouldBeEmpty("prices are in no feed");
        HubQueue.TopicsOf(before, Site(3, Release(3, "a", "Results"), Release(2, "b", "AI Cloud"))).ShouldBe([.. Everything, .. Everything.Select(f => f + "?category=Results")]);
        HubQueue.TopicsOf(before, Site(3, Release(1, "a", "Results"), Release(3, "b", "Corporate")))
            .ShouldBe([.. Everything, .. Everything.Select(f => f + "?category=Corporate"), .. Everything.Select(f => f + "?category=AI%20Cloud")]);
        HubQueue.TopicsOf(before, Site(3, Release(2, "b", "AI Cloud")) with { WithdrawnAnnouncements = [Release(3, "a", "Results")] })
            .ShouldContain("/feed/rss.xml?category=Results");
    }

    [Fact]
    public void Nothing_is_due_before_every_replica_and_cache_has_it()
    {
        var queue = new HubQueue([Hub]);
        queue.Saw(Site(1, Release(1, "a", "Results")), Now);

        queue.Due(Now + HubQueue.Settling - Duration.FromMilliseconds(1)).ShouldBeEmpty();
        queue.Due(Now + HubQueue.Settling).ShouldHaveSingleItem().Count().ShouldBe(6);
        HubQueue.Settling.ShouldBeGreaterThanOrEqualTo(Duration.FromSeconds(2), "a second to the last replica, a second in a cache");
    }

    [Fact]
    public void A_failure_comes_back_later_and_later_until_it_is_given_up_and_a_release_begins_anew()
    {
        var (queue, site) = (new HubQueue([Hub]), Site(1, Release(1, "a", "Results")));
        queue.Saw(site, Now);
        var at = Now + HubQueue.Settling;
        var tries = 0;
        while (queue.Due(at).SelectMany(g => g).FirstOrDefault(p => p.Topic == Everything[0]) is { } ping)
        {
            tries++;
            var again = queue.Failed(ping, at);
            again.ShouldBe(tries < HubQueue.MostTries);
            if (again)
            {
                queue.Due(at + HubQueue.PauseAfter(tries) - Duration.FromMilliseconds(1)).SelectMany(g => g).ShouldNotContain(p => p.Topic == Everything[0]);
                at += HubQueue.PauseAfter(tries);
            }
        }

        tries.ShouldBe(HubQueue.MostTries);
        HubQueue.PauseAfter(1).ShouldBe(Duration.FromSeconds(5));
        HubQueue.PauseAfter(HubQueue.MostTries).ShouldBe(Duration.FromHours(1));
        queue.Saw(site with { Version = 2, Announcements = [Release(2, "b", "Results"), .. site.Announcements] }, at);
        queue.Due(at + HubQueue.Settling).SelectMany(g => g).ShouldContain(p => p.Topic == Everything[0] && p.Failures == 0);
    }

    private static PublishedSite Site(long version, params PublishedAnnouncement[] announcements) => new()
    {
        Version = version,
        Head = null,
        Company = Sample.Company,
        Announcements = announcements,
        Contracts = [],
        Events = [],
        Pages = [],
        Prices = new Dictionary<string, IrenPortal.Market.Prices.PriceSeries>(),
    };

    private static PublishedAnnouncement Release(long number, string slug, string category) =>
        new(number, 1, Now, 2026, category, [], Sample.Document with { Slug = slug, Category = category });
}
