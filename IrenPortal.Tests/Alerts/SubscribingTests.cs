using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace IrenPortal.Tests.Alerts;

/// <summary>From the form to the end of a subscription, as somebody with a browser and a mailbox does it.</summary>
public sealed class SubscribingTests
{
    [Theory, EachDatabase]
    public async Task Somebody_asks_confirms_changes_takes_the_data_and_leaves(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        using var form = await desk.GetAsync("/alerts");
        form.Headers.Contains("Set-Cookie").ShouldBeFalse();
        form.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await new HtmlParser().ParseDocumentAsync(await form.Content.ReadAsStringAsync());
        page.QuerySelectorAll("input[name=category]").Select(c => c.GetAttribute("value")).ShouldContain("Results");
        page.QuerySelectorAll("label").Length.ShouldBe(page.QuerySelectorAll("form[action='/alerts'] input").Length);

        using var asked = await desk.PostAsync("/alerts", ("email", " Ann@Example.com "), ("rhythm", "Daily"), ("category", "Results"), ("category", "No such"));
        asked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        asked.Headers.Location!.OriginalString.ShouldBe("/alerts/asked");
        await desk.WorkAsync();
        var mail = desk.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("Ann@example.com");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Headers.Keys.ShouldNotContain("List-Unsubscribe");
        var confirm = mail.Link("/alerts/confirm");
        mail.Html.ShouldContain(confirm);

        // A program that opens links confirms nothing.
        using (var looked = await desk.GetAsync(confirm))
        {
            looked.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await looked.Content.ReadAsStringAsync()).ShouldContain("<button");
        }

        (await OnlyAsync(desk)).State.ShouldBe(SubscriberState.Pending);
        using var confirmed = await desk.PostAsync(confirm);
        var preferences = confirmed.Headers.Location!.OriginalString;
        preferences.ShouldStartWith("/alerts/preferences?t=");
        var subscriber = await OnlyAsync(desk);
        (subscriber.State, subscriber.Rhythm, subscriber.Categories).ShouldBe((SubscriberState.Active, AlertRhythm.Daily, "RESULTS"));

        using var shown = await desk.GetAsync(preferences);
        (await shown.Content.ReadAsStringAsync()).ShouldContain("Confirmed.");
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var saved = await desk.PostAsync(preferences, ("rhythm", "Immediate"));
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        subscriber = await OnlyAsync(desk);
        (subscriber.Rhythm, subscriber.Categories).ShouldBe((AlertRhythm.Immediate, ""));

        using var export = await desk.GetAsync(preferences.Split('&')[0].Replace("/alerts/preferences", "/alerts/data.json", StringComparison.Ordinal));
        var data = JsonDocument.Parse(await export.Content.ReadAsStringAsync()).RootElement;
        data.GetProperty("address").GetString().ShouldBe("Ann@example.com");
        data.GetProperty("mails")[0].GetProperty("kind").GetString().ShouldBe("confirmation");

        await desk.Portal.PublishAsync(new AnnouncementBuilder("deal").Build());
        await desk.WorkAsync();
        var news = desk.NewsTo("Ann@example.com").ShouldHaveSingleItem();
        news.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var way = news.Headers["List-Unsubscribe"].Trim('<', '>');
        using (var looked = await desk.GetAsync(way))
        {
            looked.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await OnlyAsync(desk)).State.ShouldBe(SubscriberState.Active, "reading the page ends nothing");
        using var left = await desk.PostAsync(way, ("List-Unsubscribe", "One-Click"));
        left.StatusCode.ShouldBe(HttpStatusCode.OK, "RFC 8058: no redirect, no login");
        await using var store = desk.Open();
        (await store.Subscribers.AnyAsync()).ShouldBeFalse();
        (await store.Deliveries.AnyAsync()).ShouldBeFalse("what was sent to whom goes with the person");
        using var gone = await desk.GetAsync(preferences);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_form_says_the_same_of_a_known_and_an_unknown_address_and_floods_nobody(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        var known = await desk.SubscribeAsync("ann@example.com", AlertRhythm.Daily, "Results");
        desk.Portal.Clock.Advance(Duration.FromHours(1));
        using var one = await desk.PostAsync("/alerts", ("email", "ANN@example.com"), ("rhythm", "Immediate"));
        using var other = await desk.PostAsync("/alerts", ("email", "bea@example.com"), ("rhythm", "Immediate"));
        (one.StatusCode, one.Headers.Location).ShouldBe((other.StatusCode, other.Headers.Location));
        (await one.Content.ReadAsStringAsync()).ShouldBe(await other.Content.ReadAsStringAsync());

        await desk.WorkAsync();
        desk.Mails.Last(m => m.To == "ann@example.com").Subject.ShouldBe("You get the e-mail alerts of IREN already");
        var still = await OnlyAsync(desk, "ann@example.com");
        (still.Rhythm, still.Categories).ShouldBe((known.Rhythm, known.Categories), "anybody could have asked");

        // Ten minutes between two such mails, three a day.
        foreach (var (minutes, mails) in new[] { (5, 1), (6, 2), (11, 3), (11, 3), (600, 3), (24 * 60, 4) })
        {
            desk.Portal.Clock.Advance(Duration.FromMinutes(minutes));
            using var again = await desk.PostAsync("/alerts", ("email", "bea@example.com"), ("rhythm", "Immediate"));
            ((int)again.StatusCode).ShouldBe(303);
            await desk.WorkAsync();
            desk.Mails.Count(m => m.To == "bea@example.com").ShouldBe(mails, $"after {minutes} more minutes");
        }
    }

    [Fact]
    public async Task Bad_input_is_said_programs_are_ignored_and_haste_is_refused()
    {
        await using var desk = await AlertDesk.StartAsync(DatabaseProvider.Sqlite);
        using var wrong = await desk.PostAsync("/alerts", ("email", "ann@nowhere<script>"), ("rhythm", "Daily"), ("category", "Results"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await new HtmlParser().ParseDocumentAsync(await wrong.Content.ReadAsStringAsync());
        page.QuerySelector("[role=alert] a[href='#field-email']")!.TextContent.ShouldContain("write one such as");
        page.QuerySelector("#field-email")!.GetAttribute("value").ShouldBe("ann@nowhere<script>");
        page.QuerySelectorAll("input:checked, input[checked]").Select(c => c.GetAttribute("value")).ShouldBe(["Daily", "Results"]);

        using var trapped = await desk.PostAsync("/alerts", ("email", "ann@example.com"), ("rhythm", "Daily"), ("website", "https://spam.example"));
        trapped.Headers.Location!.OriginalString.ShouldBe("/alerts/asked", "the program learns nothing");
        await using var store = desk.Open();
        (await store.Subscribers.AnyAsync()).ShouldBeFalse();

        using var json = await desk.Portal.Client.PostAsync("/alerts", new StringContent("{}", null, "application/json"));
        json.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        using var large = await desk.PostAsync("/alerts", ("email", new string('a', 20_000)));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        for (var i = 0; i < 30; i++)
        {
            (await desk.PostAsync("/alerts", ("email", "x"))).Dispose();
        }

        using var hasty = await desk.PostAsync("/alerts", ("email", "ann@example.com"));
        hasty.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var leaving = await desk.PostAsync("/alerts/unsubscribe?t=x");
        leaving.StatusCode.ShouldBe(HttpStatusCode.NotFound, "the way out is never closed");
    }

    [Theory, EachDatabase]
    public async Task What_is_over_its_time_is_deleted(DatabaseProvider provider)
    {
        await using var desk = await AlertDesk.StartAsync(provider);
        using var asked = await desk.PostAsync("/alerts", ("email", "late@example.com"), ("rhythm", "Immediate"));
        var stays = await desk.SubscribeAsync("ann@example.com");
        await desk.WorkAfterAsync(Duration.FromHours(47));
        await using (var store = desk.Open())
        {
            (await store.Subscribers.CountAsync()).ShouldBe(2);
        }

        await desk.WorkAfterAsync(Duration.FromHours(2));
        (await OnlyAsync(desk)).Id.ShouldBe(stays.Id);
        await desk.WorkAfterAsync(Duration.FromDays(91));
        await using var later = desk.Open();
        (await later.Deliveries.AnyAsync()).ShouldBeFalse();
        (await later.Subscribers.AnyAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task No_reader_can_see_who_subscribed_and_a_readers_process_has_no_such_page()
    {
        await using var desk = await AlertDesk.StartAsync(DatabaseProvider.Postgres);
        await desk.SubscribeAsync("ann@example.com");
        await using var reader = new NpgsqlConnection(desk.Portal.Stores.Public);
        await reader.OpenAsync();
        await using var query = new NpgsqlCommand("SELECT count(*) FROM alerts.\"Subscribers\"", reader);
        (await Should.ThrowAsync<PostgresException>(() => query.ExecuteScalarAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

        await using var readers = await desk.Portal.StartReaderAsync();
        using var unknown = await readers.Client.GetAsync("/alerts");
        using var nothing = await readers.Client.GetAsync("/never-there");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await unknown.Content.ReadAsByteArrayAsync()).ShouldBe(await nothing.Content.ReadAsByteArrayAsync());
    }

    private static async Task<Subscriber> OnlyAsync(AlertDesk desk, string? address = null)
    {
        await using var store = desk.Open();
        return await store.Subscribers.AsNoTracking().SingleAsync(s => address == null || s.Address == address);
    }
}
