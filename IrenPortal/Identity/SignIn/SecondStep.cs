using System.Globalization;
using System.Security.Cryptography;
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

    private string Cookie => settings.IsSecure ? "__Host-IrenPortal.Step" : "IrenPortal.Step";

    /// <summary>Remembers in this browser that the password was right.</summary>
    public void Begin(HttpContext http, PortalUser user, string returnUrl)
    {
        var ends = (Instant.FromDateTimeOffset(clock.GetUtcNow()) + Life).ToUnixTimeMilliseconds();
        var held = _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{ends}\n{user.Id}\n{user.SecurityStamp}\n{returnUrl}"));
        http.Response.Cookies.Append(Cookie, held, Options());
    }

    /// <summary>What this browser remembers; null where it doesn't, or no longer.</summary>
    public HalfSignedIn? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { } held && _protector.Unprotect(held).Split('\n') is [var ends, var user, var stamp, var returnUrl]
                && Instant.FromUnixTimeMilliseconds(long.Parse(ends, CultureInfo.InvariantCulture)) > Instant.FromDateTimeOffset(clock.GetUtcNow())
                ? new HalfSignedIn(user, stamp, returnUrl)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Forgets it.</summary>
    public void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options());

    /// <summary>The account, when the code is its app's present one or an unused recovery code; either is then used up. Null otherwise.</summary>
    public async Task<PortalUser?> CompleteAsync(HalfSignedIn half, string? typed, CancellationToken cancel)
    {
        var code = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
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
