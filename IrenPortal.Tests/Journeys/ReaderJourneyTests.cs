using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed class ReaderJourneyTests(Browsers browsers, RepositoryContent content) : IClassFixture<RepositoryContent>
{
    private const string Microsoft = "AI Cloud contract with Microsoft, about $9.7bn through 2031";

    // Every kind of page, and each state of one that the content has.
    private static readonly string[] Pages =
    [
        "/", "/news", "/news?q=gpu&category=financing", "/news?q=nothing-has-this-word", "/news/microsoft-ai-cloud-contract", "/news/mirantis-acquisition-agreed",
        "/news/blackwell-gpus-prince-george", "/contracts", "/search?q=gpu", "/contracts?role=lender", "/contracts/microsoft-ai-cloud", "/contracts/nvidia-partnership",
        "/stock", "/stock?range=1m&view=candles&scale=log&with=QQQ", "/stock/history?date=2025-11-27", "/stock/history?date=2025-02-30",
        "/stock/reactions", "/stock/reactions?view=charts&category=results&window=-5,5",
        "/stock/calculator?from=2021-11-17", "/stock/calculator?amount=ten", "/events", "/key-figures", "/fact-sheet", "/filings", "/filings?form=S-8", "/about/timeliness", "/verify", "/verify?sha256=00", "/verify?sha256=0000000000000000000000000000000000000000000000000000000000000001", "/verify/ledger", "/verify/ledger/1", "/about", "/governance", "/contact", "/faq", "/forward-looking", "/privacy", "/accessibility", "/news/there-is-no-such-thing",
    ];

    [Fact]
    public async Task A_reader_goes_from_home_to_the_Microsoft_announcement_its_reaction_and_its_contract()
    {
        var portal = await content.OnAsync(DatabaseProvider.Sqlite);
        await using var context = await browsers.OpenAsync(portal.Address);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = Microsoft, Exact = true }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Microsoft);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How the share reacted" })).ToBeVisibleAsync();
        (await page.InnerTextAsync("main")).ShouldContain("+11.5%");

        await page.GetByRole(AriaRole.Link, new() { Name = "Microsoft AI Cloud contract" }).First.ClickAsync();
        await page.ComesToAsync("/contracts/microsoft-ai-cloud");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Phases", Exact = true })).ToBeVisibleAsync();
        (await context.CookiesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_alone_skips_to_the_text_and_opens_the_newest_release()
    {
        var portal = await content.OnAsync(DatabaseProvider.Sqlite);
        await using var context = await browsers.OpenAsync(portal.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/news");

        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldStartWith("Skip to");
        await page.Keyboard.PressAsync("Enter");
        var stops = new List<string>();
        for (var stop = 0; stop < 40 && !page.Url.Contains("/news/", StringComparison.Ordinal); stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await FocusedAsync(page));
            if (stops[^1].StartsWith("Fiscal 2026", StringComparison.Ordinal))
            {
                await page.Keyboard.PressAsync("Enter");
                await page.ComesToAsync("/news/fy26-results");
            }
        }

        page.Url.ShouldEndWith("/news/fy26-results", customMessage: string.Join(" | ", stops));
    }

    [Fact]
    public async Task The_sessions_of_a_reaction_are_read_by_keyboard_pointer_and_touch()
    {
        var portal = await content.OnAsync(DatabaseProvider.Sqlite);
        await using var context = await browsers.OpenAsync(portal.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/news/microsoft-ai-cloud-contract");
        var chart = page.GetByRole(AriaRole.Slider, new() { Name = "Read the chart: Twenty-one sessions" });
        var reading = page.Locator(".readout").First;
        var height = (await reading.BoundingBoxAsync())!.Height;

        await chart.FocusAsync();
        await Expect(reading).ToHaveTextAsync("Day 0, 3 Nov 2025: IREN +11.5%, QQQ +0.5%, 95% range without news −7.7% to +12.6%, volume 2.8\u00a0×");
        await Expect(reading).ToHaveAttributeAsync("role", "status");
        foreach (var (key, day) in new[] { ("ArrowRight", "Day +1, 4 Nov 2025"), ("End", "Day +10, 17 Nov 2025"), ("Home", "Day −10, 20 Oct 2025"), ("ArrowLeft", "Day −10, 20 Oct 2025"), ("PageUp", "Day −5, 27 Oct 2025") })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(chart).ToHaveAttributeAsync("aria-valuetext", day);
            await Expect(reading).ToContainTextAsync(day + ": IREN ");
        }

        await page.Keyboard.PressAsync("Escape");
        await Expect(reading).ToBeEmptyAsync();
        (await reading.BoundingBoxAsync())!.Height.ShouldBe(height, "nothing moves when a value is shown");

        var path = page.GetByRole(AriaRole.Slider, new() { Name = "Read the chart: Day by day" });
        var box = (await path.BoundingBoxAsync())!;
        await path.HoverAsync(new() { Position = new() { X = box.Width - 2, Y = 40 } });
        await Expect(page.Locator(".readout").Nth(1)).ToHaveTextAsync("Day +10, 17 Nov 2025: not explained +1.9%, summed −54.7%, 95% range without news ±50.4%");
        await path.DispatchEventAsync("pointerdown", new { pointerType = "touch", clientX = (int)(box.X + (box.Width / 2)), bubbles = true });
        await Expect(page.Locator(".readout").Nth(1)).ToContainTextAsync("Day 0, 3 Nov 2025: ");
    }

    [Fact]
    public async Task Every_page_is_accessible_and_fits_a_narrow_screen()
    {
        var portal = await content.OnAsync(DatabaseProvider.Sqlite);
        await using var context = await browsers.OpenAsync(portal.Address);
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => faults.Add(message.Text);
        page.Request += (_, request) => faults.AddRange(request.Url.StartsWith(portal.Address.ToString(), StringComparison.Ordinal) ? [] : [request.Url]);

        // One tab for all of them: its cache and its start are paid for once.
        foreach (var (place, address) in Pages.Index())
        {
            await page.SetViewportSizeAsync(1440, 900);
            await page.GotoAsync(address);
            if (Browsers.Thorough || place % 4 == 0)
            {
                await Browsers.ShouldBeAccessibleAsync(page, dark: Browsers.Thorough || place % 8 == 0);
            }

            await page.SetViewportSizeAsync(320, 800);

            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, address);
            faults.RemoveAll(f => address.EndsWith("no-such-thing", StringComparison.Ordinal) && f.Contains("404", StringComparison.Ordinal));
            faults.ShouldBeEmpty(address);
        }
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("(document.activeElement?.innerText ?? '').trim()");
}
