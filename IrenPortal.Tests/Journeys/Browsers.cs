using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(IrenPortal.Tests.Journeys.Browsers))]

namespace IrenPortal.Tests.Journeys;

/// <summary>Chromium without a window, one for all journeys, started by the first.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>True where axe is asked about every page, in both themes; <c>bench/accessibility.sh</c> does, the suite has no time to.</summary>
    public static bool Thorough { get; } = Environment.GetEnvironmentVariable("AXE") == "all";

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (playwright, browser) = await _started.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }

    /// <summary>Somebody's own browser at a portal's address; it must be closed before the portal, whose end waits for its connections.</summary>
    public async Task<IBrowserContext> OpenAsync(Uri portal)
    {
        var context = await (await _started.Value).Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.ToString(), ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    /// <summary>
    /// Fails where axe finds something in either theme; frames hold readers' pages, which have tests of their own. Only colours
    /// differ in the dark one, so only contrast is measured again.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="dark">Whether the dark theme is asked about too; where nothing is said, only when <see cref="Thorough"/>.</param>
    public static async Task ShouldBeAccessibleAsync(IPage page, bool? dark = null)
    {
        foreach (var (theme, rules) in new[] { (ColorScheme.Light, null), (ColorScheme.Dark, new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] }) })
        {
            if (theme is ColorScheme.Dark && !(dark ?? Thorough))
            {
                continue;
            }

            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector("iframe")] }, new AxeRunOptions { RunOnly = rules });
            found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty($"{new Uri(page.Url).AbsolutePath}, {theme}");
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        // Patience costs nothing where a page is quick, and everything on a busy machine.
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu"],
        }));
    }
}
