using IrenPortal.Data;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class NewsroomJourneyTests(Browsers browsers)
{
    private const string Headline = "IREN accepts the second hall at Childress";

    [Fact]
    public async Task The_first_admin_invites_an_editor_who_writes_and_a_second_person_publishes_what_a_reader_sees()
    {
        // The browser's own clock runs on, so the portal's does too: sign-ins are timed by both.
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Now = NodaTime.SystemClock.Instance.GetCurrentInstant() });
        await using var admins = await browsers.OpenAsync(portal.Address);
        var admin = await admins.NewPageAsync();
        await SetUpAsync(admin, await StaffBrowser.SetupLinkAsync(portal));
        await Browsers.ShouldBeAccessibleAsync(admin);
        var link = await InviteAsync(admin);

        await using var editors = await browsers.OpenAsync(portal.Address);
        var editor = await editors.NewPageAsync();
        await AcceptAsync(editor, link);
        await WriteAsync(editor);
        var address = editor.Url;
        await SubmitByKeyboardAsync(editor);

        await admin.GotoAsync("/admin?show=needs-me");
        await admin.GetByRole(AriaRole.Link, new() { Name = $"Review: {Headline}" }).ClickAsync();
        admin.Url.ShouldBe(address);
        await Expect(admin.FrameLocator("iframe").GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Headline);
        await Browsers.ShouldBeAccessibleAsync(admin);
        await admin.GetByLabel("I have read the reader preview").CheckAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Readers have it" })).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(admin);

        await AddPricesAsync(admin);

        await using var readers = await browsers.OpenAsync(portal.Address);
        var reader = await readers.NewPageAsync();
        await reader.GotoAsync("/news");
        await reader.GetByRole(AriaRole.Link, new() { Name = Headline }).ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Headline);
        await Expect(reader.GetByText("The second hall was accepted. More to come.")).ToBeVisibleAsync();
    }

    private static async Task SetUpAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.Locator("[name=name]").FillAsync("Ada Admin");
        await page.GetByLabel("E-mail address").FillAsync("ada@staff.example");
        await page.Locator("[name=password]").FillAsync(StaffBrowser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up and sign in" }).ClickAsync();
        await page.ComesToAsync("/admin");
    }

    private static async Task<string> InviteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Users" }).ClickAsync();
        await page.GetByLabel("E-mail address").FillAsync("eva@staff.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a one-time link" }).ClickAsync();
        var link = page.Locator("input[readonly]");
        await Expect(link).ToBeVisibleAsync();
        return await link.InputValueAsync();
    }

    private static async Task AcceptAsync(IPage page, string link)
    {
        await page.GotoAsync(new Uri(link).PathAndQuery);
        await page.Locator("[name=name]").FillAsync("Eva Editor");
        await page.Locator("[name=password]").FillAsync(StaffBrowser.Password);
        await page.Locator("button[type=submit]").First.ClickAsync();
        await page.ComesToAsync("/admin");
    }

    // From the queue to a written draft with the keyboard alone; the connection goes and comes back while typing.
    private static async Task WriteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "New announcement" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ComesToAsync("/admin/announcements/*");
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.GetByLabel("Headline").FocusAsync();
        await page.Keyboard.TypeAsync(Headline);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("AI Cloud");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("The second hall is in service.");
        var saved = page.Locator("[data-saved]");
        await Expect(saved).ToContainTextAsync("as revision");

        await page.GetByLabel("Text in Markdown").FocusAsync();
        await page.Keyboard.TypeAsync("The second hall was accepted.");
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync(" More to come.");
        await Expect(saved).ToContainTextAsync("Not saved yet: no connection");
        await page.Context.SetOfflineAsync(false);
        await Expect(saved).ToContainTextAsync("as revision");
        await Expect(page.FrameLocator("iframe").GetByText("The second hall was accepted. More to come.")).ToBeVisibleAsync();
    }

    private static async Task AddPricesAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Market data" }).First.ClickAsync();
        await page.GetByLabel("Or paste rows").FillAsync("Date,Open,High,Low,Close,Volume\n2026-09-10,40,41,39,40.5,1000000\n2026-09-14,40,81,20,80,1000000\n");
        await ShouldBeAccessibleAtBothWidthsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what changes" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Look at these" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAtBothWidthsAsync(page);
        await page.GetByLabel("I have checked these").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(page.GetByText("Readers have it")).ToBeVisibleAsync();
        await ShouldBeAccessibleAtBothWidthsAsync(page);
    }

    private static async Task ShouldBeAccessibleAtBothWidthsAsync(IPage page)
    {
        await page.SetViewportSizeAsync(390, 844);
        await Browsers.ShouldBeAccessibleAsync(page);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, page.Url);
        await page.SetViewportSizeAsync(1440, 900);
        await Browsers.ShouldBeAccessibleAsync(page);
    }

    private static async Task SubmitByKeyboardAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Someone else must approve")).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
    }
}
