using System.Net;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

public sealed class ReviewTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task A_second_person_publishes_what_its_author_may_not(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Four halls accepted");
        (await portal.Client.GetAsync("/news/four-halls-accepted")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var own = await editor.PageAsync(id);
        using var refused = await editor.CommandAsync(id, "release", ("revision", "2"), ("key", "forged"), ("read", "true"));
        using var published = await second.PublishAsync(id);

        own.QuerySelector("#release").ShouldBeNull();
        own.Body!.TextContent.ShouldContain("Someone else must approve");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        published.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync("/news/four-halls-accepted")).ShouldContain("Four halls accepted");
        (await second.PageAsync(id)).Body!.TextContent.ShouldContain("Readers have it");
    }

    [Theory, EachDatabase]
    public async Task One_form_sent_twice_releases_once(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Sent twice");
        (string, string)[] form = [("revision", "2"), ("key", "a1b2c3"), ("read", "true")];

        using var first = await second.CommandAsync(id, "release", form);
        using var again = await second.CommandAsync(id, "release", form);

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var store = portal.OpenPublicStore();
        (await store.Editions.CountAsync(e => e.Slug == "sent-twice")).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_revision_that_is_not_the_newest_is_not_released(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Changed after reading");
        await editor.SaveAsync(id, 2, ("summary", "Changed since."));
        using var handedOver = await editor.CommandAsync(id, "submit", ("base", "3"));

        using var stale = await second.CommandAsync(id, "release", ("revision", "2"), ("key", "stale"), ("read", "true"));
        using var unread = await second.CommandAsync(id, "release", ("revision", "3"), ("key", "unread"));

        stale.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unread.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await portal.Client.GetAsync("/news/changed-after-reading")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task Where_a_second_person_is_optional_a_release_alone_is_marked_so(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, new PortalOptions { Settings = new Dictionary<string, string?> { ["Newsroom:SecondPerson"] = "Optional" } });
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Alone at night");

        using var published = await editor.PublishAsync(id);

        published.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await editor.PageAsync(id)).Body!.TextContent.ShouldContain("Released by one person alone");
        (await editor.Browser.ReadAsync("/admin/announcements")).Body!.TextContent.ShouldContain("Released by one person alone");
    }

    [Theory, EachDatabase]
    public async Task A_correction_needs_its_reason_and_leaves_the_first_text_readable(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("A figure was wrong", ("body", "It was 100 MW."));
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var without = await editor.CommandAsync(id, "correct", ("reason", " "));
        using var begun = await editor.CommandAsync(id, "correct", ("reason", "The load is 200 MW."));
        (await editor.SaveAsync(id, 3, ("body", "It is 200 MW."), ("slug", "elsewhere"))).Status.ShouldBe(HttpStatusCode.OK);
        using var submitted = await editor.CommandAsync(id, "submit", ("base", "4"));
        using var published = await second.PublishAsync(id);

        without.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        begun.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        published.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var now = await portal.Client.GetStringAsync("/news/a-figure-was-wrong");
        now.ShouldContain("It is 200 MW.");
        now.ShouldContain("The load is 200 MW.");
        (await portal.Client.GetStringAsync("/news/a-figure-was-wrong?version=1")).ShouldContain("It was 100 MW.");
    }

    [Theory, EachDatabase]
    public async Task A_contract_goes_out_with_its_announcement_and_is_unknown_before(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var contract = await editor.BeginAsync("contracts");
        await editor.SaveAsync(
            contract, 1, ("title", "Cloud for Contoso"), ("counterparty", "Contoso"), ("role", "customer"), ("status", "announced"),
            ("totalValue.amount", "1000000000"), ("totalValue.currency", "USD"), ("announcement", "contoso-signs"), ("body", "Words."));
        var id = await editor.SubmitAsync("Contoso signs", ("contract", "cloud-for-contoso"));
        (await portal.Client.GetAsync("/contracts/cloud-for-contoso")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await second.PageAsync(id)).Body!.TextContent.ShouldContain("Cloud for Contoso");

        using var published = await second.PublishAsync(id);

        published.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync("/contracts/cloud-for-contoso")).ShouldContain("Cloud for Contoso");
        await using var store = portal.OpenPublicStore();
        var committed = await store.Editions.Where(e => e.Slug == "contoso-signs" || e.Slug == "cloud-for-contoso").Select(e => e.CommittedAt).ToListAsync();
        committed.Count.ShouldBe(2);
        committed[0].ShouldBe(committed[1]);
    }

    [Theory, EachDatabase]
    public async Task What_is_sent_back_says_what_to_change_and_can_be_edited_again(DatabaseProvider provider)
    {
        const string Words = "Name the tranche and its date.";
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Not yet good");

        using var back = await second.CommandAsync(id, "send-back", ("words", Words));

        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await editor.PageAsync(id);
        page.QuerySelector("#draft").ShouldNotBeNull();
        page.QuerySelector(".requested .words")!.TextContent.ShouldBe(Words);
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        var subject = id.ToString("N");
        var entry = await newsroom.AuditEntries.SingleAsync(a => a.Subject == subject && a.Action == "review.sent_back");
        (entry.Actor, entry.Detail).ShouldBe((second.UserId, "revision 2"));
    }

    [Theory, EachDatabase]
    public async Task A_reviewer_who_says_nothing_sends_nothing_back_but_its_author_may_take_it_back(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Sent back in silence");

        using var silent = await second.CommandAsync(id, "send-back", ("words", "  "));
        using var rambling = await second.CommandAsync(id, "send-back", ("words", new string('a', 4_001)));
        var still = await second.PageAsync(id);
        using var taken = await editor.CommandAsync(id, "send-back");

        (silent.StatusCode, rambling.StatusCode).ShouldBe((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
        var refused = await StaffBrowser.ParseAsync(rambling);
        refused.QuerySelector("#send-back-words")!.TextContent.Length.ShouldBe(4_001);
        refused.QuerySelector("#send-back-words")!.GetAttribute("aria-invalid").ShouldBe("true");
        refused.QuerySelector("#comment-words")!.TextContent.ShouldBeEmpty();
        still.QuerySelector("#release").ShouldNotBeNull();
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await editor.PageAsync(id)).QuerySelector(".requested").ShouldBeNull();
    }
}
