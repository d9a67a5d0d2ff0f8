using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Newsroom;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

/// <summary>The side panel while somebody writes: rules, links and figures follow each save; the preview prints.</summary>
public sealed class WritingJourneyTests(Browsers browsers)
{
    // What is printed, and on which terms.
    private const string Printed = """
        () => ["html", "h1", ".lead", "dl.facts", "dl.facts dt", ".article", ".article p", ".article th", ".columns", "main", "nav", ".print-only", ".screen-only"].map(place => {
          const found = document.querySelector(place);
          const style = found && getComputedStyle(found);
          return [place, style?.display, style?.fontSize, style?.lineHeight, style?.color, style?.backgroundColor, style?.marginTop, style?.paddingTop].join(" ");
        }).join("\n")
        """;

    [Fact]
    public async Task The_panel_follows_the_text_and_the_preview_prints_as_readers_print()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions
        {
            Now = NodaTime.SystemClock.Instance.GetCurrentInstant(),
            Settings = new Dictionary<string, string?> { ["Portal:ContentDirectory"] = Repository.Content },
        });
        await StaffBrowser.AddAccountAsync(portal, "writer@staff.example", StaffRoles.Editor);
        using var desk = await StaffDesk.OpenAsync(portal);
        var id = await desk.BeginAsync();
        await using var context = await browsers.OpenAsync(portal.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/login");
        await page.GetByLabel("E-mail address").FillAsync("writer@staff.example");
        await page.Locator("[name=password]").FillAsync(StaffBrowser.Password);
        await page.Locator("[name=password]").PressAsync("Enter");
        await page.ComesToAsync("/admin");

        await WriteAsync(page, id);
        await PrintAsync(page);
        await HelpAsync(page);
    }

    private static async Task WriteAsync(IPage page, Guid id)
    {
        await page.GotoAsync($"/admin/announcements/{id}");
        var submit = page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" });
        await Expect(submit).ToBeDisabledAsync();
        await Expect(page.Locator("#submit-reason")).ToContainTextAsync("block");
        await Browsers.ShouldBeAccessibleAsync(page);

        await page.GetByLabel("Headline").FillAsync("A contract");
        await page.GetByLabel("Summary").FillAsync("A summary.");
        await page.GetByLabel("Category").SelectOptionAsync("AI Cloud");
        await page.GetByLabel("Contract", new() { Exact = true }).SelectOptionAsync("microsoft-ai-cloud");
        var text = page.GetByLabel("Text in Markdown");
        await text.FillAsync("Its total contract value: ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Insert Total contract value" }).ClickAsync();
        await Expect(text).ToHaveValueAsync("Its total contract value: About $9.7bn");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Insert Term" }).ClickAsync();
        await Expect(text).ToHaveValueAsync("Its total contract value: About $9.7bn\n\nTerm\n: 5 years\n: average, through 2031\n");
        await Expect(page.Locator("#rule-figures")).ToContainTextAsync("2 of 2 figures");
        await Expect(submit).ToBeEnabledAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("A contract");
        await Expect(page.FrameLocator("iframe").Locator(".article dd").First).ToHaveTextAsync("5 years");

        await text.FillAsync("See [it](/news/nowhere-at-all).");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check links" }).ClickAsync();
        await Expect(page.Locator("#rule-links")).ToBeFocusedAsync();
        await Expect(page.Locator("#rule-links")).ToContainTextAsync("Line 1: readers have nothing at /news/nowhere-at-all");
        await Browsers.ShouldBeAccessibleAsync(page);
    }

    // A released text: what readers print, and what staff are shown of that.
    private static async Task PrintAsync(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(661, 900);
        await page.GotoAsync("/news/microsoft-ai-cloud-contract");
        var printed = await page.EvaluateAsync<string>(Printed);

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ColorScheme = ColorScheme.Null });
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/admin/announcements?q=microsoft-ai-cloud-contract");
        await page.Locator("tbody th a").First.ClickAsync();
        var paper = page.FrameLocator("iframe").Locator("html");
        await Expect(paper.Locator(".screen-only").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Print", Exact = true }).ClickAsync();
        await Expect(paper.Locator(".screen-only").First).ToBeHiddenAsync();
        (await paper.EvaluateAsync<double>("page => page.clientWidth")).ShouldBeInRange(661, 662);
        (await paper.EvaluateAsync<string>(Printed)).ShouldBe(printed);

        await page.GetByRole(AriaRole.Button, new() { Name = "Desktop" }).ClickAsync();
        await Expect(paper.Locator(".screen-only").First).ToBeVisibleAsync();
    }

    private static async Task HelpAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Help" }).First.ClickAsync();
        await Expect(page.Locator("#keys")).ToContainTextAsync("Ctrl+Shift+H");
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.SetViewportSizeAsync(390, 844);
        await Browsers.ShouldBeAccessibleAsync(page);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
    }
}
