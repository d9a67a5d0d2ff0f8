using IrenPortal.Alerts;
using IrenPortal.Alerts.Delivering;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Alerts;

/// <summary>Reports of mail that came back.</summary>
public sealed class BounceTests
{
    [Theory]
    [InlineData("failed", "5.1.1", true, true)]
    [InlineData("failed", "4.4.7", true, false)]
    [InlineData("delayed", "4.4.1", false, false)]
    public void A_report_says_whom_it_is_about_and_how_bad_it_is(string action, string status, bool final, bool permanent) =>
        BounceReport.Read(Report("BOUNCES+00ff@Example.com", action, status), "bounces@example.com").ShouldBe(new BounceReport("00ff", final, permanent));

    [Fact]
    public void An_answer_from_somebody_s_holidays_is_no_report() =>
        BounceReport.Read("To: bounces+00ff@example.com\nSubject: I am away\n\nBack on Monday.\n", "bounces@example.com").ShouldBeNull();

    [Theory, EachDatabase]
    public async Task A_mailbox_that_is_gone_gets_no_more_and_nobody_can_forge_it_away(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory();
        await using var desk = await AlertDesk.StartAsync(provider, new Dictionary<string, string?> { ["Mail:BounceAddress"] = "bounces@example.com", ["Mail:BounceFolder"] = folder.FullName });
        var gone = await desk.SubscribeAsync("gone@example.com");
        var full = await desk.SubscribeAsync("full@example.com");
        var forged = await desk.SubscribeAsync("forged@example.com");
        var links = desk.Portal.Services.GetRequiredService<AlertLinks>();
        desk.Mails[0].Headers["Sender"].ShouldBe($"bounces+{links.BounceTag(gone.Id)}@example.com");

        File.WriteAllText(Path.Combine(folder.FullName, "1"), Report($"bounces+{links.BounceTag(gone.Id)}@example.com", "failed", "5.1.1"));
        File.WriteAllText(Path.Combine(folder.FullName, "2"), Report($"bounces+{forged.Id:N}000000000000@example.com", "failed", "5.1.1"));
        for (var i = 0; i < Bounces.MostSoft; i++)
        {
            File.WriteAllText(Path.Combine(folder.FullName, $"soft-{i}"), Report($"bounces+{links.BounceTag(full.Id)}@example.com", "failed", "4.2.2"));
        }

        await desk.WorkAfterAsync(Duration.FromMinutes(2));

        await using var store = desk.Open();
        (await store.Subscribers.OrderBy(s => s.Address).Select(s => s.State).ToListAsync()).ShouldBe([SubscriberState.Active, SubscriberState.Bounced, SubscriberState.Bounced]);
        folder.GetFiles().ShouldBeEmpty("what was read names people");
        folder.GetDirectories().Single().GetFiles().ShouldHaveSingleItem().Name.ShouldBe("2");
        folder.Delete(recursive: true);
    }

    private static string Report(string to, string action, string status) => $"""
        From: MAILER-DAEMON@mail.example
        To: {to}
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; somebody@example.com
        Action: {action}
        Status: {status}

        --b--

        """;
}
