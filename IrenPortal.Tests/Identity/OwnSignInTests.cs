using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Identity;

/// <summary>The list of one's own sign-ins.</summary>
public sealed class OwnSignInTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private const string Page = "/account/sign-ins";

    [Theory, EachDatabase]
    public async Task It_lists_what_holds_and_marks_this_browser(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var (here, there) = await TwiceAsync(portal);
        using (here)
        using (there)
        {
            var page = await here.ReadAsync(Page);

            page.QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
            page.QuerySelectorAll("main tbody tr").Count(r => r.TextContent.Contains("This one", StringComparison.Ordinal)).ShouldBe(1);
            page.QuerySelectorAll($"form[action='{Page}/end']").Length.ShouldBe(1);
        }
    }

    [Theory, EachDatabase]
    public async Task One_of_them_is_ended_and_this_one_stays(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var (here, there) = await TwiceAsync(portal);
        using (here)
        using (there)
        {
            using var ended = await EndAsync(here, await OtherAsync(here));

            ended.Headers.Location!.OriginalString.ShouldBe(Page);
            (await there.StatusAsync("/account")).ShouldBe(HttpStatusCode.Redirect);
            (await here.StatusAsync("/account")).ShouldBe(HttpStatusCode.OK);
            (await here.ReadAsync(Page)).QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        }
    }

    [Theory, EachDatabase]
    public async Task Everywhere_means_here_too(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var (here, there) = await TwiceAsync(portal);
        using (here)
        using (there)
        {
            using var ended = await here.Client.PostAsync(Page + "/end-all", new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(here))]));

            ended.Headers.Location!.OriginalString.ShouldBe("/account/login");
            (await there.StatusAsync("/account")).ShouldBe(HttpStatusCode.Redirect);
            (await here.StatusAsync("/account")).ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Theory, EachDatabase]
    public async Task Another_persons_sign_in_is_a_404_and_holds(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var (other, otherId) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        var (mine, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Admin);
        using (other)
        using (mine)
        {
            await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
            var id = await newsroom.StaffSessions.Where(s => s.UserId == otherId).Select(s => s.Id).SingleAsync();

            using var refused = await EndAsync(mine, id.ToString());
            using var unknown = await EndAsync(mine, Guid.NewGuid().ToString());

            (refused.StatusCode, unknown.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
            (await other.StatusAsync("/account")).ShouldBe(HttpStatusCode.OK);
        }
    }

    private static async Task<(StaffBrowser Here, StaffBrowser There)> TwiceAsync(TestPortal portal)
    {
        var email = $"{Guid.NewGuid():N}@staff.example";
        await StaffBrowser.AddAccountAsync(portal, email, StaffRoles.Editor);
        var (here, there) = (new StaffBrowser(portal), new StaffBrowser(portal));
        await here.SignInAsync(email);
        await there.SignInAsync(email);
        return (here, there);
    }

    private static async Task<string> OtherAsync(StaffBrowser browser) =>
        (await browser.ReadAsync(Page)).QuerySelector<IHtmlInputElement>($"form[action='{Page}/end'] input[name=id]")!.Value;

    private static async Task<string> TokenAsync(StaffBrowser browser) =>
        (await browser.ReadAsync(Page)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;

    private static async Task<HttpResponseMessage> EndAsync(StaffBrowser browser, string id) =>
        await browser.Client.PostAsync(Page + "/end", new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser)), new("id", id)]));
}
