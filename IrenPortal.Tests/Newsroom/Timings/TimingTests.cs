using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Timings;
using IrenPortal.Tests.Alerts;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Timings;

/// <summary>When a release was first read and mailed comes on record, once, and for all to see.</summary>
public sealed class TimingTests
{
    [Theory, EachDatabase]
    public async Task A_quarter_of_an_hour_after_a_release_its_first_read_and_its_mail_are_on_record(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        await desk.SubscribeAsync("ann@example.com");
        await desk.SubscribeAsync("bea@example.com");
        await desk.Portal.PublishAsync(new AnnouncementBuilder("deal").Build());
        desk.Portal.Clock.Advance(Duration.FromMilliseconds(40));
        (await desk.Portal.Client.GetStringAsync("/news/deal")).ShouldContain("Headline of deal");
        await desk.WorkAfterAsync(Duration.FromMilliseconds(960));
        var timings = desk.Portal.Services.GetRequiredService<TimingDesk>();

        desk.Portal.Clock.Advance(TimingDesk.Wait - Duration.FromSeconds(2));
        (await timings.RecordAsync(CancellationToken.None)).ShouldBe(0);
        (await CsvAsync(desk)).ShouldEndWith(",,,,");

        desk.Portal.Clock.Advance(Duration.FromSeconds(1));
        (await timings.RecordAsync(CancellationToken.None)).ShouldBe(1);
        (await timings.RecordAsync(CancellationToken.None)).ShouldBe(0);

        await using var store = desk.Portal.OpenPublicStore();
        var edition = await store.Editions.SingleAsync(e => e.Slug == "deal");
        var timing = await store.Timings.SingleAsync();
        timing.EditionNumber.ShouldBe(edition.Number);
        timing.Mails.ShouldBe(2);
        (timing.FirstReadAt - edition.CommittedAt).ShouldBe(Duration.FromMilliseconds(40));
        (timing.FirstMailAt - edition.CommittedAt).ShouldBe(Duration.FromSeconds(1));
        timing.LastMailAt.ShouldBe(timing.FirstMailAt);
        (await CsvAsync(desk)).ShouldMatch(@",2,[\d:.TZ-]+,[\d:.TZ-]+$");
        (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault.ShouldBeNull();
        (await desk.Portal.Client.GetStringAsync("/verify/ledger")).ShouldContain($"When entry {edition.Number} was first read and mailed");
    }

    [Theory, EachDatabase]
    public async Task Mail_under_way_is_waited_for_a_day_at_most(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        var subscriber = await desk.SubscribeAsync("ann@example.com");
        await desk.Portal.PublishAsync(new AnnouncementBuilder("deal").Build());
        await using (var alerts = desk.Open())
        {
            await using var published = desk.Portal.OpenPublicStore();
            var number = (await published.Editions.SingleAsync(e => e.Slug == "deal")).Number;
            alerts.Add(Delivery.New(subscriber.Id, DeliveryKind.Edition, FormattableString.Invariant($"{number}"), desk.Portal.Clock.Now));
            await alerts.SaveChangesAsync();
        }

        var timings = desk.Portal.Services.GetRequiredService<TimingDesk>();
        desk.Portal.Clock.Advance(TimingDesk.LongestWait - Duration.FromSeconds(1));
        (await timings.RecordAsync(CancellationToken.None)).ShouldBe(0);

        desk.Portal.Clock.Advance(Duration.FromSeconds(1));
        (await timings.RecordAsync(CancellationToken.None)).ShouldBe(1);
        await using var store = desk.Portal.OpenPublicStore();
        var timing = await store.Timings.SingleAsync();
        (timing.Mails, timing.FirstReadAt, timing.LastMailAt).ShouldBe((0, null, null));
    }

    // The line of the release.
    private static async Task<string> CsvAsync(AlertDesk desk) =>
        (await desk.Portal.Client.GetStringAsync("/about/timeliness.csv")).Split('\n').Single(line => line.StartsWith("deal,", StringComparison.Ordinal)).TrimEnd('\r');
}
