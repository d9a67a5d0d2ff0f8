using System.Net;
using IrenPortal.Identity;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Identity;

/// <summary>An editor with an authenticator app and recovery codes, signed in.</summary>
internal sealed record EnrolledPerson(StaffBrowser Browser, string Id, string Email, EnrolForm Form, IReadOnlyList<string> Spare)
{
    public static async Task<EnrolledPerson> EnrolAsync(TestPortal portal)
    {
        var email = $"{Guid.NewGuid():N}@staff.example";
        var id = await StaffBrowser.AddAccountAsync(portal, email, StaffRoles.Editor);
        var browser = new StaffBrowser(portal);
        await browser.SignInAsync(email);
        var form = await EnrolForm.ReadAsync(browser);
        using var done = await form.SendAsync(browser, form.CodeAt(portal.Clock.Now));
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        var codes = (await StaffBrowser.ParseAsync(done)).QuerySelectorAll("main li code").Select(c => c.TextContent).ToList();
        return new EnrolledPerson(browser, id, email, form, codes);
    }

    public string CodeAt(Instant at) => Form.CodeAt(at);

    /// <summary>Signs in anew with a code; what it answers.</summary>
    public async Task<HttpStatusCode> TryCodeAsync(TestPortal portal, string code)
    {
        using var browser = new StaffBrowser(portal);
        using var half = await browser.TrySignInAsync(Email);
        using var answer = await browser.SendAsync("/account/code", ("code", code));
        return answer.StatusCode;
    }
}
