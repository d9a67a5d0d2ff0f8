using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Tests.Alerts;

/// <summary>Who gets what, and when: of what is public, once, and nothing of anything else.</summary>
public sealed class DeliveryTests
{
    private const string Ann = "ann@example.com";
    private const string Bea = "bea@example.com";

    [Theory, EachDatabase]
    public async Task A_release_goes_to_who_confirmed_before_it_and_wants_its_category_once(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        await desk.Portal.PublishAsync(new AnnouncementBuilder("before").Build());
        await desk.SubscribeAsync(Ann);
        await desk.SubscribeAsync(Bea, AlertRhythm.Immediate, "Results", "Financing");
        using var pending = await desk.PostAsync("/alerts", ("email", "cyd@example.com"), ("rhythm", "Immediate"));
        desk.Portal.Clock.Advance(Duration.FromSeconds(1));

        await desk.Portal.PublishAsync(
            new AnnouncementBuilder("deal") { Headline = "Größer: 9,7 Mrd. – ملفات 🚀", Category = "Corporate", Summary = "A = B, and more." }.Build(),
            new AnnouncementBuilder("figures") { Category = "results" }.Build());
        await desk.WorkAsync();
        await desk.WorkAsync();

        var mail = desk.NewsTo(Ann).Single(m => m.Subject == "Größer: 9,7 Mrd. – ملفات 🚀");
        desk.NewsTo(Ann).Count.ShouldBe(2);
        desk.NewsTo(Bea).ShouldHaveSingleItem().Subject.ShouldBe("Headline of figures");
        desk.NewsTo("cyd@example.com").ShouldBeEmpty();
        foreach (var body in new[] { mail.Text, mail.Html })
        {
            body.ShouldContain("A = B, and more.");
            body.ShouldContain($"{AlertDesk.Origin}/news/deal");
            body.ShouldContain($"{AlertDesk.Origin}/news/deal.pdf");
            body.ShouldContain($"{AlertDesk.Origin}/verify?sha256=");
            body.ShouldContain("3 Nov 2025, 06:30 ET");
            body.ShouldContain("is a demonstration");
        }

        mail.Html.ShouldNotContain("<img", Case.Insensitive);
        mail.Headers["Message-ID"].ShouldMatch("^<[0-9a-f]{32}@localhost>$");
        mail.Headers["List-Id"].ShouldBe("<alerts.investors.example>");
    }

    [Theory, EachDatabase]
    public async Task Nothing_goes_before_the_release_and_what_was_replaced_before_its_turn_does_not_go(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        await desk.SubscribeAsync(Ann);
        var due = desk.Portal.Clock.Now + Duration.FromMinutes(5);
        var planned = new AnnouncementBuilder("deal") { ReleasedAt = due, NotBefore = due };
        (await desk.Portal.ReleaseAsync(new ReleaseCommand("scheduled-1", [planned.Build()]))).Issues.ShouldNotBeEmpty();
        await desk.WorkAsync();
        desk.NewsTo(Ann).ShouldBeEmpty();

        desk.Portal.Clock.Advance(Duration.FromMinutes(5));
        await desk.Portal.PublishAsync(new ReleaseCommand("scheduled-1", [planned.Build()]));
        await desk.WorkAsync();
        desk.NewsTo(Ann).ShouldHaveSingleItem();

        var corrected = planned.Corrected("Another body.");
        await desk.Portal.PublishAsync(corrected.Build());
        var withdrawn = corrected.Corrected("").Build();
        await desk.Portal.PublishAsync(withdrawn with
        {
            Document = JsonSerializer.Serialize(JsonSerializer.Deserialize<AnnouncementDocument>(withdrawn.Document, ContentJson.Options)! with { Status = DocumentStatus.Withdrawn }, ContentJson.Options),
        });
        await desk.WorkAsync();
        desk.NewsTo(Ann).Select(m => m.Subject).ShouldBe(["Headline of deal", "Withdrawn: Headline of deal"]);

        await desk.Portal.PublishAsync(new AnnouncementBuilder("other").Build());
        await desk.Portal.PublishAsync(new AnnouncementBuilder("other").Corrected("B.", "A date was wrong.").Build());
        await desk.WorkAsync();
        var last = desk.NewsTo(Ann)[^1];
        last.Subject.ShouldBe("Corrected: Headline of other");
        last.Text.ShouldContain("A date was wrong.");
    }

    [Theory, EachDatabase]
    public async Task History_that_is_brought_in_is_no_news_and_an_import_of_today_is(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        await desk.SubscribeAsync(Ann);

        await desk.Portal.PublishAsync(new ReleaseCommand(CommandKeys.Import + "1", [new AnnouncementBuilder("years-ago").Build()]));
        await desk.Portal.PublishAsync(new ReleaseCommand(CommandKeys.Import + "2", [new AnnouncementBuilder("today") { ReleasedAt = desk.Portal.Clock.Now - Duration.FromHours(1) }.Build()]));
        await desk.WorkAsync();

        desk.NewsTo(Ann).ShouldHaveSingleItem().Subject.ShouldBe("Headline of today");
    }

    [Theory, EachDatabase]
    public async Task The_day_is_one_mail_and_a_change_of_rhythm_neither_loses_nor_doubles(DatabaseProvider provider)
    {
        // Noon in New York at first; the day's mail is due at 18:00.
        await using var desk = await AlertDesk.StartAsync(provider);
        await desk.SubscribeAsync(Ann, AlertRhythm.Daily);
        var bea = await desk.SubscribeAsync(Bea);
        desk.Portal.Clock.Advance(Duration.FromSeconds(1));
        await desk.Portal.PublishAsync(new AnnouncementBuilder("morning").Build());
        await desk.WorkAsync();
        desk.NewsTo(Bea).Count.ShouldBe(1);
        await SetRhythmAsync(desk, bea.Id, AlertRhythm.Daily);
        await desk.Portal.PublishAsync(new AnnouncementBuilder("afternoon").Build());
        await desk.WorkAfterAsync(Duration.FromHours(5));
        desk.NewsTo(Ann).ShouldBeEmpty("it is not six yet");

        await desk.WorkAfterAsync(Duration.FromHours(1));
        await desk.WorkAsync();
        var day = desk.NewsTo(Ann).ShouldHaveSingleItem();
        day.Subject.ShouldBe("IREN: 2 releases today");
        day.Text.ShouldContain("Headline of morning");
        day.Text.ShouldContain("Headline of afternoon");
        var rest = desk.NewsTo(Bea)[^1];
        rest.Subject.ShouldBe("IREN: Headline of afternoon");
        rest.Text.ShouldNotContain("Headline of morning");

        await desk.WorkAfterAsync(Duration.FromHours(24));
        desk.NewsTo(Ann).Count.ShouldBe(1, "a day without news has no mail");
    }

    [Theory, EachDatabase]
    public async Task A_portal_that_starts_again_goes_on_where_it_was(DatabaseProvider provider)
    {
        await using var stores = await PreparedStores.CopyAsync(provider);
        await using (var desk = await AlertDesk.StartAsync(provider, stores: stores))
        {
            await desk.SubscribeAsync(Ann);
            await desk.Portal.PublishAsync(new AnnouncementBuilder("first").Build());
            await desk.WorkAsync();
            await desk.Portal.PublishAsync(new AnnouncementBuilder("second").Build());
        }

        await using var again = await AlertDesk.StartAsync(provider, stores: stores);
        again.NewsTo(Ann).Select(m => m.Subject).ShouldBe(["Headline of first", "Headline of second"]);
    }

    private static async Task SetRhythmAsync(AlertDesk desk, Guid id, AlertRhythm rhythm)
    {
        await using var store = desk.Open();
        await store.Subscribers.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Rhythm, rhythm));
    }
}
