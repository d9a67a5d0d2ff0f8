using System.Net;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.Passkeys;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class PasskeyJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task From_invitation_over_a_passkey_out_and_in_again_and_a_touch_for_one_act()
    {
        var (portal, address) = await PasskeyPortal.StartAsync();
        await using var running = portal;
        var admin = await StaffBrowser.AddAccountAsync(portal, "ada@staff.example", StaffRoles.Admin);
        var link = (await portal.Services.GetRequiredService<StaffAccounts>().InviteAsync(admin, "bea@staff.example", StaffRoles.Admin, CancellationToken.None)).Value!;
        await using var context = await browsers.OpenAsync(address);
        var page = await context.NewPageAsync();
        await PasskeyPortal.AddAuthenticatorAsync(page);

        await page.GotoAsync(link.Path);
        await page.GetByLabel("Your name").FillAsync("Bea");
        await page.GetByLabel("New password").FillAsync(StaffBrowser.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Add a second factor" })).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your recovery codes" })).ToBeVisibleAsync();
        await Expect(page.Locator("main li code")).ToHaveCountAsync(10);
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await page.ComesToAsync("/admin");

        await page.GotoAsync("/account/factors");
        await Expect(page.GetByText("This device")).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove This device" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("It is your only second factor. Add another one first.");
        await page.GotoAsync("/account/sign-ins");
        await Expect(page.GetByText("This one")).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();

        await page.ComesToAsync("/account/login");
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.GetByLabel("E-mail address").FillAsync("bea@staff.example");
        await page.GetByLabel("Password").FillAsync(StaffBrowser.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "One more step" })).ToBeVisibleAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.ComesToAsync("/admin");

        await page.GotoAsync("/admin/users");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Bea" })).ToContainTextAsync("Passkey");
        await TouchOnceAsync(portal, page);

        var bea = (await portal.Services.GetRequiredService<StaffList>().ReadAsync(CancellationToken.None)).Single(p => p.Called == "Bea").Id;
        (await portal.Services.GetRequiredService<StaffAccounts>().DisableAsync(admin, bea, CancellationToken.None)).Done.ShouldBeTrue();
        await page.GotoAsync("/account/login");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The passkey was not accepted.");
    }

    private static async Task TouchOnceAsync(TestPortal portal, IPage page)
    {
        var touches = portal.Services.GetRequiredService<FreshTouch>();
        var list = await portal.Services.GetRequiredService<StaffList>().ReadAsync(CancellationToken.None);
        var (bea, ada) = (list.Single(p => p.Called == "Bea").Id, list.Single(p => p.Called != "Bea").Id);
        (await touches.HasPasskeyAsync(bea)).ShouldBeTrue();
        (await touches.HasPasskeyAsync(ada)).ShouldBeFalse();

        (await touches.AcceptsAsync(bea, "approve/2/7", await TouchAsync(page, "approve/1/7"))).ShouldBeFalse();
        (await touches.AcceptsAsync(ada, "approve/1/7", await TouchAsync(page, "approve/1/7"))).ShouldBeFalse();
        var touch = await TouchAsync(page, "approve/1/7");
        (await touches.AcceptsAsync(bea, "approve/1/7", touch)).ShouldBeTrue();
        (await touches.AcceptsAsync(bea, "approve/1/7", touch)).ShouldBeFalse();
        var late = await TouchAsync(page, "approve/1/7");
        portal.Clock.Advance(Duration.FromMinutes(2));
        (await touches.AcceptsAsync(bea, "approve/1/7", late)).ShouldBeFalse();
        (await touches.AcceptsAsync(bea, "approve/1/7", "{}")).ShouldBeFalse();
        (await touches.AcceptsAsync(bea, "approve/1/7", "no JSON")).ShouldBeFalse();
    }

    // A form of the newsroom's kind on this page, sent by the module; what it sends is caught on its way.
    private static async Task<string> TouchAsync(IPage page, string purpose)
    {
        await page.GotoAsync("/account");
        await page.EvaluateAsync("""
            async purpose => {
              const form = document.querySelector("form[action='/account/logout']").cloneNode(true);
              form.action = "/caught";
              form.dataset.touch = purpose;
              document.body.append(form);
              await import(`/staff/passkeys.js?${Math.random()}`);
            }
            """, purpose);
        var sent = new TaskCompletionSource<string>();
        await page.RouteAsync("**/caught", route =>
        {
            sent.TrySetResult(route.Request.PostData ?? "");
            return route.FulfillAsync(new() { Status = 204 });
        });
        await page.EvaluateAsync("() => [...document.querySelectorAll('form[data-touch]')].at(-1).requestSubmit()");
        var body = await sent.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await page.UnrouteAsync("**/caught");
        return WebUtility.UrlDecode(body.Split('&').Single(p => p.StartsWith("touch=", StringComparison.Ordinal))["touch=".Length..]);
    }
}
