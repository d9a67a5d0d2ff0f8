using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.Factors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Identity.SignIn;

/// <summary>Whose password was right in this browser, a few minutes ago at most.</summary>
/// <param name="UserId">Whose it was.</param>
/// <param name="Stamp">The security stamp then.</param>
/// <param name="ReturnUrl">Where signing in leads.</param>
public sealed record HalfSignedIn(string UserId, string Stamp, string ReturnUrl);

/// <summary>The second step of signing in: after the password, a code. What stands between is a sealed cookie of five minutes.</summary>
public sealed class SecondStep(IDataProtectionProvider protection, AccountTransactions transactions, SealedKeys keys, PortalSettings settings, TimeProvider clock)
{
    private static readonly Duration Life = Duration.FromMinutes(5);
    private static readonly AccountIssue Wrong = new(StaffFactors.Code, "");
    private readonly IDataProtector _protector = protection.CreateProtector("IrenPortal.Identity.SecondStep");

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private string Cookie => settings.IsSecure ? "__Host-IrenPortal.Step" : "IrenPortal.Step";

    /// <summary>Remembers in this browser that the password was right.</summary>
    public void Begin(HttpContext http, PortalUser user, string returnUrl)
    {
        var held = _protector.SealUntil(Now + Life, $"{user.Id}\n{user.SecurityStamp}\n{returnUrl}");
        http.Response.Cookies.Append(Cookie, held, Options());
    }

    /// <summary>What this browser remembers; null where it doesn't, or no longer.</summary>
    public HalfSignedIn? Read(HttpContext http) =>
        _protector.OpenBefore(Now, http.Request.Cookies[Cookie])?.Split('\n') is [var user, var stamp, var returnUrl] ? new HalfSignedIn(user, stamp, returnUrl) : null;

    /// <summary>Forgets it.</summary>
    public void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options());

    /// <summary>The account, when the code is its app's present one or an unused recovery code; either is then used up. Null otherwise.</summary>
    public async Task<PortalUser?> CompleteAsync(HalfSignedIn half, string? typed, CancellationToken cancel)
    {
        var code = TimeCodes.Unspaced(typed);
        var hash = SpareCodes.Hash(code);
        var done = await transactions.RunAsync<PortalUser>(
            async work =>
            {
                var user = await work.Users.FindByIdAsync(half.UserId);
                if (user is null || user.Disabled || user.SecurityStamp != half.Stamp)
                {
                    return Wrong;
                }

                if (user.SealedCodeKey is { } key && TimeCodes.Find(keys.Open(key).Bytes, code, work.Now, user.LastCodeStep) is { } step)
                {
                    user.LastCodeStep = step;
                    return user;
                }

                if (await work.Newsroom.RecoveryCodes.SingleOrDefaultAsync(c => c.UserId == user.Id && c.Hash == hash && c.UsedAt == null, cancel) is not { } spare)
                {
                    return Wrong;
                }

                spare.UsedAt = work.Now;
                work.Audit(user.Id, StaffActions.SpareCodeUsed, user.Id);
                return user;
            },
            cancel);
        return done.Value;
    }

    private CookieOptions Options() => new() { HttpOnly = true, Secure = settings.IsSecure, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
