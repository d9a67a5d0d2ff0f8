using System.Collections.Concurrent;
using IrenPortal.Data;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace IrenPortal.Tests.Site.Feeds.Hubs;

/// <summary>What a hub hears of a release, on a loopback port.</summary>
public sealed class HubPingTests
{
    [Fact]
    public async Task A_hub_hears_of_a_release_once_it_is_public_and_again_after_a_failure_and_a_redirect_leads_nowhere()
    {
        await using var elsewhere = await StubHub.StartAsync();
        await using var hub = await StubHub.StartAsync();
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions
        {
            Settings = new Dictionary<string, string?> { ["Feeds:Hubs"] = hub.Address, ["Feeds:Addresses"] = "Loopback", ["Portal:PublicOrigin"] = "https://ir.example" },
        });

        await portal.PublishAsync(new AnnouncementBuilder("deal") { Category = "Results" }.Build());
        await Task.Delay(600);
        hub.Heard.ShouldBeEmpty("the clock stands: the release may not have reached every replica");

        hub.Status = 503;
        await UntilAsync(() => !hub.Heard.IsEmpty, portal);
        hub.Heard.Count.ShouldBe(1, "after one failure the hub is left alone");

        hub.Redirect = elsewhere.Address;
        await UntilAsync(() => hub.Heard.Count == 2, portal);
        elsewhere.Heard.ShouldBeEmpty();

        (hub.Status, hub.Redirect) = (202, null);
        hub.Heard.Clear();
        await UntilAsync(() => hub.Heard.Count >= 6, portal);
        string[] feeds = ["rss.xml", "atom.xml", "feed.json"];
        hub.Heard.ShouldBe(feeds.SelectMany(f => new[] { "", "?category=Results" }.Select(q => $"publish https://ir.example/feed/{f}{q}")), ignoreOrder: true);
    }

    [Fact]
    public async Task A_process_for_readers_tells_nobody()
    {
        await using var hub = await StubHub.StartAsync();
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        await using var reader = await TestPortal.StartOnAsync(portal.Stores, new PortalOptions
        {
            Role = PortalRole.Public,
            Settings = new Dictionary<string, string?> { ["Feeds:Hubs"] = hub.Address, ["Feeds:Addresses"] = "Loopback" },
        });
        await portal.PublishAsync(new AnnouncementBuilder("deal").Build());
        reader.Clock.Advance(Duration.FromMinutes(1));

        (await reader.Client.GetStringAsync("/feed/rss.xml")).ShouldContain($"href=\"{hub.Address}\"", customMessage: "but it names the hub");
        await Task.Delay(600);
        hub.Heard.ShouldBeEmpty();
    }

    // In small steps: a pause counts from when the failure was noted, which is some time after the hub heard.
    private static async Task UntilAsync(Func<bool> holds, TestPortal portal)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            portal.Clock.Advance(Duration.FromMilliseconds(200));
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>A hub that notes what it is told.</summary>
    private sealed class StubHub : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private StubHub(WebApplication app) => _app = app;

        public int Status { get; set; } = 204;

        public string? Redirect { get; set; }

        public string Address => _app.Urls.First() + "/";

        public ConcurrentQueue<string> Heard { get; } = new();

        public static async Task<StubHub> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var hub = new StubHub(builder.Build());
            hub._app.Run(async context =>
            {
                var form = await context.Request.ReadFormAsync();
                var (status, redirect) = (hub.Status, hub.Redirect);
                hub.Heard.Enqueue($"{form["hub.mode"]} {form["hub.url"]}");
                context.Response.StatusCode = status;
                if (redirect is { } to)
                {
                    context.Response.Redirect(to);
                }
            });
            await hub._app.StartAsync();
            return hub;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
