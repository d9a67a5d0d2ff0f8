using IrenPortal.Data;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom;

public sealed class QueueTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task The_queue_says_how_often_an_address_was_asked_for_before_it_existed(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("A merger nobody knows");
        (await EarlyAsync(editor)).ShouldBe("0");

        foreach (var address in new[] { "/news/a-merger-nobody-knows", "/NEWS/A-Merger-nobody-knows.md", "/api/v1/announcements/a-merger-nobody-knows/reaction", "/news/another-slug", "/contracts/a-merger-nobody-knows" })
        {
            using var answer = await portal.Client.GetAsync(address);
        }

        (await EarlyAsync(editor)).ShouldBe("3");
        portal.Clock.Advance(Duration.FromHours(25));
        using var later = await StaffDesk.OpenAsync(portal);
        (await EarlyAsync(later)).ShouldBe("0");
        portal.Clock.Advance(-Duration.FromHours(25));
        using var cancelled = await editor.CommandAsync(id, "cancel");
    }

    [Fact]
    public async Task A_clock_that_is_off_the_databases_is_an_alarm_on_every_staff_page_and_in_the_log()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Postgres, new PortalOptions { DatabaseClock = true, Now = SystemClock.Instance.GetCurrentInstant() - Duration.FromSeconds(2) });
        var watch = portal.Services.GetRequiredService<ClockWatch>();
        await LookedAsync(watch);
        using var editor = await StaffDesk.OpenAsync(portal);

        foreach (var page in new[] { "/admin", "/admin/contracts", "/admin/audit" })
        {
            (await editor.Browser.ReadAsync(page)).QuerySelector(".alarm")!.TextContent.ShouldContain("ms behind the one that releases");
        }

        watch.Difference!.Value.ShouldBeInRange(Duration.FromSeconds(1.9), Duration.FromSeconds(60));
        portal.Logs.Lines.ShouldContain(l => l.Contains("ms ahead of this machine's", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clocks_that_agree_are_no_alarm()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Postgres);
        var watch = portal.Services.GetRequiredService<ClockWatch>();
        await LookedAsync(watch);
        using var editor = await StaffDesk.OpenAsync(portal);

        var queue = await editor.Browser.ReadAsync("/admin");

        queue.QuerySelector(".alarm").ShouldBeNull();
        queue.Body!.TextContent.ShouldContain("Clock within");
    }

    private static async Task<string> EarlyAsync(StaffDesk desk) =>
        (await desk.Browser.ReadAsync("/admin")).QuerySelector("[aria-label='Asked this process before release, 24 hours'] .figure")!.TextContent;

    private static async Task LookedAsync(ClockWatch watch)
    {
        while (watch.Difference is null)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
