using System.Net;
using System.Text.Json;
using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Identity.SignIn;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Identity;

public sealed class SessionTests
{
    [Fact]
    public async Task A_sign_in_ends_after_an_hour_without_a_request()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        var (browser, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        using (browser)
        {
            portal.Clock.Advance(Duration.FromMinutes(59));
            (await browser.StatusAsync("/account")).ShouldBe(HttpStatusCode.OK);
            portal.Clock.Advance(Duration.FromMinutes(59));
            (await browser.StatusAsync("/account")).ShouldBe(HttpStatusCode.OK);
            portal.Clock.Advance(Duration.FromMinutes(60));
            (await browser.StatusAsync("/account")).ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task A_sign_in_ends_after_twelve_hours_whatever_happens()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        var (browser, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        using (browser)
        {
            for (var half = 1; half < 24; half++)
            {
                portal.Clock.Advance(Duration.FromMinutes(30));
                (await browser.StatusAsync("/account")).ShouldBe(HttpStatusCode.OK);
            }

            portal.Clock.Advance(Duration.FromMinutes(30));
            (await browser.StatusAsync("/account")).ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Asking_when_the_sign_in_ends_is_no_activity_and_keeping_it_alive_is()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        var (browser, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        using (browser)
        {
            var end = portal.Clock.Now + Duration.FromMinutes(60);
            portal.Clock.Advance(Duration.FromMinutes(20));
            (await EndAsync(await browser.Client.GetAsync("/account/session"))).ShouldBe(end);

            (await EndAsync(await KeepAliveAsync(browser))).ShouldBe(end + Duration.FromMinutes(20));
            (await EndAsync(await browser.Client.GetAsync("/account/session"))).ShouldBe(end + Duration.FromMinutes(20));

            portal.Clock.Advance(Duration.FromMinutes(60));
            (await browser.StatusAsync("/account/session")).ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Theory, EachDatabase]
    public async Task A_sign_in_outlives_a_restart_and_its_keys_are_the_owners_alone(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        await StaffBrowser.AddAccountAsync(portal, "stays@staff.example", StaffRoles.Editor);
        string cookie;
        using (var browser = new StaffBrowser(portal))
        {
            using var signedIn = await browser.TrySignInAsync("stays@staff.example");
            cookie = StaffBrowser.CookieOf(signedIn);
        }

        await portal.RestartAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", cookie);
        using var answer = await portal.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        var keys = new DirectoryInfo(Path.Combine(portal.Stores.KeyDirectory, "cookies"));
        var key = keys.GetFiles().ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            keys.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            key.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Too_many_tries_at_one_account_are_told_to_wait_whether_it_exists_or_not()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, With(o => o.AttemptsPerAccount = 2));
        await StaffBrowser.AddAccountAsync(portal, "guessed@staff.example", StaffRoles.Editor);
        foreach (var email in new[] { "guessed@staff.example", "nobody@staff.example" })
        {
            using var browser = new StaffBrowser(portal);
            using var first = await browser.TrySignInAsync(email, "wrong");
            using var second = await browser.TrySignInAsync(email, "wrong");
            second.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

            using var third = await browser.TrySignInAsync(email.ToUpperInvariant());

            third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            third.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
            (await StaffBrowser.ParseAsync(third)).QuerySelector("h1")!.TextContent.ShouldBe("Too many attempts");
        }
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_told_to_wait()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, With(o => o.AttemptsPerAddress = 2));
        using var browser = new StaffBrowser(portal);
        using var first = await browser.TrySignInAsync("a@staff.example", "wrong");
        using var second = await browser.TrySignInAsync("b@staff.example", "wrong");

        using var third = await browser.TrySignInAsync("c@staff.example", "wrong");

        second.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task When_every_place_in_the_hashing_queue_is_taken_the_answer_is_to_wait()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, With(o => o.HashingPlaces = 1));
        using var turn = await portal.Services.GetRequiredService<IrenPortal.Identity.Passwords.HashingQueue>().TryEnterAsync(CancellationToken.None);
        using var browser = new StaffBrowser(portal);

        using var refused = await browser.TrySignInAsync("a@staff.example", "wrong");
        turn!.Dispose();
        using var heard = await browser.TrySignInAsync("a@staff.example", "wrong");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        heard.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static PortalOptions With(Action<StaffSignInOptions> limits) =>
        new() { Customize = builder => builder.Services.Configure(limits) };

    private static async Task<HttpResponseMessage> KeepAliveAsync(StaffBrowser browser)
    {
        var token = (await browser.ReadAsync("/account/password")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/keep-alive");
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.Client.SendAsync(request);
    }

    private static async Task<Instant> EndAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        answer.Dispose();
        return InstantPattern.ExtendedIso.Parse(json.RootElement.GetProperty("endsAt").GetString()!).Value;
    }
}
