using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Newsroom.Scheduling;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom;

public sealed class SchedulingTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    // How many races each database runs; as many as IREN_RACES says with bench/races.sh.
    private static int Races => int.TryParse(Environment.GetEnvironmentVariable("IREN_RACES"), out var asked) ? asked : 8;

    [Theory, EachDatabase]
    public async Task An_approved_time_is_kept_to_the_millisecond_and_nobody_touches_the_text_in_its_last_ten_minutes(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var (id, due, revision) = await SubmitForAsync(portal, editor, "On the second", Duration.FromMinutes(50));

        using (var wrong = await ApproveAsync(second, id, revision, "23:59"))
        using (var own = await ApproveAsync(editor, id, revision, Typed(due)))
        using (var unread = await second.CommandAsync(id, "approve", ("revision", $"{revision}"), ("typedTime", Typed(due))))
        {
            (wrong.StatusCode, own.StatusCode, unread.StatusCode).ShouldBe(
                (HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
            var again = await StaffBrowser.ParseAsync(wrong);
            var typed = again.QuerySelector<IHtmlInputElement>("#field-typedTime")!;
            (typed.Value, typed.GetAttribute("aria-invalid"), again.QuerySelector<IHtmlInputElement>("#field-read")!.IsChecked).ShouldBe(("23:59", "true", true));
            var readNot = await StaffBrowser.ParseAsync(unread);
            (readNot.QuerySelector("#field-typedTime")!.GetAttribute("aria-invalid"), readNot.QuerySelector<IHtmlInputElement>("#field-read")!.IsChecked).ShouldBe((null, false));
        }

        using (var approved = await ApproveAsync(second, id, revision, Typed(due)))
        {
            approved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        portal.Clock.Advance(Duration.FromMinutes(50) - ReleaseLock.Length);
        (await editor.SaveAsync(id, revision, ("summary", "Too late."))).Status.ShouldBe((HttpStatusCode)423);
        using (var back = await second.CommandAsync(id, "send-back", ("words", "Not yet.")))
        {
            back.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        portal.Clock.Advance(ReleaseLock.Length - Duration.FromMilliseconds(1));
        (await ReleaseAsync(portal, id)).ShouldBeFalse();
        (await portal.Client.GetAsync("/news/on-the-second")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        portal.Clock.Advance(Duration.FromMilliseconds(1));
        await ReleaseAsync(portal, id);
        (await EndAsync(portal, id)).ShouldBe(DocumentState.Released);
        (await portal.Client.GetStringAsync("/news/on-the-second")).ShouldContain("On the second");
    }

    [Theory, EachDatabase]
    public async Task Any_edit_voids_the_approval_and_what_was_cancelled_is_never_released(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var (edited, due, revision) = await SubmitForAsync(portal, editor, "Edited after all", Duration.FromMinutes(40));
        (await ApproveAsync(second, edited, revision, Typed(due))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await editor.SaveAsync(edited, revision, ("summary", "Another summary."))).Status.ShouldBe(HttpStatusCode.OK);
        (await StateAsync(portal, edited)).ShouldBe(DocumentState.Draft);

        var (cancelled, time, bound) = await SubmitForAsync(portal, editor, "Cancelled at last", Duration.FromMinutes(40));
        (await ApproveAsync(second, cancelled, bound, Typed(time))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        portal.Clock.Advance(Duration.FromMinutes(40) - Duration.FromSeconds(1));
        using (var slip = await editor.CommandAsync(cancelled, "cancel"))
        {
            slip.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "what can't be undone asks for a typed word");
        }

        using (var cancel = await editor.CommandAsync(cancelled, "cancel", ("word", "cancel")))
        {
            cancel.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        portal.Clock.Advance(Duration.FromMinutes(1));
        await ReleaseAsync(portal, cancelled);
        await ReleaseAsync(portal, edited);
        (await StateAsync(portal, cancelled)).ShouldBe(DocumentState.Cancelled);
        (await portal.Client.GetAsync("/news/cancelled-at-last")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Client.GetAsync("/news/edited-after-all")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task Two_releases_and_a_cancelling_at_the_same_moment_end_as_one_of_them(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var drafts = portal.Services.GetRequiredService<DraftDesk>();
        for (var race = 0; race < Races; race++)
        {
            var (id, due, revision) = await SubmitForAsync(portal, editor, $"Race number {race}", Duration.FromMinutes(30));
            (await ApproveAsync(second, id, revision, Typed(due))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            portal.Clock.Advance(Duration.FromMinutes(30));

            var cancel = Task.Run(() => drafts.CancelAsync(id, editor.UserId, CancellationToken.None));
            Task[] releases = [Task.Run(() => ReleaseAsync(portal, id)), Task.Run(() => ReleaseAsync(portal, id))];
            await Task.WhenAll([cancel, .. releases]);

            var public_ = (await portal.Client.GetAsync($"/news/race-number-{race}")).StatusCode is HttpStatusCode.OK;
            (await EndAsync(portal, id)).ShouldBe(await cancel ? DocumentState.Cancelled : DocumentState.Released);
            (await portal.Client.GetAsync($"/news/race-number-{race}")).StatusCode.ShouldBe(await cancel ? HttpStatusCode.NotFound : HttpStatusCode.OK);
            (public_ && await cancel).ShouldBeFalse();

            // A sign-in would not last for so many half hours.
            portal.Clock.Advance(-Duration.FromMinutes(30));
        }

        TestContext.Current.SendDiagnosticMessage("{0} races on {1}", Races, provider);
    }

    [Theory, EachDatabase]
    public async Task A_release_that_its_category_was_taken_from_is_overdue_on_every_staff_page_and_in_the_log_without_a_word_of_it(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var (id, due, revision) = await SubmitForAsync(portal, editor, "Stuck at its hour", Duration.FromMinutes(30));
        (await ApproveAsync(second, id, revision, Typed(due))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var company = Path.Combine(portal.Stores.ContentDirectory, "company.yml");
        await File.WriteAllTextAsync(company, (await File.ReadAllTextAsync(company)).Replace("- AI Cloud\n", "- Cloud\n", StringComparison.Ordinal));
        await portal.Services.GetRequiredService<ContentImport>().RunAsync(portal.Stores.ContentDirectory, dryRun: false, CancellationToken.None);
        (await editor.Browser.ReadAsync("/admin")).QuerySelector(".alarm").ShouldBeNull();

        portal.Clock.Advance(Duration.FromMinutes(30) + Duration.FromSeconds(1));

        foreach (var page in new[] { "/admin", "/admin/help" })
        {
            (await editor.Browser.ReadAsync(page)).QuerySelector(".alarm")!.TextContent.ShouldContain("1 release is overdue.");
        }

        for (var look = 0; look < 200 && !portal.Logs.Lines.Any(IsAlarm); look++)
        {
            await Task.Delay(25);
        }

        portal.Logs.Lines.Count(IsAlarm).ShouldBe(1);
        portal.Logs.Lines.ShouldNotContain(l => l.Contains("Stuck", StringComparison.OrdinalIgnoreCase));
        (await StateAsync(portal, id)).ShouldBe(DocumentState.Scheduled);

        bool IsAlarm(string line) => line.Contains($"The release of {id} is overdue.", StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_was_released_alone_is_signed_off_by_somebody_who_wrote_no_part_of_it(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, new PortalOptions { Settings = new Dictionary<string, string?> { ["Newsroom:SecondPerson"] = "Optional" } });
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Alone for now");
        (await editor.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StateAsync(portal, id)).ShouldBe(DocumentState.ReleasedAlone);

        using var own = await editor.CommandAsync(id, "sign-off");
        using var other = await second.CommandAsync(id, "sign-off");

        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StateAsync(portal, id)).ShouldBe(DocumentState.Released);
    }

    [Theory, EachDatabase]
    public async Task A_time_that_does_not_exist_is_refused_with_the_nearest_ones_and_approved_texts_wait_for_their_release(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Without a time");

        using (var gap = await editor.CommandAsync(id, "schedule", ("base", "2"), ("date", "2027-03-14"), ("time", "02:30")))
        {
            gap.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var text = await gap.Content.ReadAsStringAsync();
            var typed = await StaffBrowser.ParseAsync(gap);
            (typed.QuerySelector<IHtmlInputElement>("input[name=date]")!.Value, typed.QuerySelector<IHtmlInputElement>("input[name=time]")!.Value).ShouldBe(("2027-03-14", "02:30"));
            text.ShouldContain("2027-03-14T01:59:00-05:00");
            text.ShouldContain("2027-03-14T03:00:00-04:00");
        }

        (await editor.CommandAsync(id, "submit", ("base", "2"), ("reviewer", second.UserId))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ApproveAsync(second, id, 2, "")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StateAsync(portal, id)).ShouldBe(DocumentState.Approved);
        (await portal.Client.GetAsync("/news/without-a-time")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await editor.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EndAsync(portal, id)).ShouldBe(DocumentState.Released);
    }

    private static string Typed(Instant due) => due.InZone(NewYork).TimeOfDay.ToString("HH:mm", null);

    private static Task<HttpResponseMessage> ApproveAsync(StaffDesk desk, Guid id, int revision, string typed) =>
        desk.CommandAsync(id, "approve", ("revision", $"{revision}"), ("read", "true"), ("typedTime", typed));

    private static async Task<(Guid Id, Instant Due, int Revision)> SubmitForAsync(TestPortal portal, StaffDesk editor, string headline, Duration ahead)
    {
        var id = await editor.WriteAsync(headline);
        var due = portal.Clock.Now + ahead;
        var local = due.InZone(NewYork);
        using (var set = await editor.CommandAsync(id, "schedule", ("base", "2"), ("date", local.Date.ToString("uuuu-MM-dd", null)), ("time", local.TimeOfDay.ToString("HH:mm", null))))
        {
            set.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        using var submitted = await editor.CommandAsync(id, "submit", ("base", "3"));
        submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (id, due, 3);
    }

    private static async Task<bool> ReleaseAsync(TestPortal portal, Guid id) =>
        (await portal.Services.GetRequiredService<DueReleases>().ReleaseAsync(id, CancellationToken.None)).Done;

    private static async Task<DocumentState> StateAsync(TestPortal portal, Guid id)
    {
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        return await newsroom.Documents.Where(d => d.Id == id).Select(d => d.State).SingleAsync();
    }

    // The release loop may be the one that releases; it has a moment for it.
    private static async Task<DocumentState> EndAsync(TestPortal portal, Guid id)
    {
        for (var look = 0; look < 200 && await StateAsync(portal, id) is DocumentState.Releasing or DocumentState.Scheduled; look++)
        {
            await Task.Delay(25);
        }

        return await StateAsync(portal, id);
    }
}
