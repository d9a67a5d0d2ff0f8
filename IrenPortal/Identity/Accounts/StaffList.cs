using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Identity.Accounts;

/// <summary>Where an account stands.</summary>
public enum StaffState
{
    /// <summary>Can sign in.</summary>
    Active = 1,

    /// <summary>Has no password yet, and a link that sets one.</summary>
    Invited = 2,

    /// <summary>Has no password, and its link has ended.</summary>
    LinkEnded = 3,

    /// <summary>Switched off.</summary>
    Disabled = 4,
}

/// <summary>One person of staff, as administrators see them.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Called">The name that colleagues see, else the address.</param>
/// <param name="Email">The address.</param>
/// <param name="Role">Editor or Admin.</param>
/// <param name="State">Where the account stands.</param>
/// <param name="HasPassword">True once a password is set.</param>
/// <param name="HasCode">True with an authenticator app.</param>
/// <param name="HasPasskey">True with a passkey.</param>
/// <param name="LinkEndsAt">When an open one-time link ends; null where there is none.</param>
/// <param name="LastSignIn">The newest sign-in; null before the first.</param>
/// <param name="OnlyAdmin">True for the one enabled administrator, who can't be switched off or demoted.</param>
public sealed record StaffMember(
    string Id, string Called, string Email, string Role, StaffState State, bool HasPassword, bool HasCode, bool HasPasskey, Instant? LinkEndsAt, Instant? LastSignIn, bool OnlyAdmin)
{
    /// <summary>How the person signs in, in words.</summary>
    public string SignsInWith => this switch
    {
        { HasPasskey: true } => "Passkey",
        { HasCode: true } => "Password, code",
        { HasPassword: true } => "Password",
        _ => "Not set",
    };
}

/// <summary>Reads staff for administrators.</summary>
public sealed class StaffList(IDbContextFactory<NewsroomDbContext> newsrooms, TimeProvider clock)
{
    /// <summary>Everybody, by what they are called.</summary>
    public async Task<IReadOnlyList<StaffMember>> ReadAsync(CancellationToken cancel)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var users = await newsroom.Users.AsNoTracking().ToListAsync(cancel);
        var roles = await newsroom.UserRoles.Join(newsroom.Roles, u => u.RoleId, r => r.Id, (u, r) => new { u.UserId, r.Name }).ToDictionaryAsync(r => r.UserId, r => r.Name!, cancel);
        var links = await newsroom.OneTimeLinks.AsNoTracking().Where(l => l.EndedAt == null && l.ExpiresAt > now).ToDictionaryAsync(l => l.UserId, l => l.ExpiresAt, cancel);
        var passkeys = (await newsroom.UserPasskeys.Select(p => p.UserId).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var signIns = await SignInsAsync(newsroom, cancel);
        var admins = users.Where(u => !u.Disabled && roles.GetValueOrDefault(u.Id) == StaffRoles.Admin).Select(u => u.Id).ToList();

        return
        [
            .. users.Select(u => Member(u)).OrderBy(m => m.Called, StringComparer.OrdinalIgnoreCase),
        ];

        StaffMember Member(PortalUser user)
        {
            Instant? linkEnds = links.TryGetValue(user.Id, out var end) ? end : null;
            return new StaffMember(
                user.Id, user.Called, user.Email!, roles.GetValueOrDefault(user.Id, ""), StateOf(user, linkEnds), user.PasswordHash is not null,
                user.SealedCodeKey is not null, passkeys.Contains(user.Id),
                linkEnds, signIns.TryGetValue(user.Id, out var last) ? last : null, admins is [var only] && only == user.Id);
        }
    }

    private static StaffState StateOf(PortalUser user, Instant? linkEnds) => (user.Disabled, user.PasswordHash, linkEnds) switch
    {
        (true, _, _) => StaffState.Disabled,
        (_, not null, _) => StaffState.Active,
        (_, _, not null) => StaffState.Invited,
        _ => StaffState.LinkEnded,
    };

    private static async Task<Dictionary<string, Instant>> SignInsAsync(NewsroomDbContext newsroom, CancellationToken cancel)
    {
        var newest = newsroom.AuditEntries.Where(a => a.Action == StaffActions.SignedIn).GroupBy(a => a.Subject).Select(g => g.Max(a => a.Number));
        return await newsroom.AuditEntries.Where(a => newest.Contains(a.Number)).ToDictionaryAsync(a => a.Subject, a => a.At, cancel);
    }
}
