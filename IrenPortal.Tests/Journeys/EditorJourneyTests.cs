using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Newsroom;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class EditorJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Two_people_on_one_draft_choose_field_by_field_and_see_what_changed()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Now = NodaTime.SystemClock.Instance.GetCurrentInstant() });
        using var desk = await StaffDesk.OpenAsync(portal);
        var id = await desk.WriteAsync("Before anybody");
        await using var ones = await browsers.OpenAsync(portal.Address);
        await using var others = await browsers.OpenAsync(portal.Address);
        var one = await OpenAsync(portal, ones, "one@staff.example", id);
        var other = await OpenAsync(portal, others, "other@staff.example", id);

        await other.GetByLabel("Headline").FillAsync("The other's headline");
        await Expect(other.Locator("[data-saved]")).ToContainTextAsync("as revision 3");
        await one.GetByLabel("Headline").FillAsync("My headline");
        await one.GetByLabel("Summary").FillAsync("My summary.");
        await Expect(one.Locator("#conflict")).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(one);
        await one.GetByRole(AriaRole.Radio, new() { Name = "Headline: theirs" }).CheckAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Save as chosen" }).ClickAsync();
        await Expect(one.Locator("h1")).ToHaveTextAsync("The other's headline");
        await Expect(one.GetByLabel("Summary")).ToHaveValueAsync("My summary.");

        await PasteAsync(one);
        await ShowPreviewAsync(one);
        await CompareAsync(one, id);
    }

    private static async Task<IPage> OpenAsync(TestPortal portal, IBrowserContext context, string email, Guid id)
    {
        await StaffBrowser.AddAccountAsync(portal, email, StaffRoles.Editor);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/login");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.Locator("[name=password]").FillAsync(StaffBrowser.Password);
        await page.Locator("[name=password]").PressAsync("Enter");
        await page.ComesToAsync("/admin");
        await page.GotoAsync($"/admin/announcements/{id}");
        return page;
    }

    // Cells of a spreadsheet become a table, more columns than readers' pages take are refused; the bar goes by arrow keys.
    private static async Task PasteAsync(IPage page)
    {
        var text = page.GetByLabel("Text in Markdown");
        await text.FillAsync("");
        await text.EvaluateAsync(Paste, "Hall\tMW\nOne\t50");
        await Expect(text).ToHaveValueAsync("| Hall | MW |\n| --- | ---: |\n| One | 50 |\n");
        await text.EvaluateAsync(Paste, string.Join('\n', Enumerable.Repeat(string.Join('\t', Enumerable.Range(1, 21)), 2)));
        await Expect(page.Locator("[data-paste-refused]")).ToContainTextAsync("21 columns");
        await text.FillAsync("one two");
        await Expect(page.Locator("#body-foot")).ToContainTextAsync("2 words, 1 min to read");
        await text.SelectTextAsync();
        await text.PressAsync("Control+Shift+H");
        await Expect(text).ToHaveValueAsync("## one two");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bold" }).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Table" })).ToBeFocusedAsync();
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("as revision");
    }

    private static async Task ShowPreviewAsync(IPage page)
    {
        // An emulated theme would be every frame's.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Null });
        var paper = page.FrameLocator("iframe").Locator("html");
        var dark = page.GetByRole(AriaRole.Button, new() { Name = "Dark" });
        await Expect(dark).ToHaveAttributeAsync("aria-pressed", "false");
        var light = await paper.EvaluateAsync<string>("page => getComputedStyle(page).backgroundColor");
        await dark.ClickAsync();
        await Expect(paper).Not.ToHaveCSSAsync("background-color", light);

        await page.SetViewportSizeAsync(390, 844);
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Text in Markdown")).ToBeHiddenAsync();
        await Expect(page.Locator("iframe")).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.SetViewportSizeAsync(1440, 900);
    }

    private static async Task CompareAsync(IPage page, Guid id)
    {
        foreach (var view in new[] { "inline", "side" })
        {
            await page.GotoAsync($"/admin/announcements/{id}/compare?from=2&view={view}");
            await Expect(page.Locator("ins").First).ToBeVisibleAsync();
            await Browsers.ShouldBeAccessibleAsync(page);
            await page.SetViewportSizeAsync(390, 844);
            await Browsers.ShouldBeAccessibleAsync(page);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, page.Url);
            await page.SetViewportSizeAsync(1440, 900);
        }
    }

    private const string Paste = """
        (text, cells) => {
          text.focus();
          const data = new DataTransfer();
          data.setData("text/plain", cells);
          text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;
}
