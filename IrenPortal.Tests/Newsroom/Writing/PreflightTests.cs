using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom.Writing;

/// <summary>The rules beside a text: what they say, when they block, and that page and save say the same.</summary>
public sealed class PreflightTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task An_empty_draft_is_told_what_blocks_it_and_why_it_cannot_be_submitted(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.BeginAsync();

        var page = await editor.PageAsync(id);

        var submit = SubmitOf(page);
        submit.IsDisabled.ShouldBeTrue();
        page.GetElementById(submit.GetAttribute("aria-describedby")!)!.TextContent.ShouldContain("block");
        var rows = page.QuerySelectorAll("[data-part=preflight] li[id^=rule-]").Select(r => r.Id).ToList();
        rows.ShouldBe(["rule-headline", "rule-summary", "rule-category", "rule-body", "rule-releaseAt", "rule-sources", "rule-files", "rule-links", "rule-others"]);
        page.QuerySelector("#rule-headline a")!.GetAttribute("href").ShouldBe("#field-headline");
        page.QuerySelector("[data-part=preflight] .state")!.TextContent.Trim().ShouldBe("3 of 9 met");
    }

    [Theory, EachDatabase]
    public async Task A_save_answers_with_the_parts_that_the_page_then_has(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.BeginAsync();

        var saved = await editor.SaveAsync(id, 1, ("headline", "Whole"), ("summary", "A summary."), ("category", "AI Cloud"), ("body", "Some words."), ("sources", "A filing | https://www.sec.gov/x"));

        var page = await editor.PageAsync(id);
        foreach (var part in saved.Answer.GetProperty("parts").EnumerateObject())
        {
            var html = new HtmlParser().ParseDocument(part.Value.GetString()!).Body!.FirstElementChild!;
            html.TextContent.ShouldBe(page.QuerySelector($"[data-part={part.Name}]")!.TextContent, part.Name);
        }

        SubmitOf(page).IsDisabled.ShouldBeFalse();
        page.QuerySelector("[data-part=preflight] .state")!.TextContent.Trim().ShouldBe("8 of 9 met");
        page.QuerySelector("[data-part=preflight] li[id^=rule-]")!.Id.ShouldBe("rule-releaseAt");
    }

    [Theory, EachDatabase]
    public async Task A_file_that_is_nowhere_blocks_the_page_and_the_command(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("With a file", ("files", "nowhere.pdf"));

        var page = await editor.PageAsync(id);
        using var refused = await editor.CommandAsync(id, "submit", ("base", "2"));

        SubmitOf(page).IsDisabled.ShouldBeTrue();
        page.QuerySelector("#rule-files.blocking")!.TextContent.ShouldContain("nowhere.pdf");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("nowhere.pdf is neither here nor published");
        (await editor.UploadAsync(id, "nowhere.csv", "a,b\n"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await editor.SaveAsync(id, 2, ("files", "nowhere.csv"))).Revision.ShouldBe(3);
        SubmitOf(await editor.PageAsync(id)).IsDisabled.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task What_the_text_must_not_hold_is_said_with_its_line(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("With markup", ("body", "One.\n\n<b>Two.</b>\n\n[three](#nowhere)"));

        var rule = (await editor.PageAsync(id)).QuerySelector("#rule-body.blocking")!.TextContent;

        rule.ShouldContain("Line 3: raw HTML is not allowed");
        rule.ShouldContain("Line 5: the link leads to #nowhere");
    }

    [Theory]
    [InlineData("contracts", 6)]
    [InlineData("pages", 5)]
    [InlineData("events", 5)]
    public async Task Every_kind_has_rules_of_its_own(string desk, int rules)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(DatabaseProvider.Sqlite));
        var id = await editor.BeginAsync(desk);

        (await editor.PageAsync(id, desk)).QuerySelectorAll("[data-part=preflight] li[id^=rule-]").Length.ShouldBe(rules);
    }

    [Theory, EachDatabase]
    public async Task A_headline_without_a_letter_of_an_address_asks_for_one(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("عقد جديد");

        (await editor.PageAsync(id)).QuerySelector("#rule-others.blocking a[href='#field-slug']")!.TextContent.ShouldContain("write one in letters a to z");
        (await editor.SaveAsync(id, 2, ("slug", "new-contract"))).Revision.ShouldBe(3);
        SubmitOf(await editor.PageAsync(id)).IsDisabled.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Enter_in_a_field_saves_and_does_not_hand_over(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Ready to go");

        var page = await editor.PageAsync(id);

        // What Enter presses is the first button of the form in the document's order.
        var first = page.QuerySelectorAll<IHtmlButtonElement>("button[type=submit]").First(b => b.GetAttribute("form") == "draft" || b.Closest("form")?.Id == "draft");
        first.HasAttribute("formaction").ShouldBeFalse();
        first.IsDisabled.ShouldBeFalse();
    }

    private static IHtmlButtonElement SubmitOf(IDocument page) => page.QuerySelector<IHtmlButtonElement>("button[formaction$='/submit']")!;
}
