using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class KeyboardJourneyTests(Browsers browsers)
{
    private const string Headline = "IREN orders by keyboard";

    [Fact]
    public async Task One_writes_and_hands_over_and_another_publishes_with_the_keyboard_alone()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Now = SystemClock.Instance.GetCurrentInstant() });
        var writer = await browsers.OpenAsync(portal, "eva@staff.example", StaffRoles.Editor);
        await using var writers = writer.Context;
        var second = await browsers.OpenAsync(portal, "finn@staff.example", StaffRoles.Editor);
        await using var seconds = second.Context;

        await writer.GotoAsync("/admin");
        await GoToAsync(writer, writer.GetByRole(AriaRole.Button, new() { Name = "New announcement" }));
        await writer.Keyboard.PressAsync("Enter");
        await writer.ComesToAsync("/admin/announcements/*");
        await WriteAsync(writer);
        await GoToAsync(writer, writer.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }), "Shift+Tab");
        await writer.Keyboard.PressAsync("Enter");
        await Expect(writer.GetByText("Someone else must approve")).ToBeVisibleAsync();

        await second.GotoAsync("/admin");
        await GoToAsync(second, second.GetByRole(AriaRole.Link, new() { Name = "Needs me" }));
        await second.Keyboard.PressAsync("Enter");
        await second.ComesToAsync("/admin?show=needs-me");
        await GoToAsync(second, second.GetByRole(AriaRole.Link, new() { Name = $"Review: {Headline}" }));
        await second.Keyboard.PressAsync("Enter");
        await GoToAsync(second, second.GetByLabel("I have read the reader preview"));
        await second.Keyboard.PressAsync("Space");
        await GoToAsync(second, second.GetByRole(AriaRole.Button, new() { Name = "Publish now" }));
        await second.Keyboard.PressAsync("Enter");
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Readers have it" })).ToBeVisibleAsync();
        (await portal.Client.GetStringAsync("/news/iren-orders-by-keyboard")).ShouldContain("Written without a pointer.");
    }

    private static async Task WriteAsync(IPage page)
    {
        foreach (var (label, words) in new[] { ("Headline", Headline), ("Category", "AI Cloud"), ("Summary", "By keyboard alone."), ("Text in Markdown", "Written without a pointer.") })
        {
            await GoToAsync(page, page.GetByLabel(label));
            await page.Keyboard.TypeAsync(words);
        }

        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("as revision");
    }

    // From stop to stop, each of which shows that it has the focus.
    private static async Task GoToAsync(IPage page, ILocator target, string key = "Tab")
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < 150; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                (await target.EvaluateAsync<bool>("element => element.matches(':focus-visible')")).ShouldBeTrue();
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        throw new InvalidOperationException($"{key} does not lead to {target}.");
    }
}
