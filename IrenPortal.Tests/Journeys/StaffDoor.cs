using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.Playwright;

namespace IrenPortal.Tests.Journeys;

/// <summary>Into the newsroom without the sign-in page, where that is not what a journey is about.</summary>
internal static class StaffDoor
{
    /// <summary>Makes an account and opens a page of a browser that is signed in as it; the caller disposes the page's context.</summary>
    public static async Task<IPage> OpenAsync(this Browsers browsers, TestPortal portal, string email, string role)
    {
        await StaffBrowser.AddAccountAsync(portal, email, role);
        using var person = new StaffBrowser(portal);
        using var signedIn = await person.TrySignInAsync(email);
        return await browsers.OpenWithAsync(portal, StaffBrowser.CookieOf(signedIn));
    }

    /// <summary>Opens a page of a browser that has somebody's sign-in already.</summary>
    public static async Task<IPage> OpenWithAsync(this Browsers browsers, TestPortal portal, string signIn)
    {
        var context = await browsers.OpenAsync(portal.Address);
        var parts = signIn.Split('=', 2);
        await context.AddCookiesAsync([new Cookie { Name = parts[0], Value = parts[1], Url = portal.Address.ToString() }]);
        return await context.NewPageAsync();
    }
}
