using System.Net;
using IrenPortal.Data;
using IrenPortal.Identity.Factors;
using IrenPortal.Identity.SignIn;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Identity;

/// <summary>What changes one's second factors asks for the password again, ten minutes after it was given.</summary>
public sealed class FreshSignInTests(StrictPortals portals) : IClassFixture<StrictPortals>
{
    [Theory, EachDatabase]
    public async Task Ten_minutes_after_signing_in_every_change_of_factors_leads_to_the_password_first(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var person = await EnrolledPerson.EnrolAsync(portal);
        using (person.Browser)
        {
            var form = await EnrolForm.ReadAsync(person.Browser);
            portal.Clock.Advance(Duration.FromMinutes(10));

            foreach (var address in new[] { "/account/enrol/code", "/account/enrol/passkey", "/account/factors/recovery", "/account/factors/code/remove", "/account/factors/passkeys/remove" })
            {
                using var asked = await person.Browser.Client.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", form.Token), new("offer", form.Offer), new("code", form.CodeAt(portal.Clock.Now))]));
                asked.StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
                asked.Headers.Location!.OriginalString.ShouldStartWith("/account/confirm?returnUrl=", customMessage: address);
            }

            using var page = await person.Browser.Client.GetAsync("/account/enrol");
            page.Headers.Location!.OriginalString.ShouldBe("/account/confirm?returnUrl=%2Faccount%2Fenrol");
            var own = await portal.Services.GetRequiredService<StaffFactors>().ReadAsync(person.Id, CancellationToken.None);
            (own.HasCode, own.SpareCodes).ShouldBe((true, 10));
            (await person.Browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory, EachDatabase]
    public async Task The_password_given_again_is_good_for_ten_minutes_and_for_this_sign_in(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var person = await EnrolledPerson.EnrolAsync(portal);
        using (person.Browser)
        {
            portal.Clock.Advance(Duration.FromMinutes(10));
            const string confirm = "/account/confirm?returnUrl=/account/enrol";
            using var wrong = await person.Browser.SendAsync(confirm, ("password", "another tall kettle, singing"));
            wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await person.Browser.StatusAsync("/account/enrol")).ShouldBe(HttpStatusCode.Redirect);

            using var right = await person.Browser.SendAsync(confirm, ("password", StaffBrowser.Password));
            right.Headers.Location!.OriginalString.ShouldBe("/account/enrol");
            (await person.Browser.StatusAsync("/account/enrol")).ShouldBe(HttpStatusCode.OK);
            var list = await person.Browser.ReadAsync("/account/sign-ins");
            list.QuerySelectorAll("main tbody tr").Length.ShouldBe(1, "it is the same sign-in");

            portal.Clock.Advance(Duration.FromMinutes(10));
            (await person.Browser.StatusAsync("/account/enrol")).ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Theory, EachDatabase]
    public async Task Guessing_the_password_again_is_throttled(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        foreach (var (address, field) in new[] { ("/account/confirm", "password"), ("/account/password", "current") })
        {
            var person = await EnrolledPerson.EnrolAsync(portal);
            using (person.Browser)
            {
                var answers = new List<HttpStatusCode>();
                for (var i = 0; i < new StaffSignInOptions().AttemptsPerCode; i++)
                {
                    using var answer = await person.Browser.SendAsync(address, (field, $"a wrong guess, number {i}"));
                    answers.Add(answer.StatusCode);
                }

                answers[^1].ShouldBe(HttpStatusCode.TooManyRequests, address);
            }
        }
    }
}
