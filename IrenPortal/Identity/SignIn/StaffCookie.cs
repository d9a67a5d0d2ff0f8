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
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        await WriteAsync(context, user, secret, began: now, confirmed: now);
    }

    /// <summary>Notes in this browser's sign-in that its person has just shown again who they are.</summary>
    public Task ConfirmAsync(HttpContext context, PortalUser user) =>
        WriteAsync(context, user, context.User.SessionId()!, context.User.SignedInAt(), Instant.FromDateTimeOffset(clock.GetUtcNow()));

    /// <summary>Signs this browser out, and closes what it has open.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        await sessions.EndAsync(context.User, context.RequestAborted);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task WriteAsync(HttpContext context, PortalUser user, string secret, Instant began, Instant confirmed)
    {
        var principal = await claims.CreateAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaims(
        [
            new Claim(StaffPrincipal.NameClaim, user.Called),
            new Claim(StaffPrincipal.SessionClaim, secret),
            new Claim(StaffPrincipal.SignedInClaim, Written(began)),
            new Claim(StaffPrincipal.ConfirmedClaim, Written(confirmed)),
        ]);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
    }

    private static string Written(Instant at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
