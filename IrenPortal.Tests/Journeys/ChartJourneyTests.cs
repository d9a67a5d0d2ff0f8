using System.Text.RegularExpressions;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

public sealed partial class ChartJourneyTests(Browsers browsers, RepositoryContent content) : IClassFixture<RepositoryContent>
{
    private static readonly string Library = Path.Combine(Repository.Root, "IrenPortal", "wwwroot", "lib", "lightweight-charts.js");

    [Fact]
    public async Task The_keyboard_walks_the_sessions_jumps_to_a_release_and_opens_its_card()
    {
        await using var context = await OpenAsync();
        var (page, faults) = await ChartAsync(context, "/stock");
        var (chart, said) = (page.GetByRole(AriaRole.Application), page.Locator("[aria-live=polite]"));
        await Expect(chart).ToHaveAttributeAsync("aria-label", SaysAFinding());

        await chart.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(said).ToContainTextAsync("28 Sep 2026: close 41.72, −5.5%");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await Expect(page.Locator("[data-of=date]")).ToHaveTextAsync("21 Sep 2026");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("[data-of=date]")).ToHaveTextAsync("22 Sep 2026");

        var card = page.GetByRole(AriaRole.Dialog);
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(said).ToContainTextAsync("9 Sep 2026: close");
        await Expect(said).ToContainTextAsync("Event: Goldman Sachs");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(said).ToContainTextAsync("Release 26:");
        await page.Keyboard.PressAsync("Enter");
        await Expect(card).ToContainTextAsync("27 Aug 2026, after the close. Results.");
        await Expect(card).ToContainTextAsync("Session of 28 Aug 2026: IREN −12.5%, QQQ −0.6%");
        await Expect(card).ToContainTextAsync("Not explained by QQQ: −10.5%; 95% range −21.9% to +0.9%, includes zero");
        await Expect(card.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await Browsers.ShouldBeAccessibleAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(card).ToBeHiddenAsync();
        await Expect(chart).ToBeFocusedAsync();
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Links_change_the_chart_and_its_address_and_going_back_finds_both_again()
    {
        await using var context = await OpenAsync();
        var (page, faults) = await ChartAsync(context, "/stock");

        await page.GetByRole(AriaRole.Link, new() { Name = "Add QQQ" }).ClickAsync();
        await Expect(page.Locator(".notes")).ToContainTextAsync("Change since the close of 29 Sep 2025");
        var log = page.GetByRole(AriaRole.Link, new() { Name = "Log", Exact = true });
        await log.ClickAsync();
        await Expect(log).ToHaveAttributeAsync("aria-current", "page");
        await Expect(log).ToBeFocusedAsync();
        await page.GetByText("Compare", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Cipher").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.Locator("[data-value=CIFR]")).ToHaveTextAsync("+24.6%");
        await Expect(page.Locator(".notes")).ToContainTextAsync("CIFR to 21 Aug 2026.");
        page.Url.ShouldEndWith("/stock?scale=log&with=QQQ,CIFR");
        (await page.Locator("thead").First.TextContentAsync())!.ShouldContain("CIFR, change");
        await Expect(page.GetByRole(AriaRole.Application)).ToHaveAttributeAsync("aria-label", "Since the close of 29 Sep 2025: IREN −9.2%, QQQ +23.0%, CIFR +24.6% to 21 Aug 2026.");

        await page.GetByRole(AriaRole.Application).FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.ComesToAsync("/events#*");
        await page.GoBackAsync();
        page.Url.ShouldEndWith("/stock?scale=log&with=QQQ,CIFR");
        await Expect(page.Locator("[data-value=CIFR]")).ToHaveTextAsync("+24.6%");
        await ReadyAsync(page);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Marks_are_chosen_by_category_the_chart_is_kept_as_a_picture_and_goes_dark_with_the_system()
    {
        await using var context = await OpenAsync();
        var (page, faults) = await ChartAsync(context, "/stock?range=6m&view=candles");

        await page.GetByText("Marks", new() { Exact = true }).ClickAsync();
        foreach (var box in await page.Locator("[data-filter] input").AllAsync())
        {
            await box.SetCheckedAsync(await box.Locator("..").InnerTextAsync() is var kind && kind.Contains("AI Cloud", StringComparison.Ordinal));
        }

        await page.GetByText("Marks", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Application).FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("[aria-live=polite]")).ToContainTextAsync("Release 25:");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("[aria-live=polite]")).ToContainTextAsync("Release 24:");

        var picture = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save as PNG" }).ClickAsync());
        picture.SuggestedFilename.ShouldBe("IREN-2026-03-30-2026-09-28.png");
        (await File.ReadAllBytesAsync(await picture.PathAsync())).Take(4).ShouldBe([(byte)0x89, (byte)'P', (byte)'N', (byte)'G']);
        var file = await page.GetByRole(AriaRole.Link, new() { Name = "IREN as CSV" }).First.GetAttributeAsync("href");
        (await (await content.OnAsync(DatabaseProvider.Sqlite)).Client.ReceiveAsync(file!)).Text.Split('\n')[1].ShouldStartWith("2026-03-30,");

        (await BackgroundAsync(page)).ShouldBe("251,250,247");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.WaitForFunctionAsync("() => matchMedia('(prefers-color-scheme: dark)').matches");
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        (await BackgroundAsync(page)).ShouldBe("19,18,17");
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_library_the_drawn_chart_stays_and_its_links_work()
    {
        await using var context = await OpenAsync();
        await context.RouteAsync("**/lib/lightweight-charts*", route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync("/stock");

        await page.GetByRole(AriaRole.Link, new() { Name = "Candles", Exact = true }).ClickAsync();
        await page.ComesToAsync("/stock?view=candles");
        await Expect(page.Locator(".drawn svg[role=img]").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Application)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Full screen" })).ToBeHiddenAsync();
    }

    private async Task<IBrowserContext> OpenAsync()
    {
        Assert.SkipUnless(File.Exists(Library), "The interactive chart needs its library, which a build without npm leaves out.");
        return await browsers.OpenAsync((await content.OnAsync(DatabaseProvider.Sqlite)).Address);
    }

    private static async Task<(IPage Page, List<string> Faults)> ChartAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => faults.Add(message.Text);
        page.PageError += (_, error) => faults.Add(error);
        await page.GotoAsync(address);
        await ReadyAsync(page);
        return (page, faults);
    }

    private static async Task ReadyAsync(IPage page) => await page.WaitForFunctionAsync("() => performance.getEntriesByName('stock-chart-ready').length > 0");

    // The lower left corner of the first pane, where nothing is drawn.
    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const canvas = document.querySelector(".canvas canvas");
          const copy = new OffscreenCanvas(1, 1).getContext("2d");
          copy.drawImage(canvas, 2, canvas.height - 2, 1, 1, 0, 0, 1, 1);
          return [...copy.getImageData(0, 0, 1, 1).data].slice(0, 3).join();
        }
        """);

    [GeneratedRegex("^IREN closed at .* on 28 Sep 2026")]
    private static partial Regex SaysAFinding();
}
