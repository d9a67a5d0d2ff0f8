using System.Net;
using IrenPortal.Data;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom;

public sealed class EditingTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task A_save_makes_a_revision_and_says_what_is_to_be_put_right(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.BeginAsync();

        var saved = await editor.SaveAsync(id, 1, ("headline", "A new campus"));

        (saved.Status, saved.Revision).ShouldBe((HttpStatusCode.OK, 2));
        var issues = saved.Answer.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("field").GetString()).ToList();
        issues.ShouldContain("summary");
        issues.ShouldNotContain("headline");
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_saves_over_one_revision_gets_the_other_text_and_changes_nothing(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var other = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("The first words");
        (await other.SaveAsync(id, 2, ("headline", "The other's words"))).Revision.ShouldBe(3);

        var conflict = await editor.SaveAsync(id, 2, ("headline", "My words"));

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Revision.ShouldBe(3);
        conflict.Answer.GetProperty("fields").GetProperty("headline").GetString().ShouldBe("The other's words");
        (await editor.SaveAsync(id, 3, ("headline", "My words"))).Revision.ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task A_plain_post_that_meets_another_text_shows_both_and_keeps_what_was_typed(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Before");
        await editor.SaveAsync(id, 2, ("headline", "Theirs meanwhile"));

        using var answer = await editor.CommandAsync(id, "revisions", ("base", "2"), ("headline", "Mine as typed"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Theirs meanwhile");
        page.ShouldContain("value=\"Mine as typed\"");
    }

    [Theory, EachDatabase]
    public async Task Of_two_texts_the_words_that_differ_are_marked_with_and_without_script(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Words of two");
        await editor.SaveAsync(id, 2, ("summary", "Contoso pays ten million on signing."));
        (string, string)[] mine = [("summary", "Contoso pays two million on signing.")];

        using var posted = await editor.CommandAsync(id, "revisions", [("base", "2"), .. mine]);
        var told = (await editor.SaveAsync(id, 2, mine)).Answer;

        var page = await StaffBrowser.ParseAsync(posted);
        page.QuerySelectorAll("#conflict [data-differences] [data-words] ins").Select(m => m.TextContent).ShouldBe(["two", "ten"]);
        var difference = told.GetProperty("differences").EnumerateArray().Single(d => d.GetProperty("field").GetString() == "summary");
        new[] { "mine", "theirs" }.Select(side => difference.GetProperty(side).EnumerateArray().Single(p => p.GetProperty("changed").GetBoolean()).GetProperty("text").GetString()).ShouldBe(["two", "ten"]);
    }

    [Theory, EachDatabase]
    public async Task Of_two_texts_each_field_is_saved_as_it_was_chosen(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Before the two");
        await editor.SaveAsync(id, 2, ("headline", "Their headline"), ("summary", "Their summary."));
        (string, string)[] mine = [("headline", "My headline"), ("summary", "My summary.")];
        using var conflict = await editor.CommandAsync(id, "revisions", [("base", "2"), .. mine]);
        (await conflict.Content.ReadAsStringAsync()).ShouldContain("name=\"choose.headline\" value=\"theirs\"");

        using var chosen = await editor.CommandAsync(id, "revisions", [("base", "2"), .. mine, ("choose.headline", "theirs"), ("choose.summary", "mine"), ("base", "3")]);

        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await editor.PageAsync(id);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Their headline");
        page.QuerySelector("#field-summary")!.TextContent.ShouldBe("My summary.");
    }

    [Theory, EachDatabase]
    public async Task What_is_released_takes_no_save(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Released and locked");
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await editor.SaveAsync(id, 2, ("headline", "Changed"))).Status.ShouldBe((HttpStatusCode)423);
    }

    [Theory, EachDatabase]
    public async Task A_save_without_the_forms_token_or_a_sign_in_is_refused(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.BeginAsync();
        using var form = new FormUrlEncodedContent([new("base", "1"), new("headline", "Forged")]);

        (await editor.Browser.Client.PostAsync($"/admin/drafts/{id}/revisions", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.Client.PostAsync($"/admin/drafts/{id}/revisions", form)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Client.GetAsync($"/admin/announcements/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, EachDatabase]
    public async Task A_cancelled_draft_is_off_the_list_and_its_copy_has_an_address_of_its_own(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Unwanted halls");

        using var copied = await editor.CommandAsync(id, "duplicate");
        using var cancelled = await editor.CommandAsync(id, "cancel");

        var copy = await editor.Browser.ReadAsync(copied.Headers.Location!.ToString());
        copy.QuerySelector("h1")!.TextContent.ShouldBe("Unwanted halls (copy)");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var list = (await editor.Browser.ReadAsync("/admin/announcements?q=unwanted")).QuerySelectorAll("tbody tr");
        list.Length.ShouldBe(1);
        (await editor.SaveAsync(id, 2, ("headline", "Again"))).Status.ShouldBe((HttpStatusCode)423);
    }

    [Theory, EachDatabase]
    public async Task A_tick_that_was_taken_away_and_files_that_were_detached_are_saved_so(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Featured once", ("featured", "true"), ("files", "a.pdf"));

        (await editor.SaveAsync(id, 2, ("featured", ""), ("files", ""))).Status.ShouldBe(HttpStatusCode.OK);

        var page = await editor.PageAsync(id);
        page.QuerySelector("#field-featured")!.HasAttribute("checked").ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Everyone_who_opened_a_draft_is_on_its_insider_list(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var other = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Sealed");
        await other.PageAsync(id);

        var csv = await editor.Browser.Client.GetStringAsync($"/admin/drafts/{id}/insiders.csv");

        csv.ShouldStartWith("At,Name,Email,Revision\n");
        csv.Split('\n').Length.ShouldBeGreaterThanOrEqualTo(3);
        csv.ShouldNotContain("Sealed");
    }
}
