using IrenPortal.Tests.Identity;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

/// <summary>Two editors and an admin, each with a passkey, from invitation over a release on the second to its withdrawal.</summary>
public sealed class ReleaseJourneyTests(Browsers browsers)
{
    private const string Headline = "IREN signs for the third hall at Childress";
    private const string Address = "/news/iren-signs-for-the-third-hall-at-childress";
    private const string Reason = "The hall's power was given too low.";
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public async Task From_invitation_over_a_release_on_the_second_and_a_correction_to_a_withdrawal_each_by_two_people()
    {
        var (portal, address) = await PasskeyPortal.StartAsync();
        await using var running = portal;
        await using var ada = await Colleague.OpenAsync(browsers, address);
        await using var eva = await Colleague.OpenAsync(browsers, address);
        await using var finn = await Colleague.OpenAsync(browsers, address);
        await ada.SetUpAsync(await StaffBrowser.SetupLinkAsync(portal), "Ada Admin", "ada@staff.example");
        await eva.AcceptAsync(await ada.InviteAsync("eva@staff.example"), "Eva Editor");
        await finn.AcceptAsync(await ada.InviteAsync("finn@staff.example"), "Finn Editor");
        await using var readers = await browsers.OpenAsync(address);
        var reader = await readers.NewPageAsync();

        var due = TwentyMinutesFrom(portal.Clock.Now);
        await WriteAsync(eva.Page, due);
        await eva.SubmitAsync();
        await ApproveForAsync(finn, due);
        await ShouldBeUnknownAsync(reader);
        portal.Clock.Now = due - Duration.FromMilliseconds(1);
        await ShouldBeUnknownAsync(reader);
        portal.Clock.Now = due;
        await ShouldBeToldAsync(reader);
        await ShouldReadAsync(reader, "It draws 40 MW.");

        await finn.Page.ReloadAsync();
        await CorrectAsync(finn.Page);
        await finn.SubmitAsync();
        await ShouldReadAsync(reader, "It draws 40 MW.");
        await eva.OpenReviewAsync(Headline);
        await Expect(eva.Page.Locator("ins").First).ToBeVisibleAsync();
        await eva.SayYesAsync("Publish now");
        await Expect(eva.Page.GetByRole(AriaRole.Heading, new() { Name = "Readers have it" })).ToBeVisibleAsync();
        await ShouldReadAsync(reader, "It draws 60 MW.");
        await Expect(reader.GetByText(Reason).First).ToBeVisibleAsync();
        await reader.GotoAsync(Address + "?version=1");
        await Expect(reader.GetByText("It draws 40 MW.")).ToBeVisibleAsync();

        await WithdrawAsync(eva.Page);
        await ada.OpenReviewAsync(Headline);
        await ada.SayYesAsync("Withdraw now");
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "Withdrawn", Exact = true })).ToBeVisibleAsync();
        await reader.GotoAsync(Address);
        await Expect(reader.GetByText("It was signed for another site.").First).ToBeVisibleAsync();
        await Expect(reader.GetByText("It draws 60 MW.")).ToHaveCountAsync(0);
        await reader.GotoAsync("/news");
        await Expect(reader.GetByRole(AriaRole.Link, new() { Name = Headline })).ToHaveCountAsync(0);
    }

    // A whole minute, as the form takes it, and beyond the last ten minutes that lock the text.
    private static Instant TwentyMinutesFrom(Instant now) => Instant.FromUnixTimeSeconds(((now + Duration.FromMinutes(20)).ToUnixTimeSeconds() / 60) * 60);

    private static async Task WriteAsync(IPage page, Instant due)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "New announcement" }).ClickAsync();
        await page.ComesToAsync("/admin/announcements/*");
        await page.GetByLabel("Headline").FillAsync(Headline);
        await page.GetByLabel("Category").SelectOptionAsync("AI Cloud");
        await page.GetByLabel("Summary").FillAsync("The third hall is signed for.");
        await page.GetByLabel("Text in Markdown").FillAsync("The contract is signed. It draws 30 MW.");
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("as revision");
        var local = due.InZone(NewYork);

        // What was typed a moment before goes along when a button beside the text leaves the page.
        await page.GetByLabel("Text in Markdown").FillAsync("The contract is signed. It draws 40 MW.");
        await page.GetByLabel("Date", new() { Exact = true }).FillAsync(local.Date.ToString("uuuu-MM-dd", null));
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync(Typed(due));
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the time" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Change the time" })).ToBeVisibleAsync();
    }

    private static async Task ApproveForAsync(Colleague second, Instant due)
    {
        await second.OpenReviewAsync(Headline);
        var time = second.Page.GetByLabel("Type the release time to confirm");
        await time.FillAsync(Typed(due + Duration.FromHours(1)));
        await second.SayYesAsync("Approve");
        await Expect(second.Page.GetByRole(AriaRole.Alert).GetByText("the typed time is not the release time", new() { Exact = false })).ToBeVisibleAsync();
        await time.FillAsync(Typed(due));
        await second.SayYesAsync("Approve");
        await Expect(second.Page.GetByRole(AriaRole.Heading, new() { Name = "Approved and scheduled" })).ToBeVisibleAsync();
    }

    private static async Task CorrectAsync(IPage page)
    {
        await page.GetByLabel("Why it is corrected").FillAsync(Reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin a correction" }).ClickAsync();
        await page.GetByLabel("Text in Markdown").FillAsync("The contract is signed. It draws 60 MW.");
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("as revision");
    }

    private static async Task WithdrawAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw …" }).ClickAsync();
        await page.GetByLabel("Why it is withdrawn").FillAsync("It was signed for another site.");
        await page.GetByLabel("Type WITHDRAW to confirm").FillAsync("WITHDRAW");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose the withdrawal" }).ClickAsync();
        await Expect(page.GetByText("Someone else must approve")).ToBeVisibleAsync();
    }

    private static async Task ShouldBeUnknownAsync(IPage reader)
    {
        (await reader.GotoAsync(Address))!.Status.ShouldBe(404);
        await reader.GotoAsync("/news");
        await Expect(reader.GetByRole(AriaRole.Link, new() { Name = Headline })).ToHaveCountAsync(0);
    }

    // The page was open before the release and is not asked again.
    private static async Task ShouldBeToldAsync(IPage reader)
    {
        var bar = reader.GetByRole(AriaRole.Status).Filter(new() { HasText = "New announcement" });
        await Expect(bar.GetByRole(AriaRole.Link, new() { Name = Headline })).ToHaveAttributeAsync("href", Address);
        await bar.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(reader.GetByText("New announcement")).ToBeHiddenAsync();
    }

    // The release loop has a moment for it.
    private static async Task ShouldReadAsync(IPage reader, string sentence)
    {
        for (var look = 0; look < 100 && (await reader.GotoAsync(Address))!.Status == 404; look++)
        {
            await Task.Delay(100);
        }

        await reader.GotoAsync("/news");
        await reader.GetByRole(AriaRole.Link, new() { Name = Headline }).First.ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Headline);
        await Expect(reader.GetByText(sentence)).ToBeVisibleAsync();
    }

    private static string Typed(Instant at) => at.InZone(NewYork).TimeOfDay.ToString("HH:mm", null);
}
