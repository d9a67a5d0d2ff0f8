using IrenPortal.Alerts.Delivering;
using IrenPortal.Alerts.Mails;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Alerts;

/// <summary>What becomes of a mail when the server, the mailbox or the portal fails.</summary>
public sealed class OutboxTests
{
    private const string Ann = "ann@example.com";

    [Theory, EachDatabase]
    public async Task A_mail_is_tried_again_later_and_given_up_after_three_days(DatabaseProvider provider)
    {
        await using var desk = await OneMailAsync(provider, new SendResult(SendOutcome.TryLater, "Later."), out var server);
        for (var minutes = 1; minutes <= 8; minutes *= 2)
        {
            await desk.WorkAfterAsync(Duration.FromMinutes(minutes) - Duration.FromSeconds(1));
            var before = server.Seen.Count;
            await desk.WorkAfterAsync(Duration.FromSeconds(1));
            server.Seen.Count.ShouldBe(before + 1, $"after {minutes} minutes");
        }

        server.Seen.Select(s => s.Id).Distinct().ShouldHaveSingleItem("a mail keeps its name");
        await desk.WorkAfterAsync(Duration.FromDays(3));
        var given = await OnlyAsync(desk);
        (given.State, given.Fault).ShouldBe((DeliveryState.Failed, "Later."));
    }

    [Theory, EachDatabase]
    public async Task A_mailbox_that_refuses_for_good_gets_nothing_more_until_its_owner_asks_anew(DatabaseProvider provider)
    {
        await using var desk = await OneMailAsync(provider, new SendResult(SendOutcome.MailboxRefused, "No such mailbox."), out var server);
        (await OnlyAsync(desk)).State.ShouldBe(DeliveryState.Failed);
        await desk.Portal.PublishAsync(new AnnouncementBuilder("second").Build());
        await desk.WorkAsync();
        server.Seen.Count.ShouldBe(1);

        server.Answer = _ => new SendResult(SendOutcome.Sent);
        desk.Portal.Clock.Advance(Duration.FromDays(1));
        using var asked = await desk.PostAsync("/alerts", ("email", Ann), ("rhythm", "Immediate"));
        await desk.WorkAsync();
        server.Seen.Count.ShouldBe(2, "a confirmation");
        await using var store = desk.Open();
        (await store.Subscribers.SingleAsync()).State.ShouldBe(SubscriberState.Pending);
    }

    [Theory, EachDatabase]
    public async Task A_server_that_is_down_costs_no_mail_and_is_asked_less_and_less_often(DatabaseProvider provider)
    {
        await using var desk = await OneMailAsync(provider, new SendResult(SendOutcome.ServerDown, "Closed."), out var server);
        await using (var store = desk.Open())
        {
            (await store.Progress.SingleAsync()).MailFault.ShouldBe("Closed.");
        }

        await desk.WorkAfterAsync(Duration.FromSeconds(4));
        server.Seen.Count.ShouldBe(1);
        await desk.WorkAfterAsync(Duration.FromSeconds(1));
        server.Seen.Count.ShouldBe(2);
        await desk.WorkAfterAsync(Duration.FromSeconds(9));
        server.Seen.Count.ShouldBe(2);
        server.Answer = _ => new SendResult(SendOutcome.Sent);
        await desk.WorkAfterAsync(Duration.FromSeconds(1));
        var sent = await OnlyAsync(desk);
        (sent.State, sent.Attempts).ShouldBe((DeliveryState.Sent, 1));
        await using var after = desk.Open();
        (await after.Progress.SingleAsync()).MailFault.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task What_was_being_sent_when_the_portal_died_is_in_doubt_and_never_sent_twice(DatabaseProvider provider)
    {
        await using var desk = await OneMailAsync(provider, new SendResult(SendOutcome.Sent), out var server, work: false);
        await desk.Portal.Services.GetRequiredService<FanOut>().RunAsync(CancellationToken.None);
        var outbox = desk.Portal.Services.GetRequiredService<Outbox>();
        (await outbox.NextAsync([], 8, CancellationToken.None)).ShouldHaveSingleItem();
        (await outbox.NextAsync([], 8, CancellationToken.None)).ShouldBeEmpty("it is claimed");

        await desk.WorkAfterAsync(Duration.FromSeconds(59));
        (await OnlyAsync(desk)).State.ShouldBe(DeliveryState.Sending, "its sender may still be alive");
        await desk.WorkAfterAsync(Duration.FromSeconds(10));
        (await OnlyAsync(desk)).State.ShouldBe(DeliveryState.Uncertain);
        await desk.WorkAfterAsync(Duration.FromDays(1));
        server.Seen.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_folder_knows_what_was_written_so_that_a_cut_leaves_no_doubt(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        await desk.SubscribeAsync(Ann);
        await desk.Portal.PublishAsync(new AnnouncementBuilder("first").Build(), new AnnouncementBuilder("second").Build());
        await desk.Portal.Services.GetRequiredService<FanOut>().RunAsync(CancellationToken.None);
        var claimed = await desk.Portal.Services.GetRequiredService<Outbox>().NextAsync([], 8, CancellationToken.None);
        claimed.Count.ShouldBe(2);
        var folder = Path.Combine(desk.Portal.Stores.DataDirectory, "mail");
        File.Copy(Directory.GetFiles(folder, "*.eml")[0], Path.Combine(folder, claimed[0].Delivery.Id.ToString("N") + ".eml"));

        await desk.WorkAfterAsync(Duration.FromSeconds(70));

        await using var store = desk.Open();
        (await store.Deliveries.Where(d => d.Kind == DeliveryKind.Edition).Select(d => d.State).ToListAsync()).ShouldBe([DeliveryState.Sent, DeliveryState.Sent]);
        Directory.GetFiles(folder, "*.eml").Length.ShouldBe(3, "the confirmation and one each");
    }

    [Fact]
    public async Task Two_workers_never_claim_the_same_mail()
    {
        await using var desk = await AlertDesk.StartAsync(DatabaseProvider.Postgres);
        await using (var store = desk.Open())
        {
            store.Deliveries.AddRange(Enumerable.Range(0, 400).Select(i => Delivery.New(null, DeliveryKind.Test, $"p{i}@example.com", desk.Portal.Clock.Now)));
            await store.SaveChangesAsync();
        }

        var outbox = desk.Portal.Services.GetRequiredService<Outbox>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var mine = new List<Guid>();
            while (await outbox.NextAsync([], 8, CancellationToken.None) is { Count: > 0 } next)
            {
                mine.AddRange(next.Select(n => n.Delivery.Id));
            }

            return mine;
        })));

        taken.SelectMany(t => t).Distinct().Count().ShouldBe(taken.Sum(t => t.Count));
    }

    private static Task<AlertDesk> OneMailAsync(DatabaseProvider provider, SendResult answer, out StubTransport server, bool work = true)
    {
        var stub = server = new StubTransport();
        return StartAsync();

        async Task<AlertDesk> StartAsync()
        {
            var desk = await AlertDesk.StartAsync(provider, transport: stub);
            await using (var store = desk.Open())
            {
                store.Subscribers.Add(new Subscriber
                {
                    Id = Guid.NewGuid(), Address = Ann, AddressKey = Ann, State = SubscriberState.Active, Rhythm = AlertRhythm.Immediate, Categories = "",
                    AskedAt = desk.Portal.Clock.Now, ConfirmedAt = desk.Portal.Clock.Now, FormMailAt = desk.Portal.Clock.Now, FormMails = 0, SoftBounces = 0,
                });
                await store.SaveChangesAsync();
            }

            stub.Answer = _ => answer;
            await desk.Portal.PublishAsync(new AnnouncementBuilder("first").Build());
            if (work)
            {
                await desk.WorkAsync();
            }

            return desk;
        }
    }

    private static async Task<Delivery> OnlyAsync(AlertDesk desk)
    {
        await using var store = desk.Open();
        return await store.Deliveries.AsNoTracking().SingleAsync(d => d.Kind == DeliveryKind.Edition);
    }
}
