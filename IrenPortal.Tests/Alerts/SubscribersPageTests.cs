using IrenPortal.Alerts.Mails;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Tests.Newsroom;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Alerts;

/// <summary>What staff see of the alerts and may ask of them.</summary>
public sealed class SubscribersPageTests
{
    [Theory, EachDatabase]
    public async Task It_shows_queue_lag_and_failures_and_no_address(DatabaseProvider provider)
    {
        var server = new StubTransport();
        await using var desk = await AlertDesk.StartAsync(provider, transport: server);
        using var editor = await StaffDesk.OpenAsync(desk.Portal);
        (await editor.Browser.ReadAsync("/admin/subscribers")).QuerySelector("main")!.TextContent.ShouldContain("Nothing was mailed yet");
        await using (var store = desk.Open())
        {
            store.Subscribers.AddRange(new[] { "ann", "bea", "cyd" }.Select(name => new Subscriber
            {
                Id = Guid.NewGuid(), Address = name + "@example.com", AddressKey = name, State = SubscriberState.Active, Rhythm = AlertRhythm.Immediate,
                Categories = name == "cyd" ? "RESULTS" : "", AskedAt = desk.Portal.Clock.Now, ConfirmedAt = desk.Portal.Clock.Now, FormMailAt = desk.Portal.Clock.Now, FormMails = 0, SoftBounces = 0,
            }));
            await store.SaveChangesAsync();
        }

        server.Answer = to => to.StartsWith("ann", StringComparison.Ordinal) ? new SendResult(SendOutcome.Sent) : new SendResult(SendOutcome.Uncertain, "Broke.");
        await desk.Portal.PublishAsync(new AnnouncementBuilder("deal").Build());
        await desk.WorkAfterAsync(Duration.FromSeconds(2));

        var page = await editor.Browser.ReadAsync("/admin/subscribers");
        var row = page.QuerySelectorAll("#mailings tbody tr, table tbody tr").First(r => r.TextContent.Contains("Headline of deal", StringComparison.Ordinal)).TextContent;
        row.ShouldContain("1 of 2");
        row.ShouldContain("2.0\u00a0s");
        page.QuerySelector("main")!.TextContent.ShouldContain("A mail was cut off");
        page.DocumentElement.OuterHtml.ShouldNotContain("@example.com", Case.Insensitive, "no address leaves the store");
    }

    [Theory, EachDatabase]
    public async Task A_trial_goes_to_whoever_asks_and_doubtful_mail_again_on_demand(DatabaseProvider provider)
    {
        var server = new StubTransport { Answer = _ => new SendResult(SendOutcome.Uncertain, "Broke.") };
        await using var desk = await AlertDesk.StartAsync(provider, transport: server);
        using var editor = await StaffDesk.OpenAsync(desk.Portal);
        using (var tried = await editor.PostAsync("/admin/subscribers", "/admin/subscribers/trial"))
        {
            ((int)tried.StatusCode).ShouldBe(302);
        }

        await desk.WorkAsync();
        await desk.WorkAfterAsync(Duration.FromMinutes(30));
        server.Seen.Count.ShouldBe(1);
        using (var again = await editor.PostAsync("/admin/subscribers", "/admin/subscribers/again", ("twice", "true")))
        {
            ((int)again.StatusCode).ShouldBe(302);
        }

        await desk.WorkAsync();
        server.Seen.Count.ShouldBe(2);
        server.Seen.Select(s => s).Distinct().Count().ShouldBe(1);
        (await editor.Browser.ReadAsync("/admin/audit?kind=alerts")).QuerySelectorAll("tbody th").Select(r => r.Words().Split(' ', 3)[2])
            .ShouldBe(["e-mail alerts again that were cut off (1 mail)", "a trial of the e-mail alerts"]);
    }
}
