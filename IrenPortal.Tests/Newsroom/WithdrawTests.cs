using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

/// <summary>Taking back what readers have: proposed by one person with a reason, done by another, and brought back by a correction.</summary>
public sealed class WithdrawTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private static readonly (string, string)[] Proposal = [("reason", "It was not signed."), ("word", "withdraw")];

    [Theory, EachDatabase]
    public async Task A_second_person_withdraws_and_readers_see_the_reason(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await ReleasedAsync(editor, second, "Signed with Acme");

        using var proposed = await editor.CommandAsync(id, "withdraw", Proposal);
        proposed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync("/news/signed-with-acme")).ShouldContain("Some words.", customMessage: "a proposal changes nothing for readers");
        using var alone = await editor.CommandAsync(id, "release", ("revision", "3"), ("key", "alone"), ("read", "true"));
        alone.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "its author proposes, somebody else does it");
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var notice = await portal.Client.GetStringAsync("/news/signed-with-acme");
        notice.ShouldContain("This release was withdrawn");
        notice.ShouldContain("It was not signed.");
        notice.ShouldNotContain("Some words.");
        (await portal.Client.GetStringAsync("/news/signed-with-acme?version=1")).ShouldContain("Some words.");
        var record = await editor.PageAsync(id);
        record.QuerySelector("[aria-labelledby=editions-title]")!.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Withdrawn"), t => t.ShouldContain("Superseded"));
        record.QuerySelector("#withdraw-title").ShouldBeNull("it is withdrawn already");
        await using var store = portal.OpenPublicStore();
        (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_correction_brings_it_back_with_the_words_that_it_had(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await ReleasedAsync(editor, second, "Back again");
        using var proposed = await editor.CommandAsync(id, "withdraw", Proposal);
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var begun = await editor.CommandAsync(id, "correct", ("reason", "It is signed now."));
        var page = await editor.PageAsync(id);
        page.QuerySelector<IHtmlTextAreaElement>("#field-body")!.Value.ShouldBe("Some words.");
        using var submitted = await editor.CommandAsync(id, "submit", ("base", "4"));
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await portal.Client.GetStringAsync("/news/back-again")).ShouldSatisfyAllConditions(
            t => t.ShouldContain("Some words."), t => t.ShouldContain("Reinstated"), t => t.ShouldContain("It is signed now."));
    }

    [Theory, EachDatabase]
    public async Task Without_reason_word_or_release_nothing_is_proposed(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await ReleasedAsync(editor, second, "Not to be withdrawn");
        var draft = await editor.WriteAsync("Never released");

        using var unreasoned = await editor.CommandAsync(id, "withdraw", ("reason", " "), ("word", "WITHDRAW"));
        using var untyped = await editor.CommandAsync(id, "withdraw", ("reason", "Wrong."), ("word", "yes"));
        using var unreleased = await editor.CommandAsync(draft, "withdraw", Proposal);

        unreasoned.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        untyped.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unreleased.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        (await newsroom.Documents.SingleAsync(d => d.Id == id)).Revision.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_proposal_that_is_given_up_leaves_readers_what_they_have(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await ReleasedAsync(editor, second, "Kept after all");
        using var proposed = await editor.CommandAsync(id, "withdraw", Proposal);
        using var back = await editor.CommandAsync(id, "send-back");
        (await editor.SaveAsync(id, 3, ("reason", "Said better."), ("body", "Not taken."))).Revision.ShouldBe(4);
        (await editor.PageAsync(id)).QuerySelector("#field-headline").ShouldBeNull("a withdrawal has nothing to write but its reason");

        using var discarded = await editor.CommandAsync(id, "cancel");

        (await portal.Client.GetStringAsync("/news/kept-after-all")).ShouldContain("Some words.");
        (await editor.PageAsync(id)).QuerySelector("#withdraw-title").ShouldNotBeNull();
    }

    [Theory, EachDatabase]
    public async Task An_event_is_written_released_corrected_and_called_off_on_the_same_desk(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.BeginAsync("events");
        var faulty = await editor.SaveAsync(id, 1, ("title", "Capital markets day"), ("startsAt", "2027-03-14T02:30:00"), ("zone", "America/New_York"));
        faulty.Answer.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("field").GetString()).ShouldContain("startsAt");
        await editor.SaveAsync(id, 2, ("startsAt", "2027-03-15T10:00:00"), ("place", "Childress"), ("materials", "Agenda | https://example.com/agenda"));
        (await editor.Browser.Client.GetStringAsync($"/admin/drafts/{id}/preview")).ShouldContain("15 Mar 2027");
        using var submitted = await editor.CommandAsync(id, "submit", ("base", "3"));
        (await portal.Client.GetStringAsync("/events")).ShouldNotContain("Capital markets day");
        (await second.PublishAsync(id, "events")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync("/events")).ShouldSatisfyAllConditions(
            t => t.ShouldContain("Capital markets day"), t => t.ShouldContain("Childress"), t => t.ShouldContain("https://example.com/agenda"));

        using var begun = await editor.CommandAsync(id, "correct", ("reason", "The place changed."));
        await editor.SaveAsync(id, 4, ("place", "Sweetwater"));
        using var again = await editor.CommandAsync(id, "submit", ("base", "5"));
        (await second.PublishAsync(id, "events")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync("/events")).ShouldSatisfyAllConditions(
            t => t.ShouldContain("Sweetwater"), t => t.ShouldNotContain("Childress"), t => t.ShouldContain("The place changed."));

        using var proposed = await editor.CommandAsync(id, "withdraw", Proposal);
        (await second.PublishAsync(id, "events")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync("/events")).ShouldSatisfyAllConditions(t => t.ShouldContain("Called off"), t => t.ShouldContain("Sweetwater"));
        await using var store = portal.OpenPublicStore();
        (await store.Editions.CountAsync(e => e.Slug == "capital-markets-day")).ShouldBe(3);
        (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Events_of_an_import_are_on_the_desk_at_once(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var folder = Directory.CreateDirectory(Path.Combine(portal.Stores.ContentDirectory, "events")).FullName;
        foreach (var place in new[] { "Childress", "Sweetwater" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "visit.md"), $"---\ntitle: A visit\nstartsAt: 2027-03-01\nplace: {place}\n---\n");
            (await portal.Services.GetRequiredService<IrenPortal.Newsroom.Importing.ContentImport>().RunAsync(portal.Stores.ContentDirectory, false, CancellationToken.None)).Refusals.ShouldBeEmpty();
        }

        await portal.Services.GetRequiredService<Reconciliation>().RunAsync(CancellationToken.None);

        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        var document = (await newsroom.Documents.ToListAsync()).ShouldHaveSingleItem();
        (document.PublishedVersion, document.State).ShouldBe((2, DocumentState.Released));
    }

    private static async Task<Guid> ReleasedAsync(StaffDesk editor, StaffDesk second, string headline)
    {
        var id = await editor.SubmitAsync(headline);
        using var released = await second.PublishAsync(id);
        released.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return id;
    }
}
