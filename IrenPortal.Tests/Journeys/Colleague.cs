using IrenPortal.Tests.Identity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

/// <summary>Somebody of the newsroom at their own browser, with a passkey in it.</summary>
internal sealed class Colleague : IAsyncDisposable
{
    private Colleague(IPage page) => Page = page;

    /// <summary>What they look at.</summary>
    public IPage Page { get; }

    /// <summary>Opens somebody's browser.</summary>
    public static async Task<Colleague> OpenAsync(Browsers browsers, Uri portal)
    {
        var context = await browsers.OpenAsync(portal);
        var page = await context.NewPageAsync();
        await PasskeyPortal.AddAuthenticatorAsync(page);
        return new Colleague(page);
    }

    /// <summary>Opens the link for the first administrator, adds a passkey and keeps the codes.</summary>
    public async Task SetUpAsync(string link, string name, string email)
    {
        await Page.GotoAsync(link);
        await Page.Locator("[name=name]").FillAsync(name);
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.Locator("[name=password]").FillAsync(StaffBrowser.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Set up and sign in" }).ClickAsync();
        await EnrolAsync();
    }

    /// <summary>Invites somebody and returns their link's path.</summary>
    public async Task<string> InviteAsync(string email)
    {
        await Page.GotoAsync("/admin/users");
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a one-time link" }).ClickAsync();
        var link = Page.Locator("input[readonly]");
        await Expect(link).ToBeVisibleAsync();
        return new Uri(await link.InputValueAsync()).PathAndQuery;
    }

    /// <summary>Takes an invitation up, adds a passkey and keeps the codes.</summary>
    public async Task AcceptAsync(string link, string name)
    {
        await Page.GotoAsync(link);
        await Page.GetByLabel("Your name").FillAsync(name);
        await Page.GetByLabel("New password").FillAsync(StaffBrowser.Password);
        await Page.Keyboard.PressAsync("Enter");
        await EnrolAsync();
    }

    /// <summary>Hands over what the editor shows.</summary>
    public async Task SubmitAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Expect(Page.GetByText("Someone else must approve")).ToBeVisibleAsync();
    }

    /// <summary>Opens what waits for this person under its headline.</summary>
    public async Task OpenReviewAsync(string headline)
    {
        await Page.GotoAsync("/admin?show=needs-me");
        await Page.GetByRole(AriaRole.Link, new() { Name = $"Review: {headline}" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = $"Review: {headline}" })).ToBeVisibleAsync();
    }

    /// <summary>Reads the preview, ticks that, and presses a button that asks for a touch.</summary>
    public async Task SayYesAsync(string button)
    {
        await Page.GetByLabel("I have read the reader preview").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    private async Task EnrolAsync()
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Add a second factor" })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Page.ComesToAsync("/admin");
    }
}
