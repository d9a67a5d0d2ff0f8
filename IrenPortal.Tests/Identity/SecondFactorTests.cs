using System.Net;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.Factors;
using IrenPortal.Identity.SignIn;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Identity;

/// <summary>Portals that require a second factor, one a database.</summary>
public sealed class StrictPortals : SharedPortals
{
    /// <summary>As an operator leaves the setting.</summary>
    public static PortalOptions Strict => new()
    {
        Settings = new Dictionary<string, string?> { ["Identity:SecondFactor"] = "Required" },
        Customize = builder => builder.Services.Configure<StaffSignInOptions>(o => o.AttemptsPerAddress = 1000),
    };

    /// <inheritdoc />
    protected override PortalOptions Options => Strict;
}

public sealed class SecondFactorTests(StrictPortals portals) : IClassFixture<StrictPortals>
{
    [Theory, EachDatabase]
    public async Task Without_a_factor_a_sign_in_leads_to_enrolment_and_nowhere_else(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var (browser, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Admin);
        using (browser)
        {
            foreach (var address in new[] { "/admin", "/admin/users", "/admin/audit", "/admin/market", "/account", "/account/factors", "/account/sign-ins", "/account/password" })
            {
                using var page = await browser.Client.GetAsync(address);
                (page.StatusCode, page.Headers.Location?.OriginalString).ShouldBe((HttpStatusCode.Redirect, "/account/enrol"), address);
            }

            var token = (await browser.ReadAsync("/account/enrol")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var address in new[] { "/_blazor/negotiate", "/admin/announcements", "/account/touch", "/account/factors/recovery", "/account/sign-ins/end-all", "/account/password" })
            {
                using var command = await browser.Client.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
                command.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, address);
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Who_enrols_an_app_is_in_gets_ten_codes_once_and_needs_a_code_from_then_on(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var person = await EnrolledPerson.EnrolAsync(portal);

        (await person.Browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);
        person.Spare.Distinct().Count().ShouldBe(10);
        using var browser = new StaffBrowser(portal);
        using (var half = await browser.TrySignInAsync(person.Email))
        {
            half.Headers.Location!.OriginalString.ShouldBe("/account/code");
            (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.Redirect);
        }

        portal.Clock.Advance(Duration.FromSeconds(60));
        using var wrong = await browser.SendAsync("/account/code", ("code", "000000"));
        using var right = await browser.SendAsync("/account/code", ("code", person.CodeAt(portal.Clock.Now)));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        right.Headers.Location!.OriginalString.ShouldBe("/admin");
        (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);

        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        newsroom.RecoveryCodes.Where(c => c.UserId == person.Id).Select(c => c.Hash).ToList().ShouldAllBe(h => h.Length == 64 && !person.Spare.Contains(h));
        newsroom.UserTokens.Count().ShouldBe(0);
        person.Browser.Dispose();
    }

    [Theory, EachDatabase]
    public async Task A_code_is_good_for_one_sign_in_and_half_a_minute_either_way(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var person = await EnrolledPerson.EnrolAsync(portal);
        person.Browser.Dispose();
        portal.Clock.Advance(Duration.FromSeconds(90));
        var code = person.CodeAt(portal.Clock.Now - Duration.FromSeconds(30));

        (await person.TryCodeAsync(portal, person.CodeAt(portal.Clock.Now - Duration.FromSeconds(60)))).ShouldBe(HttpStatusCode.Unauthorized);
        (await person.TryCodeAsync(portal, code)).ShouldBe(HttpStatusCode.Redirect);
        (await person.TryCodeAsync(portal, code)).ShouldBe(HttpStatusCode.Unauthorized);
        (await person.TryCodeAsync(portal, person.CodeAt(portal.Clock.Now))).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, EachDatabase]
    public async Task A_recovery_code_works_once(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var person = await EnrolledPerson.EnrolAsync(portal);
        person.Browser.Dispose();

        (await person.TryCodeAsync(portal, person.Spare[3].ToLowerInvariant().Replace('-', ' '))).ShouldBe(HttpStatusCode.Redirect);
        (await person.TryCodeAsync(portal, person.Spare[3])).ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Services.GetRequiredService<StaffFactors>().ReadAsync(person.Id, CancellationToken.None)).SpareCodes.ShouldBe(9);
    }

    [Theory, EachDatabase]
    public async Task Codes_are_throttled_for_who_has_the_password(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var person = await EnrolledPerson.EnrolAsync(portal);
        person.Browser.Dispose();
        var limit = new StaffSignInOptions().AttemptsPerCode;

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < limit; i++)
        {
            answers.Add(await person.TryCodeAsync(portal, "000000"));
        }

        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory, EachDatabase]
    public async Task The_second_step_is_over_after_five_minutes_and_with_the_account(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var person = await EnrolledPerson.EnrolAsync(portal);
        var admin = await StaffBrowser.AddAccountAsync(portal, $"{Guid.NewGuid():N}@staff.example", StaffRoles.Admin);
        person.Browser.Dispose();
        using var slow = new StaffBrowser(portal);
        using var half = await slow.TrySignInAsync(person.Email);
        portal.Clock.Advance(Duration.FromMinutes(5));
        (await slow.StatusAsync("/account/code")).ShouldBe(HttpStatusCode.Redirect);

        using var off = new StaffBrowser(portal);
        using var again = await off.TrySignInAsync(person.Email);
        await portal.Services.GetRequiredService<StaffAccounts>().DisableAsync(admin, person.Id, CancellationToken.None);
        using var refused = await off.SendAsync("/account/code", ("code", person.CodeAt(portal.Clock.Now)));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, EachDatabase]
    public async Task Who_is_switched_off_while_enrolling_enrols_nothing(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var admin = await StaffBrowser.AddAccountAsync(portal, $"{Guid.NewGuid():N}@staff.example", StaffRoles.Admin);
        var (browser, id) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        using (browser)
        {
            var form = await EnrolForm.ReadAsync(browser);
            await portal.Services.GetRequiredService<StaffAccounts>().DisableAsync(admin, id, CancellationToken.None);

            using var refused = await form.SendAsync(browser, form.CodeAt(portal.Clock.Now));

            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await portal.Services.GetRequiredService<StaffFactors>().HasAnyAsync(id, CancellationToken.None)).ShouldBeFalse();
        }
    }

    [Theory, EachDatabase]
    public async Task The_last_factor_stays_until_an_administrator_resets_it(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var person = await EnrolledPerson.EnrolAsync(portal);
        var admin = await StaffBrowser.AddAccountAsync(portal, $"{Guid.NewGuid():N}@staff.example", StaffRoles.Admin);
        using (person.Browser)
        {
            using var refused = await person.Browser.SendAsync("/account/factors");
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await StaffBrowser.ParseAsync(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("your only second factor");

            var link = (await portal.Services.GetRequiredService<StaffAccounts>().ResetFactorsAsync(admin, person.Id, CancellationToken.None)).Value!;

            (await person.Browser.StatusAsync("/account")).ShouldBe(HttpStatusCode.Redirect);
            using var set = await person.Browser.SendAsync(link.Path, ("password", StaffBrowser.Password), ("name", "Somebody"));
            using var page = await person.Browser.Client.GetAsync("/admin");
            page.Headers.Location!.OriginalString.ShouldBe("/account/enrol");
            await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
            newsroom.AuditEntries.Single(e => e.Action == StaffActions.FactorsReset && e.Subject == person.Id).Actor.ShouldBe(admin);
        }
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_by_its_name()
    {
        var refused = await Should.ThrowAsync<FormatException>(async () =>
        {
            await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions { Settings = new Dictionary<string, string?> { ["Identity:SecondFactor"] = "Maybe" } });
        });
        refused.Message.ShouldBe("Identity:SecondFactor: 'Maybe' is no rule; write Required or Optional");
    }

    [Fact]
    public void Codes_are_those_of_the_standard()
    {
        var key = "12345678901234567890"u8.ToArray();
        foreach (var (seconds, code) in new[] { (59L, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130") })
        {
            TimeCodes.At(key, seconds / 30).ShouldBe(code);
        }

        new CodeKey(key).Text.ShouldBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
