using System.Security.Cryptography;
using IrenPortal.Data.Newsroom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Identity.Accounts;

/// <summary>One command's transaction: the newsroom, Identity's rules over the same context, and its instant.</summary>
internal sealed record AccountWork(NewsroomDbContext Newsroom, UserManager<PortalUser> Users, Instant Now)
{
    /// <summary>Who acts when no person does.</summary>
    public const string System = "system";

    /// <summary>Writes down who did what to whom, by ids.</summary>
    public void Audit(string actor, string action, string subject, string detail = "") =>
        Newsroom.AuditEntries.Add(new AuditEntry { At = Now, Actor = actor, Action = action, Subject = subject, Detail = detail });

    /// <summary>Ends every open link of a user.</summary>
    public async Task VoidLinksAsync(string userId, CancellationToken cancel)
    {
        foreach (var link in await Newsroom.OneTimeLinks.Where(l => l.UserId == userId && l.EndedAt == null).ToListAsync(cancel))
        {
            link.End(Now);
        }
    }

    /// <summary>Makes a link and voids the older ones.</summary>
    public async Task<IssuedLink> IssueLinkAsync(string userId, Duration life, CancellationToken cancel)
    {
        await VoidLinksAsync(userId, cancel);
        var token = OneTimeToken.Create();
        var link = new OneTimeLink { Id = Guid.NewGuid(), UserId = userId, TokenHash = OneTimeToken.Hash(token), CreatedAt = Now, ExpiresAt = Now + life };
        Newsroom.OneTimeLinks.Add(link);
        return new IssuedLink(userId, token, link.ExpiresAt);
    }

    /// <summary>Takes a user into the newsroom under one role; issues where the address is unusable or taken.</summary>
    public async Task<AccountResult<PortalUser>> CreateAsync(string email, string name, string role)
    {
        var user = new PortalUser { UserName = email, Email = email, DisplayName = name, CreatedAt = Now };
        var made = await Users.CreateAsync(user);
        if (made.Succeeded)
        {
            made = await Users.AddToRoleAsync(user, role);
        }

        return made.Succeeded ? user : new AccountIssue(AccountIssue.Email, "That address is taken.");
    }

    /// <summary>Gives a user one role and ends their sign-ins; false, and nothing changed, for the only enabled administrator.</summary>
    public async Task<bool> ChangeRoleAsync(PortalUser user, string role, string actor, CancellationToken cancel)
    {
        if (await Users.IsInRoleAsync(user, role))
        {
            return true;
        }

        if (role != StaffRoles.Admin && !user.Disabled && !await Newsroom.AnotherAdminAsync(user.Id, cancel))
        {
            return false;
        }

        await Users.RemoveFromRolesAsync(user, await Users.GetRolesAsync(user));
        await Users.AddToRoleAsync(user, role);
        await EndSignInsAsync(user);
        Audit(actor, StaffActions.RoleChanged, user.Id, role);
        return true;
    }

    /// <summary>Switches an account on, with the password it had.</summary>
    public async Task EnableAsync(PortalUser user, string actor)
    {
        if (user.Disabled)
        {
            user.Disabled = false;
            await EndSignInsAsync(user);
            Audit(actor, StaffActions.Enabled, user.Id);
        }
    }

    /// <summary>Sets a password that was checked and hashed before, and ends the user's sign-ins.</summary>
    public Task SetPasswordAsync(PortalUser user, string hash)
    {
        user.PasswordHash = hash;
        return EndSignInsAsync(user);
    }

    /// <summary>Ends every sign-in of a user by a new security stamp.</summary>
    /// <exception cref="InvalidOperationException">The row could not be saved.</exception>
    public async Task EndSignInsAsync(PortalUser user)
    {
        (await Users.UpdateSecurityStampAsync(user)).ThrowIfFailed(user.Id);
        await Newsroom.StaffSessions.Where(s => s.UserId == user.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, Now));
    }

    /// <summary>Ends every sign-in of a user but the one of this secret.</summary>
    public Task EndOtherSignInsAsync(string userId, string secret, CancellationToken cancel)
    {
        var own = OneTimeToken.Hash(secret);
        return Newsroom.StaffSessions.Where(s => s.UserId == userId && s.TokenHash != own && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, Now), cancel);
    }

    /// <summary>
    /// Takes every second factor of a user away, and the password: who knew it could else enrol factors of their own. The sign-ins
    /// end, and a link sets a new password, after which signing in leads to enrolment.
    /// </summary>
    public async Task ResetFactorsAsync(PortalUser user, string actor, CancellationToken cancel)
    {
        (user.SealedCodeKey, user.PasswordHash) = (null, null);
        await Newsroom.UserPasskeys.Where(p => p.UserId == user.Id).ExecuteDeleteAsync(cancel);
        await Newsroom.PasskeyUses.Where(p => p.UserId == user.Id).ExecuteDeleteAsync(cancel);
        await DropSpareCodesAsync(user.Id, cancel);
        await EndSignInsAsync(user);
        Audit(actor, StaffActions.FactorsReset, user.Id);
    }

    /// <summary>Ends a user's recovery codes.</summary>
    public Task DropSpareCodesAsync(string userId, CancellationToken cancel) =>
        Newsroom.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancel);

    /// <summary>What a use of a passkey is kept under.</summary>
    public static string CredentialHash(byte[] id) => Convert.ToHexStringLower(SHA256.HashData(id));
}

/// <summary>Answers of Identity that only a fault of the portal can cause.</summary>
internal static class IdentityFaults
{
    /// <summary>Throws where Identity refused to save.</summary>
    /// <exception cref="InvalidOperationException">The row could not be saved.</exception>
    public static void ThrowIfFailed(this IdentityResult saved, string userId)
    {
        if (!saved.Succeeded)
        {
            throw new InvalidOperationException($"User {userId} could not be saved: {string.Join(", ", saved.Errors.Select(e => e.Code))}.");
        }
    }
}
