using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Tests.Newsroom;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class OfflineJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task What_is_typed_without_a_connection_stays_is_said_to_be_unsaved_and_is_saved_when_it_comes_back()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Now = SystemClock.Instance.GetCurrentInstant() });
        using var desk = await StaffDesk.OpenAsync(portal);
        var id = await desk.WriteAsync("Before the tunnel");
        var page = await browsers.OpenAsync(portal, "eva@staff.example", StaffRoles.Editor);
        await using var context = page.Context;
        var (saved, text) = (page.Locator("[data-saved]"), page.GetByLabel("Text in Markdown"));
        await page.GotoAsync($"/admin/announcements/{id}");
        await text.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" With a connection.");
        await Expect(saved).ToContainTextAsync("as revision");

        await context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync(" In the tunnel.");
        await Expect(saved).ToContainTextAsync("Not saved yet: no connection");
        await page.GetByLabel("Summary").FillAsync("Written in the tunnel.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Expect(saved).ToContainTextAsync("Not saved yet: no connection");
        await text.FocusAsync();
        await page.Keyboard.TypeAsync(" Still there.");

        await context.SetOfflineAsync(false);
        await Expect(saved).ToContainTextAsync("as revision");
        await page.ReloadAsync();
        await Expect(text).ToHaveValueAsync("Some words. With a connection. In the tunnel. Still there.");
        await Expect(page.GetByLabel("Summary")).ToHaveValueAsync("Written in the tunnel.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" })).ToBeVisibleAsync();
    }
}
