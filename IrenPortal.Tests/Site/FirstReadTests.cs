using System.Diagnostics.Metrics;
using IrenPortal.Data;
using IrenPortal.Site.Published;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Site;

/// <summary>The process that serves notes when an edition was first read, once a channel, and says so as a metric.</summary>
public sealed class FirstReadTests
{
    [Theory, EachDatabase]
    public async Task The_first_read_by_page_list_and_API_is_noted_once_in_milliseconds_after_the_commit(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        await portal.Client.GetStringAsync("/");
        var heard = new List<(double Ms, string? Channel)>();
        using var listener = Listen(portal, heard);
        await portal.PublishAsync(new AnnouncementBuilder("read-first").Build());
        var number = await NumberAsync(portal, "read-first");

        portal.Clock.Advance(Duration.FromMilliseconds(40));
        await portal.Client.GetStringAsync("/news");
        portal.Clock.Advance(Duration.FromMilliseconds(60));
        using var head = await portal.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/news/read-first"));
        portal.Clock.Advance(Duration.FromMilliseconds(20));
        await portal.Client.GetStringAsync("/news/read-first");
        portal.Clock.Advance(Duration.FromMilliseconds(500));
        await portal.Client.GetStringAsync("/news/read-first");

        var read = portal.Services.GetRequiredService<FirstReads>().Of(number)!;
        read.Milliseconds(read.List!.Value).ShouldBe(40);
        read.Milliseconds(read.Page!.Value).ShouldBe(120, "a HEAD is no read, and the second GET not the first");
        read.Api.ShouldBeNull();
        heard.ShouldBe([(40, "list"), (120, "page")]);
    }

    [Theory, EachDatabase]
    public async Task What_was_public_before_the_start_and_other_addresses_are_not_noted(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        await portal.PublishAsync(new AnnouncementBuilder("before").Build());
        await portal.RestartAsync();
        await portal.Client.GetStringAsync("/news/before");
        await portal.PublishAsync(new AnnouncementBuilder("after").Build());
        await portal.Client.GetStringAsync("/news/before");
        using var unknown = await portal.Client.GetAsync("/news/never");

        var reads = portal.Services.GetRequiredService<FirstReads>();
        reads.Of(await NumberAsync(portal, "before")).ShouldBeNull();
        var after = reads.Of(await NumberAsync(portal, "after"))!;
        (after.Page, after.List, after.Api).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task A_reader_process_emits_it_too()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        await using var reader = await portal.StartReaderAsync();
        await reader.Client.GetStringAsync("/");
        var heard = new List<(double Ms, string? Channel)>();
        using var listener = Listen(reader, heard);
        await portal.PublishAsync(new AnnouncementBuilder("elsewhere").Build());

        await WaitUntilAsync(async () => (await reader.Client.ReceiveAsync("/api/v1/announcements/elsewhere")).Status == System.Net.HttpStatusCode.OK);

        heard.ShouldContain(h => h.Channel == "api");
        portal.Services.GetRequiredService<FirstReads>().Of(await NumberAsync(portal, "elsewhere"))?.Api.ShouldBeNull();
    }

    private static MeterListener Listen(TestPortal portal, List<(double, string?)> heard)
    {
        var meters = portal.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, mine) =>
            {
                if (instrument.Name == "irenportal.release.first_read" && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    mine.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, ms, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "channel")
                {
                    heard.Add((ms, tag.Value as string));
                }
            }
        });
        listener.Start();
        return listener;
    }

    private static async Task<long> NumberAsync(TestPortal portal, string slug)
    {
        await using var store = portal.OpenPublicStore();
        return await store.Editions.Where(e => e.Slug == slug).Select(e => e.Number).SingleAsync();
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await holds())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
