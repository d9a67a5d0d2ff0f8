using System.Security.Claims;
using NodaTime;

namespace IrenPortal.Identity;

/// <summary>What the sign-in of a member of staff says.</summary>
public static class StaffPrincipal
{
    internal const string NameClaim = "staff:name";
    internal const string SessionClaim = "staff:session";
    internal const string SignedInClaim = "staff:signed-in";
    internal const string ConfirmedClaim = "staff:confirmed";
    private const string EnrollingClaim = "staff:enrolling";

    /// <summary>The user's id, which commands and the audit log take.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static string StaffId(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The name that colleagues see.</summary>
    public static string StaffName(this ClaimsPrincipal principal) => principal.FindFirstValue(NameClaim) ?? "";

    /// <summary>The address of the account.</summary>
    internal static string StaffEmail(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.Email) ?? "";

    /// <summary>The role in one word; empty for a stranger.</summary>
    public static string StaffRole(this ClaimsPrincipal principal) =>
        StaffRoles.All.FirstOrDefault(principal.IsInRole) ?? "";

    /// <summary>True for an administrator.</summary>
    public static bool IsAdmin(this ClaimsPrincipal principal) => principal.IsInRole(StaffRoles.Admin);

    /// <summary>The id of this sign-in, one a browser; null for a stranger.</summary>
    internal static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(SessionClaim);

    /// <summary>When this sign-in began.</summary>
    internal static Instant SignedInAt(this ClaimsPrincipal principal) => InstantOf(principal, SignedInClaim);

    /// <summary>When this browser's person last gave the password or touched a passkey.</summary>
    internal static Instant ConfirmedAt(this ClaimsPrincipal principal) => InstantOf(principal, ConfirmedClaim);

    /// <summary>True for who may enrol a second factor and do nothing else.</summary>
    internal static bool IsEnrolling(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == EnrollingClaim);

    /// <summary>The same person without a role: no policy but that of enrolment admits them.</summary>
    internal static ClaimsPrincipal WithoutRoles(this ClaimsPrincipal principal)
    {
        var was = (ClaimsIdentity)principal.Identity!;
        return new ClaimsPrincipal(new ClaimsIdentity(
            was.Claims.Where(claim => claim.Type != was.RoleClaimType).Append(new Claim(EnrollingClaim, "")), was.AuthenticationType, was.NameClaimType, was.RoleClaimType));
    }

    private static Instant InstantOf(ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirstValue(claim), out var milliseconds) ? Instant.FromUnixTimeMilliseconds(milliseconds) : Instant.MinValue;
}
