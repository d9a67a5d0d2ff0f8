using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

/// <summary>Run by <c>bench/circuits.sh</c>: the browser runs in other processes, and what it costs this one is there before.</summary>
public sealed class CircuitMemoryTests(Browsers browsers)
{
    private static int Circuits => int.TryParse(Environment.GetEnvironmentVariable("IREN_CIRCUITS"), CultureInfo.InvariantCulture, out var asked) ? asked : 20;

    [Fact(Explicit = true)]
    public async Task A_circuit_keeps_less_than_half_a_megabyte()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Now = SystemClock.Instance.GetCurrentInstant() });
        var first = await browsers.OpenAsync(portal, "ada@staff.example", StaffRoles.Admin);
        await using var context = first.Context;
        await OpenUsersAsync(first);
        var pages = new List<IPage>();
        for (var i = 0; i < Circuits; i++)
        {
            pages.Add(await context.NewPageAsync());
            await pages[i].GotoAsync("/account");
        }

        var before = Kept();
        foreach (var page in pages)
        {
            await OpenUsersAsync(page);
        }

        var each = (Kept() - before) / 1024d / Circuits;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Circuits} circuits on the users page: {each:0} KB each after a full collection"));
        each.ShouldBeLessThan(500);
    }

    private static async Task OpenUsersAsync(IPage page)
    {
        await page.GotoAsync("/admin/users");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Invite a person" })).ToBeVisibleAsync();
    }

    private static long Kept()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
