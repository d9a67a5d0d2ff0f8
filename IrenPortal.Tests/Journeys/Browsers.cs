using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace IrenPortal.Tests.Journeys;

/// <summary>Chromium without a window, one for all journeys of a class.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }

    /// <summary>Somebody's own browser at a portal's address; it must be closed before the portal, whose end waits for its connections.</summary>
    public async Task<IBrowserContext> OpenAsync(Uri portal)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.ToString(), ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    /// <summary>
    /// Fails where axe finds something in either theme; frames hold readers' pages, which have tests of their own. Only colours
    /// differ in the dark one, so only contrast is measured again.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="dark">False where its colours were measured at another width.</param>
    public static async Task ShouldBeAccessibleAsync(IPage page, bool dark = true)
    {
        foreach (var (theme, rules) in new[] { (ColorScheme.Light, null), (ColorScheme.Dark, new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] }) })
        {
            if (theme is ColorScheme.Dark && !dark)
            {
                continue;
            }

            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector("iframe")] }, new AxeRunOptions { RunOnly = rules });
            found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty($"{new Uri(page.Url).AbsolutePath}, {theme}");
        }
    }
}
