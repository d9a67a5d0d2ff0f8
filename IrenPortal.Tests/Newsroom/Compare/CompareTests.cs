using System.Net;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom.Compare;

public sealed class CompareTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task Two_revisions_stand_beside_each_other_fields_first_and_words_marked(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("A campus of ten halls", ("body", "First line.\n\nMicrosoft prepays 20% on signing."));
        await editor.SaveAsync(id, 2, ("headline", "A campus of two halls"), ("body", "First line.\n\nMicrosoft prepays 20% of each tranche."));

        var page = await editor.Browser.ReadAsync($"/admin/announcements/{id}/compare?from=2&to=3&view=inline");

        page.Title.ShouldBe("Compare - Newsroom");
        page.QuerySelectorAll("#changes-title").Single().TextContent.ShouldBe("Changes 2");
        var field = page.QuerySelectorAll("table")[0];
        field.QuerySelector("tbody th")!.TextContent.ShouldBe("Headline");
        (field.QuerySelector("del")!.TextContent, field.QuerySelector("ins")!.TextContent).ShouldBe(("ten", "two"));
        var lines = page.QuerySelectorAll("table.lines tr").Where(r => r.ClassList.Contains("removed") || r.ClassList.Contains("added")).ToList();
        lines.Select(r => r.Children[1].TextContent.Trim()).ShouldBe(["−Removed", "+Added"]);
        lines.Select(r => r.Children[0].TextContent).ShouldBe(["3", "3"]);
        lines[0].Children[2].TextContent.ShouldBe("Microsoft prepays 20% on signing.");
        lines[1].QuerySelector("ins")!.TextContent.ShouldBe("of each tranche");
    }

    [Theory, EachDatabase]
    public async Task Side_by_side_is_a_link_and_says_the_same(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Side", ("body", "A line of words stays."));
        await editor.SaveAsync(id, 2, ("body", "A line of words goes."));
        var page = await editor.Browser.ReadAsync($"/admin/announcements/{id}/compare?from=2&to=3");

        var side = await editor.Browser.ReadAsync(page.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Side by side").GetAttribute("href")!);

        side.QuerySelectorAll("td.words").Select(c => c.TextContent).ShouldBe(["A line of words stays.", "A line of words goes."]);
    }

    [Theory, EachDatabase]
    public async Task Opening_a_comparison_puts_both_revisions_on_the_insider_list(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var other = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Seen twice");
        await editor.SaveAsync(id, 2, ("body", "Other words."));

        await other.Browser.ReadAsync($"/admin/announcements/{id}/compare?from=1&to=3");

        var csv = await editor.Browser.Client.GetStringAsync($"/admin/drafts/{id}/insiders.csv");
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[^1]).ShouldBe(["3", "1"], ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task A_revision_or_desk_that_is_not_there_is_the_usual_404(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Only two saves");

        foreach (var address in new[] { $"/admin/announcements/{id}/compare?from=9", $"/admin/announcements/{id}/compare?to=9", $"/admin/contracts/{id}/compare", $"/admin/announcements/{Guid.NewGuid()}/compare" })
        {
            (await editor.Browser.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Theory, EachDatabase]
    public async Task The_review_shows_what_changed_since_the_edition_that_readers_have(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Read by many", ("body", "Words before the correction."));
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await editor.CommandAsync(id, "correct", ("reason", "A word was wrong."));
        await editor.SaveAsync(id, 3, ("body", "Words after the correction."));
        await editor.CommandAsync(id, "submit", ("base", "4"));

        var page = await second.PageAsync(id);

        page.QuerySelectorAll("table.lines del").Select(d => d.TextContent).ShouldBe(["before"]);
        page.QuerySelectorAll("table.lines ins").Select(d => d.TextContent).ShouldBe(["after"]);
    }

    [Theory, EachDatabase]
    public async Task An_earlier_revision_becomes_the_newest_and_ends_the_hand_over(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("The good words");
        await editor.SaveAsync(id, 2, ("headline", "The worse words"));
        await editor.CommandAsync(id, "submit", ("base", "3"));
        (await editor.Browser.ReadAsync($"/admin/announcements/{id}?revision=2")).QuerySelector($"form[action='/admin/drafts/{id}/restore']").ShouldNotBeNull();

        using var restored = await editor.CommandAsync(id, "restore", ("revision", "2"), ("base", "3"));

        restored.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await editor.PageAsync(id);
        page.QuerySelector("h1")!.TextContent.ShouldBe("The good words");
        page.QuerySelector("[data-revision]")!.TextContent.ShouldBe("4");
    }

    [Theory, EachDatabase]
    public async Task In_a_correction_an_earlier_text_keeps_the_address_that_readers_have(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("The early headline");
        await editor.SaveAsync(id, 2, ("headline", "The late headline"));
        await editor.CommandAsync(id, "submit", ("base", "3"));
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await editor.CommandAsync(id, "correct", ("reason", "The headline was right before."));

        using var restored = await editor.CommandAsync(id, "restore", ("revision", "2"), ("base", "4"));

        restored.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await editor.PageAsync(id);
        page.QuerySelector("h1")!.TextContent.ShouldBe("The early headline");
        page.QuerySelector("#field-slug")!.GetAttribute("value").ShouldBe("the-late-headline");
        page.QuerySelector("#field-reason")!.OuterHtml.ShouldContain("The headline was right before.");
    }

    [Theory, EachDatabase]
    public async Task What_is_released_or_was_saved_in_between_is_not_restored(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Out already");
        using var stale = await editor.CommandAsync(id, "restore", ("revision", "1"), ("base", "1"));
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var locked = await editor.CommandAsync(id, "restore", ("revision", "1"), ("base", "2"));
        using var missing = await editor.CommandAsync(id, "restore", ("revision", "9"), ("base", "2"));

        stale.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        locked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
