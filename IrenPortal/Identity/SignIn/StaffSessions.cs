using System.Security.Claims;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.Factors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace IrenPortal.Identity.SignIn;

/// <summary>Where a sign-in stands.</summary>
internal enum SessionStanding
{
    /// <summary>It is over.</summary>
    Ended = 1,

    /// <summary>It leads to enrolling a second factor and nowhere else.</summary>
    Enrolling = 2,

    /// <summary>It holds.</summary>
    Whole = 3,
}

/// <summary>
/// Which sign-ins still hold: the account is as it was when they began, they were not ended by signing out, and are
/// neither too old nor idle. Cookies and circuits both ask here; the rows outlive a restart.
/// </summary>
public sealed class StaffSessions(
    IDbContextFactory<NewsroomDbContext> newsrooms, IOptions<IdentityOptions> identity, IOptions<StaffSignInOptions> options, SecondFactorRules rules, TimeProvider clock)
{
    // As exact as the cookie, and most requests then write nothing.
    private static readonly Duration SeenWithin = Duration.FromMinutes(1);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow()).ToMilliseconds();

    private Duration Idle => Duration.FromTimeSpan(options.Value.Idle);

    private Duration Longest => Duration.FromTimeSpan(options.Value.Longest);

    /// <summary>Ends a sign-in in this browser, its other tabs and circuits too.</summary>
    public async Task EndAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        if (principal.SessionId() is { } id)
        {
            var hash = OneTimeToken.Hash(id);
            await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
            await newsroom.StaffSessions.Where(s => s.TokenHash == hash && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, Now), cancel);
        }
    }

    /// <summary>When the sign-in ends if nothing happens: idle since <paramref name="lastSeen"/>, or at its longest.</summary>
    public Instant EndOf(ClaimsPrincipal principal, Instant lastSeen) => EndOf(principal.SignedInAt(), lastSeen);

    /// <summary>True while the sign-in holds, and leads further than to enrolment.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal principal, CancellationToken cancel) =>
        await StandingAsync(principal, activity: false, cancel) is SessionStanding.Whole;

    /// <summary>Where the sign-in stands.</summary>
    /// <param name="principal">Whose.</param>
    /// <param name="activity">True counts the request as the person's.</param>
    internal async Task<SessionStanding> StandingAsync(ClaimsPrincipal principal, bool activity, CancellationToken cancel)
    {
        if (principal.SessionId() is not { } id)
        {
            return SessionStanding.Ended;
        }

        var (hash, userId, stamp) = (OneTimeToken.Hash(id), principal.StaffId(), principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType));
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var found = await newsroom.StaffSessions
            .Where(s => s.TokenHash == hash && s.EndedAt == null)
            .Join(newsroom.Users.Where(u => u.Id == userId && !u.Disabled && u.SecurityStamp == stamp), s => s.UserId, u => u.Id, (s, u) => new
            {
                s.Id,
                s.LastSeenAt,
                Enrolled = u.SealedCodeKey != null || newsroom.UserPasskeys.Any(p => p.UserId == u.Id),
            })
            .FirstOrDefaultAsync(cancel);
        var now = Now;
        if (found is null || now >= EndOf(principal, found.LastSeenAt))
        {
            return SessionStanding.Ended;
        }

        if (activity && now - found.LastSeenAt >= SeenWithin)
        {
            await newsroom.StaffSessions.Where(s => s.Id == found.Id && s.LastSeenAt < now).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancel);
        }

        return found.Enrolled || !rules.Required ? SessionStanding.Whole : SessionStanding.Enrolling;
    }

    /// <summary>True while a row's sign-in is neither idle nor too old.</summary>
    internal bool IsAlive(StaffSession session) => Now < EndOf(session.BeganAt, session.LastSeenAt);

    private Instant EndOf(Instant began, Instant lastSeen) => Instant.Min(lastSeen + Idle, began + Longest);
}
