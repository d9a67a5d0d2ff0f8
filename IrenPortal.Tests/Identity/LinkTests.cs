using System.Net;
using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Identity;

public sealed class LinkTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task The_set_up_link_makes_the_first_administrator_once_and_signs_them_in(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var link = await StaffBrowser.SetupLinkAsync(portal);
        using var browser = new StaffBrowser(portal);

        using var made = await browser.SendAsync(link, ("name", "Priya Venn"), ("email", "priya@staff.example"), ("password", StaffBrowser.Password));

        made.Headers.Location!.OriginalString.ShouldBe("/admin");
        (await browser.StatusAsync("/admin/users")).ShouldBe(HttpStatusCode.OK);
        (await browser.ReadAsync("/account")).QuerySelector("dl")!.TextContent.ShouldContain("Priya Venn");
        (await Client(portal).StatusAsync(link)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_set_up_link_is_refused_once_somebody_exists_or_a_newer_one_was_made(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var old = await StaffBrowser.SetupLinkAsync(portal);
        var link = await StaffBrowser.SetupLinkAsync(portal);
        using var browser = new StaffBrowser(portal);
        (await browser.StatusAsync(old)).ShouldBe(HttpStatusCode.NotFound);
        (await browser.StatusAsync("/setup")).ShouldBe(HttpStatusCode.NotFound);
        (await browser.StatusAsync(link)).ShouldBe(HttpStatusCode.OK);

        await portal.RestartAsync();
        (await Client(portal).StatusAsync(link)).ShouldBe(HttpStatusCode.NotFound);

        var newest = await StaffBrowser.SetupLinkAsync(portal);
        await StaffBrowser.AddAccountAsync(portal, "first@staff.example", StaffRoles.Admin);
        (await Client(portal).StatusAsync(newest)).ShouldBe(HttpStatusCode.NotFound);
        (await portal.Services.GetRequiredService<IrenPortal.Identity.SignIn.SetupLink>().OpenAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_who_set_up_at_the_same_moment_make_one_administrator()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        var passwords = portal.Services.GetRequiredService<PasswordLinks>();

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => passwords.SetUpAsync($"Person {i}", $"p{i}@staff.example", StaffBrowser.Password, CancellationToken.None)));

        made.Count(m => m.Done).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_is_not_right_comes_back_with_what_to_put_right_and_without_the_password()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        using var browser = new StaffBrowser(portal);

        using var answer = await browser.SendAsync(await StaffBrowser.SetupLinkAsync(portal), ("name", " "), ("email", "<b>@x"), ("password", "too short"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await StaffBrowser.ParseAsync(answer);
        page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")).ShouldBe(["#field-name", "#field-email", "#field-password"]);
        page.QuerySelector("#field-email")!.GetAttribute("value").ShouldBe("<b>@x");
        page.QuerySelector("#field-password")!.HasAttribute("value").ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task An_invited_person_sets_a_password_once(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var link = await InviteAsync(portal, "mei@staff.example");
        using var browser = new StaffBrowser(portal);

        using var set = await browser.SendAsync(link, ("name", "Mei Harrow"), ("password", StaffBrowser.Password));

        set.Headers.Location!.OriginalString.ShouldBe("/admin");
        (await browser.ReadAsync("/account")).QuerySelector("dl")!.TextContent.ShouldContain("Mei Harrow");
        using var again = await portal.Client.GetAsync(link);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        again.Headers.CacheControl!.ToString().ShouldBe("no-store");
        (await StaffBrowser.ParseAsync(again)).QuerySelector("h1")!.TextContent.ShouldBe("This link has ended");
    }

    [Theory, EachDatabase]
    public async Task A_link_ends_after_a_day_or_with_a_newer_one_or_with_the_account(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var accounts = portal.Services.GetRequiredService<StaffAccounts>();
        var late = await InviteAsync(portal, "late-ends@staff.example");
        portal.Clock.Advance(Duration.FromHours(24) - Duration.FromSeconds(1));
        (await Client(portal).StatusAsync(late)).ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(Duration.FromSeconds(1));
        (await Client(portal).StatusAsync(late)).ShouldBe(HttpStatusCode.NotFound);

        var admin = await StaffBrowser.AddAccountAsync(portal, "admin2-ends@staff.example", StaffRoles.Admin);
        var invited = (await accounts.InviteAsync(admin, "twice-ends@staff.example", StaffRoles.Editor, CancellationToken.None)).Value!;
        var renewed = (await accounts.RenewLinkAsync(admin, invited.UserId, CancellationToken.None)).Value!;
        (await Client(portal).StatusAsync(invited.Path)).ShouldBe(HttpStatusCode.NotFound);
        (await Client(portal).StatusAsync(renewed.Path)).ShouldBe(HttpStatusCode.OK);

        await accounts.DisableAsync(admin, invited.UserId, CancellationToken.None);
        (await Client(portal).StatusAsync(renewed.Path)).ShouldBe(HttpStatusCode.NotFound);
        await accounts.EnableAsync(admin, invited.UserId, CancellationToken.None);
        (await Client(portal).StatusAsync(renewed.Path)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_link_for_a_lost_password_ends_the_old_sign_ins_when_it_is_used()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin-lost@staff.example", StaffRoles.Admin);
        var (old, id) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        using (old)
        using (var browser = new StaffBrowser(portal))
        {
            var link = (await portal.Services.GetRequiredService<StaffAccounts>().RenewLinkAsync(admin, id, CancellationToken.None)).Value!;
            (await old.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);

            using var set = await browser.SendAsync(link.Path, ("name", "Luis Brandt"), ("password", "another tall kettle, singing"));

            set.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await old.StatusAsync("/admin")).ShouldBe(HttpStatusCode.Redirect);
            (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory, EachDatabase]
    public async Task Changing_ones_password_signs_other_browsers_out_and_this_one_not(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        await StaffBrowser.AddAccountAsync(portal, "dana-own@staff.example", StaffRoles.Editor);
        using var here = new StaffBrowser(portal);
        using var there = new StaffBrowser(portal);
        await here.SignInAsync("dana-own@staff.example");
        await there.SignInAsync("dana-own@staff.example");

        using var wrong = await here.SendAsync("/account/password", ("current", "not this one, surely"), ("password", "another tall kettle, singing"));
        using var same = await here.SendAsync("/account/password", ("current", StaffBrowser.Password), ("password", StaffBrowser.Password));
        using var changed = await here.SendAsync("/account/password", ("current", StaffBrowser.Password), ("password", "another tall kettle, singing"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        same.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        changed.Headers.Location!.OriginalString.ShouldBe("/account?changed");
        (await here.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);
        (await there.StatusAsync("/admin")).ShouldBe(HttpStatusCode.Redirect);
        using var old = await there.TrySignInAsync("dana-own@staff.example");
        old.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await there.SignInAsync("dana-own@staff.example", "another tall kettle, singing");
    }

    private static StaffBrowser Client(TestPortal portal) => new(portal);

    private static async Task<string> InviteAsync(TestPortal portal, string email)
    {
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin-own@staff.example", StaffRoles.Admin);
        var invited = await portal.Services.GetRequiredService<StaffAccounts>().InviteAsync(admin, email, StaffRoles.Editor, CancellationToken.None);
        return invited.Value!.Path;
    }
}
