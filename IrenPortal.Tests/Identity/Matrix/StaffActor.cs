using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Identity.Matrix;

/// <summary>One column of the matrix: somebody with a browser, signed in or not (any more).</summary>
internal sealed class StaffActor(TestPortal portal, string name, string? userId, StaffBrowser browser, string? email) : IDisposable
{
    private StaffBrowser _browser = browser;
    private string? _token;

    /// <summary>The column's head.</summary>
    public string Name => name;

    /// <summary>The account's id; null for a stranger.</summary>
    public string? UserId => userId;

    /// <summary>A stranger.</summary>
    public static StaffActor Stranger(TestPortal portal) => new(portal, "stranger", null, new StaffBrowser(portal), null);

    /// <summary>Somebody of a role, signed in.</summary>
    public static async Task<StaffActor> SignedInAsync(TestPortal portal, string name, string role)
    {
        var email = $"{name}-{Guid.NewGuid():N}@staff.example";
        var id = await StaffBrowser.AddAccountAsync(portal, email, role);
        var actor = new StaffActor(portal, name, id, new StaffBrowser(portal), email);
        await actor._browser.SignInAsync(email);
        return actor;
    }

    /// <summary>Keeps the cookie and never signs in again: its account is switched off, or its sign-in is over.</summary>
    public StaffActor Former() => new(portal, name, userId, _browser, null);

    /// <summary>What an address answers, in a word.</summary>
    public async Task<string> TryAsync(string method, string path, IReadOnlyDictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST")
        {
            var token = email is null ? "none" : _token ??= await TokenAsync();
            request.Content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        }

        using var answer = await _browser.Client.SendAsync(request);
        if (method is "POST" && email is not null && path.StartsWith("/account/", StringComparison.Ordinal))
        {
            await SignInAgainAsync();
        }

        return Word(answer);
    }

    /// <inheritdoc />
    public void Dispose() => _browser.Dispose();

    private static string Word(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.OK => "page",
        HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.StartsWith("/account/login", StringComparison.Ordinal) => "sign-in",
        HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString is "/account/enrol" => "enrol",
        HttpStatusCode.Redirect or HttpStatusCode.NoContent => "done",
        HttpStatusCode.Unauthorized => "401",
        HttpStatusCode.NotFound => "404",
        var code when (int)code is >= 400 and < 500 => "refused",
        var code => $"{(int)code}",
    };

    // What ends a sign-in is a row too.
    private async Task SignInAgainAsync()
    {
        _browser.Dispose();
        (_browser, _token) = (new StaffBrowser(portal), null);
        await _browser.SignInAsync(email!);
    }

    private async Task<string> TokenAsync() =>
        (await _browser.ReadAsync("/account/enrol")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
}
