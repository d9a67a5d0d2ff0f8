using System.Collections.Concurrent;
using System.Security.Claims;
using IrenPortal.Data.Newsroom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace IrenPortal.Identity.SignIn;

/// <summary>
/// Which sign-ins still hold: the account is as it was when they began, they were not ended by signing out, and are
/// neither too old nor idle. Cookies and circuits both ask here.
/// </summary>
public sealed class StaffSessions(IDbContextFactory<NewsroomDbContext> newsrooms, IOptions<IdentityOptions> identity, IOptions<StaffSignInOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private Instant _pruned = Instant.MinValue;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private Duration Idle => Duration.FromTimeSpan(options.Value.Idle);

    private Duration Longest => Duration.FromTimeSpan(options.Value.Longest);

    /// <summary>Counts a request by the person as activity.</summary>
    public void Touch(ClaimsPrincipal principal)
    {
        if (principal.SessionId() is { } id)
        {
            _sessions.AddOrUpdate(id, new Session(Now, false), (_, known) => known with { LastSeen = Now });
            Prune();
        }
    }

    /// <summary>Learns of a sign-in from its cookie, after a restart, without counting it as activity.</summary>
    public void Learn(ClaimsPrincipal principal, Instant lastSeen)
    {
        if (principal.SessionId() is { } id)
        {
            _sessions.TryAdd(id, new Session(lastSeen, false));
        }
    }

    /// <summary>Ends a sign-in in this browser, its other tabs and circuits too.</summary>
    public void End(ClaimsPrincipal principal)
    {
        if (principal.SessionId() is { } id)
        {
            _sessions[id] = new Session(Now, true);
        }
    }

    /// <summary>When the sign-in ends if nothing happens: idle since <paramref name="lastSeen"/>, or at its longest.</summary>
    public Instant EndOf(ClaimsPrincipal principal, Instant lastSeen) =>
        Instant.Min(lastSeen + Idle, principal.SignedInAt() + Longest);

    /// <summary>True while the sign-in holds.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        if (principal.SessionId() is not { } id || !_sessions.TryGetValue(id, out var session) || session.Ended || Now >= EndOf(principal, session.LastSeen))
        {
            return false;
        }

        var (userId, stamp) = (principal.StaffId(), principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType));
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.Users.AnyAsync(u => u.Id == userId && !u.Disabled && u.SecurityStamp == stamp, cancel);
    }

    // An ended sign-in is remembered as long as its cookie could have lived.
    private void Prune()
    {
        var now = Now;
        if (now - _pruned < Duration.FromMinutes(10))
        {
            return;
        }

        _pruned = now;
        foreach (var (id, session) in _sessions)
        {
            if (now - session.LastSeen > Longest)
            {
                _sessions.TryRemove(id, out _);
            }
        }
    }

    private sealed record Session(Instant LastSeen, bool Ended);
}
