using System.Security.Claims;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Identity.SignIn;

/// <summary>One of one's sign-ins.</summary>
/// <param name="Id">Its row.</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="LastSeenAt">The newest request, to within a minute.</param>
/// <param name="Browser">The browser in words.</param>
/// <param name="Address">The network address at the beginning.</param>
/// <param name="IsThis">True for the browser that asks.</param>
public sealed record OwnSignIn(Guid Id, Instant BeganAt, Instant LastSeenAt, string Browser, string Address, bool IsThis);

/// <summary>One's own sign-ins that still hold, and their end.</summary>
public sealed class OwnSignIns(IDbContextFactory<NewsroomDbContext> newsrooms, StaffSessions sessions, AccountTransactions transactions)
{
    /// <summary>Those that hold, newest first.</summary>
    public async Task<IReadOnlyList<OwnSignIn>> ReadAsync(ClaimsPrincipal person, CancellationToken cancel)
    {
        var (userId, own) = (person.StaffId(), OneTimeToken.Hash(person.SessionId() ?? ""));
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var open = await newsroom.StaffSessions.AsNoTracking().Where(s => s.UserId == userId && s.EndedAt == null).OrderByDescending(s => s.BeganAt).ToListAsync(cancel);
        return [.. open.Where(sessions.IsAlive).Select(s => new OwnSignIn(s.Id, s.BeganAt, s.LastSeenAt, s.Browser, s.Address, s.TokenHash == own))];
    }

    /// <summary>Ends one of them; what is open in that browser leaves within ten seconds. One that is over already stays so. False where it is none of this person's.</summary>
    public async Task<bool> EndAsync(string userId, Guid id, CancellationToken cancel)
    {
        var ended = await transactions.RunAsync<StaffSession>(
            async work =>
            {
                await work.Newsroom.RequireStaffAsync(userId, null, cancel);
                if (await work.Newsroom.StaffSessions.SingleOrDefaultAsync(s => s.Id == id && s.UserId == userId, cancel) is not { } session)
                {
                    return new AccountIssue("", "That sign-in is not there.");
                }

                if (session.EndedAt is null)
                {
                    session.EndedAt = work.Now;
                    work.Audit(userId, StaffActions.SignedOutElsewhere, userId);
                }

                return session;
            },
            cancel);
        return ended.Done;
    }

    /// <summary>Ends all of them, this one too.</summary>
    public Task EndAllAsync(string userId, CancellationToken cancel) =>
        transactions.RunAsync<PortalUser>(
            async work =>
            {
                await work.Newsroom.RequireStaffAsync(userId, null, cancel);
                var user = (await work.Users.FindByIdAsync(userId))!;
                await work.EndSignInsAsync(user);
                work.Audit(userId, StaffActions.SignedOutEverywhere, userId);
                return user;
            },
            cancel);
}
