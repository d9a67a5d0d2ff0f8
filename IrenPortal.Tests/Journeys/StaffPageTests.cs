using IrenPortal.Data;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class StaffPageTests(Browsers browsers, StaffPages pages) : IClassFixture<StaffPages>
{
    // Every kind of staff page, and each state of one; a new one belongs in here.
    private static readonly string[] Addresses =
    [
        "/admin", "/admin?show=needs-me", "/admin/announcements", "/admin/contracts", "/admin/events", "/admin/pages",
        "/admin/announcements/{draft}", "/admin/announcements/{timed}", "/admin/announcements/{sent-back}", "/admin/announcements/{correction}",
        "/admin/contracts/{contracts}", "/admin/events/{events}", "/admin/pages/{pages}",
        "/admin/announcements/{waiting}", "/admin/announcements/{scheduled}", "/admin/announcements/{released}",
        "/admin/announcements/{withdrawn}", "/admin/announcements/{cancelled}", "/admin/announcements/{draft}?revision=1",
        "/admin/announcements/{draft}/compare?from=1", "/admin/announcements/{withdrawn}/compare?from=2&view=inline",
        "/admin/help", "/admin/market", "/admin/subscribers", "/admin/audit", "/admin/audit?document={released}", "/admin/users", "/admin/users/{person}",
        "/account", "/account/factors", "/account/enrol", "/account/sign-ins", "/account/password", "/account/confirm",
    ];

    [Fact]
    public async Task Every_staff_page_is_accessible_and_fits_a_desk_and_a_phone()
    {
        var portal = await pages.OnAsync(DatabaseProvider.Sqlite);
        var page = await browsers.OpenWithAsync(portal, pages.SignIn);
        await using var context = page.Context;
        var faults = new List<string>();
        page.Console += (_, message) => faults.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.Request += (_, request) => faults.AddRange(request.Url.StartsWith(portal.Address.ToString(), StringComparison.Ordinal) ? [] : [request.Url]);

        // One tab for all of them: its cache and its start are paid for once. Every component is on several pages: the suite asks
        // axe about every fourth one, bench/accessibility.sh about all.
        foreach (var (place, address) in Addresses.Index())
        {
            var answer = await page.GotoAsync(pages.Fill(address));
            answer!.Status.ShouldBe(200, address);
            new Uri(page.Url).PathAndQuery.ShouldBe(pages.Fill(address));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            foreach (var width in new[] { 1440, 390 })
            {
                await page.SetViewportSizeAsync(width, 844);
                if (Browsers.Thorough || (width > 390 && place % 4 == 0))
                {
                    await Browsers.ShouldBeAccessibleAsync(page, dark: Browsers.Thorough || place % 8 == 0);
                }

                (await page.EvaluateAsync<string[]>(BeyondTheEdge)).ShouldBeEmpty($"{address}, {width} wide");
            }

            faults.ShouldBeEmpty(address);
        }
    }

    // What makes the page scroll sideways; empty where it doesn't.
    private const string BeyondTheEdge = """
        () => document.documentElement.scrollWidth <= innerWidth ? []
          : [...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))
        """;
}
