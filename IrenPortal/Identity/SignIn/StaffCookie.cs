using System.Globalization;
using System.Security.Claims;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Identity.SignIn;

/// <summary>Begins and ends sign-ins in a browser.</summary>
public sealed class StaffCookie(IUserClaimsPrincipalFactory<PortalUser> claims, StaffSessions sessions, AccountTransactions transactions, TimeProvider clock)
{
    private static readonly Duration KeptFor = Duration.FromDays(30);

    /// <summary>Signs the account in, as a new session, and writes it down.</summary>
    public async Task SignInAsync(HttpContext context, PortalUser user, CancellationToken cancel)
    {
        var secret = OneTimeToken.Create();
        await transactions.RunAsync<PortalUser>(
            async work =>
            {
                var old = work.Now - KeptFor;
                await work.Newsroom.StaffSessions.Where(s => s.UserId == user.Id && s.BeganAt < old).ExecuteDeleteAsync(cancel);
                work.Newsroom.StaffSessions.Add(new StaffSession
                {
                    Id = Guid.NewGuid(),
                    TokenHash = OneTimeToken.Hash(secret),
                    UserId = user.Id,
                    BeganAt = work.Now,
                    LastSeenAt = work.Now,
                    Browser = BrowserWords.Of(context.Request.Headers.UserAgent.ToString()),
                    Address = AddressOf(context),
                });
                work.Audit(user.Id, StaffActions.SignedIn, user.Id);
                return user;
            },
            cancel);
        var principal = await claims.CreateAsync(user);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        ((ClaimsIdentity)principal.Identity!).AddClaims(
        [
            new Claim(StaffPrincipal.NameClaim, user.Called),
            new Claim(StaffPrincipal.SessionClaim, secret),
            new Claim(StaffPrincipal.SignedInClaim, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        ]);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
    }

    /// <summary>Signs this browser out, and closes what it has open.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        await sessions.EndAsync(context.User, context.RequestAborted);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
