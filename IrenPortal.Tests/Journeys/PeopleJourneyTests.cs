using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class PeopleJourneyTests(Browsers browsers)
{
    private static readonly PortalOptions RealTime = new() { Now = SystemClock.Instance.GetCurrentInstant() };

    [Fact]
    public async Task Who_is_switched_off_is_out_of_an_open_page_within_ten_seconds()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, RealTime);
        await StaffBrowser.AddAccountAsync(portal, "ada@staff.example", StaffRoles.Admin);
        await StaffBrowser.AddAccountAsync(portal, "bea@staff.example", StaffRoles.Admin);
        await using var adas = await browsers.OpenAsync(portal.Address);
        await using var beas = await browsers.OpenAsync(portal.Address);
        var (ada, bea) = (await adas.NewPageAsync(), await beas.NewPageAsync());
        await SignInAsync(ada, "ada@staff.example");
        await SignInAsync(bea, "bea@staff.example");
        await Browsers.ShouldBeAccessibleAsync(ada);

        await ada.GetByRole(AriaRole.Link, new() { Name = "Manage bea@staff.example" }).ClickAsync();
        await ada.Locator("#content").GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await Browsers.ShouldBeAccessibleAsync(ada);
        await ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await Expect(ada.GetByText("The account is switched off.")).ToBeVisibleAsync();

        await bea.ComesToAsync("/account/login?returnUrl=%2Fadmin%2Fusers", seconds: 10);
        await Browsers.ShouldBeAccessibleAsync(bea);
        await bea.GetByLabel("E-mail address").FillAsync("bea@staff.example");
        await bea.GetByLabel("Password").FillAsync(StaffBrowser.Password);
        await bea.Keyboard.PressAsync("Enter");
        await Expect(bea.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Not signed in. The address and password do not match.");
        await ada.GotoAsync("/admin/users");
        await Expect(ada.GetByText("An only admin cannot be switched off")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_sign_in_about_to_end_is_said_and_can_be_kept()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, RealTime);
        await StaffBrowser.AddAccountAsync(portal, "ada@staff.example", StaffRoles.Admin);
        await using var context = await browsers.OpenAsync(portal.Address);
        var page = await context.NewPageAsync();
        await SignInAsync(page, "ada@staff.example");
        var soon = (SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(4)).ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await page.RouteAsync("**/account/session", route => route.FulfillAsync(new() { ContentType = "application/json", Body = $$"""{"endsAt":"{{soon}}"}""" }));

        await page.ReloadAsync();

        var warning = page.GetByRole(AriaRole.Dialog, new() { Name = "Still there?" });
        await Expect(warning).ToBeVisibleAsync();
        await Expect(warning.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" })).ToBeFocusedAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await Expect(warning).ToBeHiddenAsync();
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync("/account/login?returnUrl=/admin/users");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(StaffBrowser.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Invite a person" })).ToBeVisibleAsync();
    }
}
