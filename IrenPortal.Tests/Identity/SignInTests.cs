using System.Net;
using System.Text.RegularExpressions;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Identity;

public sealed partial class SignInTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task A_member_of_staff_signs_in_and_reaches_the_newsroom(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        await StaffBrowser.AddAccountAsync(portal, "reaches@staff.example", StaffRoles.Editor);
        using var browser = new StaffBrowser(portal);

        using var signedIn = await browser.TrySignInAsync(" Reaches@STAFF.example ");

        signedIn.Headers.Location!.OriginalString.ShouldBe("/admin");
        (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);
        (await browser.ReadAsync("/account")).QuerySelector("dl")!.TextContent.ShouldContain("reaches@staff.example");
    }

    [Theory, EachDatabase]
    public async Task Every_failure_gets_the_same_answer(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var (known, disabled, invited) = ("known@staff.example", "off@staff.example", "invited@staff.example");
        await StaffBrowser.AddAccountAsync(portal, known, StaffRoles.Editor);
        var off = await StaffBrowser.AddAccountAsync(portal, disabled, StaffRoles.Editor);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin-of-failures@staff.example", StaffRoles.Admin);
        await portal.Services.GetRequiredService<StaffAccounts>().DisableAsync(admin, off, CancellationToken.None);
        await portal.Services.GetRequiredService<StaffAccounts>().InviteAsync(admin, invited, StaffRoles.Editor, CancellationToken.None);

        var answers = new List<string>();
        foreach (var (email, password) in new[] { (known, "not the password at all"), ("nobody@staff.example", StaffBrowser.Password), (disabled, StaffBrowser.Password), (invited, StaffBrowser.Password), (invited, "") })
        {
            using var browser = new StaffBrowser(portal);
            using var answer = await browser.TrySignInAsync(email, password);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            answers.Add(Token().Replace((await answer.Content.ReadAsStringAsync()).Replace(email, "EMAIL", StringComparison.Ordinal), ""));
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldContain("The address and password do not match.");
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_not_for_scripts()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        await StaffBrowser.AddAccountAsync(portal, "cookie@staff.example", StaffRoles.Editor);
        using var browser = new StaffBrowser(portal);
        using var signedIn = await browser.TrySignInAsync("cookie@staff.example");

        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("IrenPortal.Staff=", StringComparison.Ordinal));

        cookie.ShouldEndWith("; path=/; samesite=strict; httponly");
    }

    [Fact]
    public async Task Where_the_origin_is_https_cookies_are_bound_to_it()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions
        {
            Settings = new Dictionary<string, string?> { ["Portal:PublicOrigin"] = "https://investors.example.com" },
        });

        using var answer = await portal.Client.GetAsync("/account/login");

        answer.Headers.GetValues("Set-Cookie").Single().ShouldMatch("^__Host-IrenPortal.Form=.*; path=/; secure; samesite=strict; httponly$");
    }

    [Theory]
    [InlineData("/admin/users?x=1", "/admin/users?x=1")]
    [InlineData("https://evil.example/", "/admin")]
    [InlineData("//evil.example", "/admin")]
    [InlineData("/\\evil.example", "/admin")]
    [InlineData("/\t/evil.example", "/admin")]
    [InlineData("\\\\evil.example", "/admin")]
    [InlineData("javascript:alert(1)", "/admin")]
    [InlineData("admin", "/admin")]
    [InlineData("", "/admin")]
    public async Task Signing_in_leads_to_addresses_of_this_site_alone(string asked, string led)
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        await StaffBrowser.AddAccountAsync(portal, "returns@staff.example", StaffRoles.Editor);
        using var browser = new StaffBrowser(portal);

        using var signedIn = await browser.TrySignInAsync("returns@staff.example", address: "/account/login?returnUrl=" + Uri.EscapeDataString(asked));

        signedIn.Headers.Location!.OriginalString.ShouldBe(led);
        using var again = await browser.Client.GetAsync("/account/login?returnUrl=" + Uri.EscapeDataString(asked));
        again.Headers.Location!.OriginalString.ShouldBe(led);
    }

    [Theory, EachDatabase]
    public async Task A_form_without_its_token_is_refused(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        await StaffBrowser.AddAccountAsync(portal, "forged@staff.example", StaffRoles.Editor);
        using var browser = new StaffBrowser(portal);

        foreach (var address in new[] { "/account/login", "/account/link", "/setup", "/account/logout" })
        {
            using var forged = await browser.Client.PostAsync(address, new FormUrlEncodedContent([new("email", "forged@staff.example"), new("password", StaffBrowser.Password)]));
            forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
        }

        await browser.SignInAsync("forged@staff.example");
        foreach (var address in new[] { "/account/password", "/account/keep-alive", "/account/logout" })
        {
            using var forged = await browser.Client.PostAsync(address, new FormUrlEncodedContent([new("password", "another long one, quite odd")]));
            forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
        }

        (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Signing_out_ends_a_copied_cookie_too(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        await StaffBrowser.AddAccountAsync(portal, "leaves@staff.example", StaffRoles.Editor);
        using var browser = new StaffBrowser(portal);
        using var signedIn = await browser.TrySignInAsync("leaves@staff.example");
        var stolen = StaffBrowser.CookieOf(signedIn);
        (await StatusWithAsync(portal, stolen)).ShouldBe(HttpStatusCode.OK);

        using var left = await browser.SendAsync("/account");

        left.Headers.Location!.OriginalString.ShouldBe("/account/login");
        (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.Redirect);
        (await StatusWithAsync(portal, stolen)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Account_and_staff_answers_are_not_kept_by_anyone()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var (browser, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Admin);
        using (browser)
        {
            foreach (var address in new[] { "/account", "/account/password", "/admin", "/admin/users", "/account/session" })
            {
                using var answer = await browser.Client.GetAsync(address);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
                answer.Headers.CacheControl!.ToString().ShouldBe("no-store", address);
            }

            using var login = await portal.Client.GetAsync("/account/login");
            login.Headers.CacheControl!.ToString().ShouldBe("no-store");
        }
    }

    [Fact]
    public async Task Readers_pages_are_the_same_with_and_without_a_sign_in()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var (browser, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        using (browser)
        {
            var signedIn = await browser.Client.ReceiveAsync("/news");
            var stranger = await portal.Client.ReceiveAsync("/news");

            signedIn.Headers.ShouldBe(stranger.Headers);
            signedIn.Sha256.ShouldBe(stranger.Sha256);
        }
    }

    [Fact]
    public async Task Sign_ins_are_on_record_by_ids_alone()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var (browser, id) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        browser.Dispose();
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();

        var entry = newsroom.AuditEntries.Single(e => e.Action == StaffActions.SignedIn && e.Subject == id);

        (entry.Actor, entry.Detail).ShouldBe((id, ""));
        newsroom.AuditEntries.ToList().ShouldAllBe(e => !e.Detail.Contains('@') && !e.Subject.Contains('@'));
    }

    private static async Task<HttpStatusCode> StatusWithAsync(TestPortal portal, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin");
        request.Headers.Add("Cookie", cookie);
        using var answer = await portal.Client.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("""<input type="hidden" name="__RequestVerificationToken" value="[^"]*" />""")]
    private static partial Regex Token();
}
