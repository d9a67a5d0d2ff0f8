using System.Globalization;
using System.Security.Claims;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace IrenPortal.Identity.SignIn;

/// <summary>Begins and ends sign-ins in a browser.</summary>
public sealed class StaffCookie(IUserClaimsPrincipalFactory<PortalUser> claims, StaffSessions sessions, AccountTransactions transactions, TimeProvider clock)
{
    /// <summary>Signs the account in, as a new session, and writes it down.</summary>
    public async Task SignInAsync(HttpContext context, PortalUser user, CancellationToken cancel)
    {
        await transactions.RunAsync<PortalUser>(
            work =>
            {
                work.Audit(user.Id, StaffActions.SignedIn, user.Id);
                return Task.FromResult<AccountResult<PortalUser>>(user);
            },
            cancel);
        var principal = await claims.CreateAsync(user);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        ((ClaimsIdentity)principal.Identity!).AddClaims(
        [
            new Claim(StaffPrincipal.NameClaim, user.Called),
            new Claim(StaffPrincipal.SessionClaim, OneTimeToken.Create()),
            new Claim(StaffPrincipal.SignedInClaim, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        ]);
        sessions.Touch(principal);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
    }

    /// <summary>Signs this browser out, and closes what it has open.</summary>
    public Task SignOutAsync(HttpContext context)
    {
        sessions.End(context.User);
        return context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
