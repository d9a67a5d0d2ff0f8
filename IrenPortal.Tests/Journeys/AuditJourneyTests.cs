using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class AuditJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Somebody_finds_out_what_was_done_to_a_document_with_the_keyboard()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Now = SystemClock.Instance.GetCurrentInstant() });
        await StaffBrowser.AddAccountAsync(portal, "ada@staff.example", StaffRoles.Admin);
        await using var context = await browsers.OpenAsync(portal.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/login?returnUrl=/admin/announcements");
        await page.GetByLabel("E-mail address").FillAsync("ada@staff.example");
        await page.GetByLabel("Password").FillAsync(StaffBrowser.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "New announcement" }).ClickAsync();
        await page.ComesToAsync("/admin/announcements/*");

        await page.GotoAsync("/admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Audit" })).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.GetByLabel("Act").SelectOptionAsync("texts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show entries" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 entry found");
        await page.GetByRole(AriaRole.Link, new() { Name = "All about it" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Insider list (CSV)" })).ToBeVisibleAsync();
        await Expect(page.GetByText("began an untitled announcement")).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(page);

        await page.SetViewportSizeAsync(390, 844);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
    }
}
