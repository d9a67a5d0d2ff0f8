using System.Net;
using System.Text.Json.Nodes;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.Passkeys;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace IrenPortal.Tests.Identity;

/// <summary>The ways by which somebody could try to get round the second factor.</summary>
public sealed class SecondFactorDoorTests
{
    private const string NewPassword = "another tall kettle, singing";

    [Theory, EachDatabase]
    public async Task After_a_reset_the_old_password_opens_nothing_and_the_link_leads_to_enrolment(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, StrictPortals.Strict);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin@staff.example", StaffRoles.Admin);
        Func<EnrolledPerson, Task<AccountResult<IssuedLink>>>[] resets =
        [
            person => portal.Services.GetRequiredService<StaffAccounts>().ResetFactorsAsync(admin, person.Id, CancellationToken.None),
            person => portal.Services.GetRequiredService<OperatorAccounts>().AddAsync(person.Email, StaffRoles.Editor, CancellationToken.None),
        ];
        foreach (var reset in resets)
        {
            var person = await EnrolledPerson.EnrolAsync(portal);
            portal.Clock.Advance(Duration.FromSeconds(90));
            using var waiting = new StaffBrowser(portal);
            using var half = await waiting.TrySignInAsync(person.Email);

            var link = (await reset(person)).Value!;

            using var thief = new StaffBrowser(portal);
            using var old = await thief.TrySignInAsync(person.Email);
            old.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            using var code = await waiting.SendAsync("/account/code", ("code", person.CodeAt(portal.Clock.Now)));
            code.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await person.Browser.StatusAsync("/account/enrol")).ShouldBe(HttpStatusCode.Redirect);
            using var owner = new StaffBrowser(portal);
            using var set = await owner.SendAsync(link.Path, ("name", "Somebody"), ("password", NewPassword));
            using var led = await owner.Client.GetAsync("/admin");
            led.Headers.Location!.OriginalString.ShouldBe("/account/enrol");
            (await owner.StatusAsync("/account/enrol")).ShouldBe(HttpStatusCode.OK);
            person.Browser.Dispose();
        }
    }

    [Theory, EachDatabase]
    public async Task Nobody_resets_their_own_factors_past_the_password(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin@staff.example", StaffRoles.Admin);

        var refused = await portal.Services.GetRequiredService<StaffAccounts>().ResetFactorsAsync(admin, admin, CancellationToken.None);

        refused.Issues.ShouldHaveSingleItem().Sentence.ShouldBe("Change your own passkeys and codes under your account, or ask another admin.");
    }

    [Theory, EachDatabase]
    public async Task A_sign_in_of_easier_days_leads_to_enrolment_once_a_factor_is_required(DatabaseProvider provider)
    {
        await using var easy = await TestPortal.StartAsync(provider);
        await StaffBrowser.AddAccountAsync(easy, "early@staff.example", StaffRoles.Admin);
        using var browser = new StaffBrowser(easy);
        using var signedIn = await browser.TrySignInAsync("early@staff.example");
        (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);

        await using var strict = await TestPortal.StartOnAsync(easy.Stores, StrictPortals.Strict, easy.Clock);

        foreach (var (address, led) in new[] { ("/admin", "/account/enrol"), ("/account", "/account/enrol"), ("/admin/users", "/account/enrol") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", StaffBrowser.CookieOf(signedIn) } } };
            using var answer = await strict.Client.SendAsync(request);
            answer.Headers.Location!.OriginalString.ShouldBe(led, address);
        }
    }

    [Theory, EachDatabase]
    public async Task Who_signed_in_with_the_password_alone_is_out_once_the_owner_enrols(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, StrictPortals.Strict);
        await StaffBrowser.AddAccountAsync(portal, "owner@staff.example", StaffRoles.Editor);
        using var thief = new StaffBrowser(portal);
        using var owner = new StaffBrowser(portal);
        await thief.SignInAsync("owner@staff.example");
        await owner.SignInAsync("owner@staff.example");
        var form = await EnrolForm.ReadAsync(owner);
        using (var done = await form.SendAsync(owner, form.CodeAt(portal.Clock.Now)))
        {
            done.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await owner.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);
        using var led = await thief.Client.GetAsync("/admin");
        led.Headers.Location!.OriginalString.ShouldStartWith("/account/login");
    }

    [Theory, EachDatabase]
    public async Task Every_address_costs_one_hash_whether_it_is_known_or_not(DatabaseProvider provider)
    {
        var hasher = new CountingHasher();
        await using var portal = await TestPortal.StartAsync(provider, new PortalOptions { Customize = b => b.Services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<PortalUser>>(hasher)) });
        var admin = await StaffBrowser.AddAccountAsync(portal, "known@staff.example", StaffRoles.Admin);
        var off = await StaffBrowser.AddAccountAsync(portal, "off@staff.example", StaffRoles.Editor);
        var accounts = portal.Services.GetRequiredService<StaffAccounts>();
        await accounts.DisableAsync(admin, off, CancellationToken.None);
        await accounts.InviteAsync(admin, "invited@staff.example", StaffRoles.Editor, CancellationToken.None);
        foreach (var email in new[] { "known@staff.example", "unknown@staff.example", "off@staff.example", "invited@staff.example", "" })
        {
            using var browser = new StaffBrowser(portal);
            var before = hasher.Verified;
            using var answer = await browser.TrySignInAsync(email, "wrong");
            (answer.StatusCode, hasher.Verified - before).ShouldBe((HttpStatusCode.Unauthorized, 1), email);
        }
    }

    [Theory, EachDatabase]
    public async Task What_a_passkey_is_asked_for_tells_nothing_of_who_there_is(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var ceremonies = portal.Services.GetRequiredService<PasskeyCeremonies>();
        var nobody = Shape(await ceremonies.OfferAsync(new ChallengeFor("sign-in")));
        await StaffBrowser.AddAccountAsync(portal, "known@staff.example", StaffRoles.Editor);

        var somebody = Shape(await ceremonies.OfferAsync(new ChallengeFor("sign-in")));

        somebody.ShouldBe(nobody);
        somebody.ShouldContain("\"allowCredentials\":[]");
    }

    private static string Shape(JsonObject? offer)
    {
        offer!["ticket"] = "";
        offer["options"]!["challenge"] = "";
        return offer.ToJsonString();
    }

    private sealed class CountingHasher : IPasswordHasher<PortalUser>
    {
        private readonly PasswordHasher<PortalUser> _real = new();

        public int Verified { get; private set; }

        public string HashPassword(PortalUser user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
