using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.SignIn;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Identity;

/// <summary>A browser that keeps cookies and sends forms as a page offers them, hidden fields included.</summary>
internal sealed class StaffBrowser(TestPortal portal) : IDisposable
{
    /// <summary>A password that the rules take.</summary>
    public const string Password = "tall kettle sings under oak";

    private readonly HttpClient _client = portal.NewClient(cookies: true);

    /// <summary>The plain client behind it; it follows no redirect.</summary>
    public HttpClient Client => _client;

    /// <summary>Makes an account with the password, as the operator would.</summary>
    public static async Task<string> AddAccountAsync(TestPortal portal, string email, string role)
    {
        var added = await portal.Services.GetRequiredService<OperatorAccounts>().AddAsync(email, role, Password, CancellationToken.None);
        added.Issues.ShouldBeEmpty();
        return added.Value!.Id;
    }

    /// <summary>Makes an account and a browser that is signed in as it.</summary>
    public static async Task<(StaffBrowser Browser, string UserId)> SignedInAsync(TestPortal portal, string role)
    {
        var email = $"{Guid.NewGuid():N}@staff.example";
        var id = await AddAccountAsync(portal, email, role);
        var browser = new StaffBrowser(portal);
        await browser.SignInAsync(email);
        return (browser, id);
    }

    /// <summary>Opens the set-up link anew and returns its path.</summary>
    public static async Task<string> SetupLinkAsync(TestPortal portal) =>
        (await portal.Services.GetRequiredService<SetupLink>().OpenAsync(CancellationToken.None))!;

    /// <summary>The page at an address.</summary>
    public async Task<IDocument> ReadAsync(string address)
    {
        using var answer = await _client.GetAsync(address);
        return await ParseAsync(answer);
    }

    /// <summary>The page of an answer.</summary>
    public static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html));
    }

    /// <summary>Fills in the form at an address and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(address);
        var form = page.QuerySelector<IHtmlFormElement>("form")!;
        var values = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return await _client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(values));
    }

    /// <summary>Tries to sign in.</summary>
    public Task<HttpResponseMessage> TrySignInAsync(string email, string password = Password, string address = "/account/login") =>
        SendAsync(address, ("email", email), ("password", password));

    /// <summary>Signs in.</summary>
    public async Task SignInAsync(string email, string password = Password)
    {
        using var answer = await TrySignInAsync(email, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>The sign-in cookie that an answer sets, as a request sends it.</summary>
    public static string CookieOf(HttpResponseMessage signedIn) =>
        signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("IrenPortal.Staff=", StringComparison.Ordinal)).Split(';')[0];

    /// <summary>The status of an address that needs a sign-in: 200, or 302 to sign in.</summary>
    public async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await _client.GetAsync(address);
        return answer.StatusCode;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
