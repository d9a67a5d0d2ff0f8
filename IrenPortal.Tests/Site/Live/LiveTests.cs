using System.Diagnostics;
using System.Net;
using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Site.Live;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Site.Live;

/// <summary>The stream of announcements.</summary>
public sealed class LiveTests
{
    private static readonly PortalOptions OnOrigin = new() { Settings = new Dictionary<string, string?> { ["Portal:PublicOrigin"] = "https://investors.example" } };

    [Theory, EachDatabase]
    public async Task An_open_stream_hears_of_releases_corrections_and_withdrawals_and_of_none_before(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, OnOrigin);
        await portal.PublishAsync(new AnnouncementBuilder("old-news").Build());
        await using var readers = await portal.StartReaderAsync();
        var first = new AnnouncementBuilder("deal") { Headline = "Über 9 GW: <b>\n\"deal\"" };
        using var here = (await OpenAsync(portal)).Reader;
        using var there = (await OpenAsync(readers)).Reader;

        await portal.PublishAsync(first.Build());
        await portal.PublishAsync(first.Corrected("Another body.").Build());
        var withdrawn = first.Corrected("").Corrected("");
        await portal.PublishAsync(withdrawn.Build() with { Document = Withdrawn(withdrawn.Build().Document) });

        foreach (var stream in new[] { here, there })
        {
            var (id, name, data) = await stream.EventAsync();
            name.ShouldBe("release");
            data.EnumerateObject().Select(p => p.Name).ShouldBe(["slug", "headline", "releasedAt", "url"]);
            data.GetProperty("slug").GetString().ShouldBe("deal");
            data.GetProperty("headline").GetString().ShouldBe(first.Headline);
            data.GetProperty("releasedAt").GetString().ShouldBe("2025-11-03T11:30:00Z");
            data.GetProperty("url").GetString().ShouldBe("https://investors.example/news/deal");
            var correction = await stream.EventAsync();
            correction.Name.ShouldBe("correction");
            correction.Id.ShouldBeGreaterThan(id);
            (await stream.EventAsync()).Name.ShouldBe("withdrawal");
        }
    }

    [Theory, EachDatabase]
    public async Task Who_comes_back_gets_what_was_missed_also_from_another_process_and_not_more_than_a_hundred(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (before, position) = await OpenAsync(portal);
        before.Dispose();
        await portal.PublishAsync([.. Enumerable.Range(0, LiveFeed.Most + 1).Select(i => new AnnouncementBuilder($"missed-{i}").Build())]);
        await portal.PublishAsync(new AnnouncementBuilder("newest").Build());
        await using var readers = await portal.StartReaderAsync();

        foreach (var process in new[] { portal, readers })
        {
            await UntilKnownAsync(process);
            using var all = (await LiveReader.OpenAsync(process.Client, $"/live?after={position}")).Reader;
            var (second, _, data) = await all.EventAsync();
            data.GetProperty("slug").GetString().ShouldBe("missed-2", "the newest hundred");
            using var rest = (await LiveReader.OpenAsync(process.Client, $"/live?after={position}", lastEventId: $"{second + LiveFeed.Most - 2}")).Reader;
            (await rest.EventAsync()).Data.GetProperty("slug").GetString().ShouldBe("newest", "the header is newer than the address");
        }

        // A number from a store that isn't here any more, and no number at all: from now on.
        var (unknown, now) = await LiveReader.OpenAsync(portal.Client, "/live?after=999999999", lastEventId: "x");
        using (unknown)
        {
            now.ShouldBe(portal.Services.GetRequiredService<LiveFeed>().Now.Version);
            await portal.PublishAsync(new AnnouncementBuilder("later").Build());
            (await unknown.EventAsync()).Data.GetProperty("slug").GetString().ShouldBe("later");
        }
    }

    [Theory, EachDatabase]
    public async Task Another_store_in_the_place_of_the_first_is_no_news_and_streams_go_on(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.PublishAsync(new AnnouncementBuilder("known").Build());
        using var stream = (await OpenAsync(portal)).Reader;
        var (board, feed) = (portal.Services.GetRequiredService<StoreVersionBoard>(), portal.Services.GetRequiredService<LiveFeed>());
        var before = feed.Now.Store;

        board.Reset(board.Current);
        for (var look = 0; feed.Now.Store == before; look++)
        {
            look.ShouldBeLessThan(500);
            await Task.Delay(10);
        }

        await portal.PublishAsync(new AnnouncementBuilder("later").Build());
        (await stream.EventAsync()).Data.GetProperty("slug").GetString().ShouldBe("later");
    }

    [Fact]
    public async Task The_answer_is_never_kept_back_and_stopping_ends_it_at_once()
    {
        var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Settings = new Dictionary<string, string?> { ["Live:ConnectionsPerNetwork"] = "2" } });
        using var one = (await OpenAsync(portal)).Reader;
        var head = one.Answer.Headers;
        one.Answer.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream; charset=utf-8");
        head.CacheControl!.NoStore.ShouldBeTrue();
        head.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        (head.ETag, head.Contains("Set-Cookie"), one.Answer.Content.Headers.ContentEncoding.Count).ShouldBe((null, false, 0));
        head.GetValues("Content-Security-Policy").ShouldBe([SecurityHeaders.ContentSecurityPolicy]);

        using (var request = new HttpRequestMessage(HttpMethod.Head, "/live"))
        {
            using var answer = await portal.Client.SendAsync(request);
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "text/event-stream"));
        }

        using (var two = (await OpenAsync(portal)).Reader)
        {
            using var third = await portal.Client.GetAsync("/live");
            (third.StatusCode, third.Headers.RetryAfter!.Delta).ShouldBe((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30)));
        }

        // Who has left makes room as soon as the next thing is sent.
        var feed = portal.Services.GetRequiredService<LiveFeed>();
        LiveReader? next = null;
        for (var look = 0; next is null; look++)
        {
            look.ShouldBeLessThan(100);
            feed.Beat();
            using var answer = await portal.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/live"));
            next = answer.StatusCode is HttpStatusCode.OK ? (await OpenAsync(portal)).Reader : null;
            await Task.Delay(20);
        }

        using (next)
        {
            (await next.BlockAsync()).ShouldBe([":"], "a first look, or a heartbeat");
            var stopped = Stopwatch.StartNew();
            await portal.DisposeAsync();
            stopped.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
            while (await next.BlockAsync() is [":"])
            {
                // What was sent before the end.
            }
        }
    }

    [Fact]
    public void Streams_are_counted_over_all_and_by_network()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var connections = new LiveConnections(new LiveSettings(3, 2), services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());
        var one = connections.TryOpen("a")!;
        connections.TryOpen("a").ShouldNotBeNull();
        connections.TryOpen("a").ShouldBeNull("two of a network");
        var other = connections.TryOpen("b")!;
        connections.TryOpen("c").ShouldBeNull("three of all");

        other.Dispose();
        connections.TryOpen("c").ShouldNotBeNull();
        one.Dispose();
        connections.TryOpen("a").ShouldNotBeNull();
    }

    [Fact]
    public async Task Pages_carry_a_silent_bar_that_begins_where_the_page_ends_and_a_script_of_two_kilobytes()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await portal.Client.ReceiveAsync("/news")).Text);
        var region = page.QuerySelector("[role=status].live")!;
        region.GetAttribute("data-after").ShouldBe($"{portal.Services.GetRequiredService<LiveFeed>().Now.Version}");
        region.QuerySelector(".bar")!.HasAttribute("hidden").ShouldBeTrue();

        var script = page.QuerySelector("script[src*=live]")!.GetAttribute("src")!;
        var bytes = (await portal.Client.ReceiveAsync(script)).Body.Length;
        bytes.ShouldBeInRange(1, 2048);
    }

    [Theory]
    [InlineData("Live:Connections", "many")]
    [InlineData("Live:ConnectionsPerNetwork", "-1")]
    public async Task A_wrong_number_stops_the_start(string key, string value)
    {
        var refused = await Should.ThrowAsync<FormatException>(() => TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Settings = new Dictionary<string, string?> { [key] = value } }));
        refused.Message.ShouldStartWith(key + ": ");
    }

    private static async Task<(LiveReader Reader, long Position)> OpenAsync(TestPortal portal)
    {
        await UntilKnownAsync(portal);
        return await LiveReader.OpenAsync(portal.Client);
    }

    // Until the follower has what the store has.
    private static async Task UntilKnownAsync(TestPortal portal)
    {
        var board = portal.Services.GetRequiredService<StoreVersionBoard>();
        var feed = portal.Services.GetRequiredService<LiveFeed>();
        for (var look = 0; !board.IsKnown || feed.Now.Version < board.Current; look++)
        {
            look.ShouldBeLessThan(500);
            await Task.Delay(10);
        }
    }

    private static string Withdrawn(string document) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<AnnouncementDocument>(document, ContentJson.Options)!.AsWithdrawn(), ContentJson.Options);
}
