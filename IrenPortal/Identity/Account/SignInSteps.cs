using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Factors;
using IrenPortal.Identity.SignIn;

namespace IrenPortal.Identity.Account;

/// <summary>What follows a right password: the code page for who has a second factor, else the sign-in.</summary>
internal sealed class SignInSteps(StaffFactors factors, SecondStep second, StaffCookie cookie)
{
    /// <summary>Goes on to where signing in leads, or to the second step before it.</summary>
    public async Task<IResult> GoOnAsync(HttpContext http, PortalUser user, string returnUrl)
    {
        if (await factors.HasAnyAsync(user.Id, http.RequestAborted))
        {
            second.Begin(http, user, returnUrl);
            return Results.LocalRedirect(StaffAddresses.Code);
        }

        await cookie.SignInAsync(http, user, http.RequestAborted);
        return Results.LocalRedirect(returnUrl);
    }
}
