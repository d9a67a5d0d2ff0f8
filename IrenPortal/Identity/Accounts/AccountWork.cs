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
        var saved = await Users.UpdateSecurityStampAsync(user);
        if (!saved.Succeeded)
        {
            throw new InvalidOperationException($"User {user.Id} could not be saved: {string.Join(", ", saved.Errors.Select(e => e.Code))}.");
        }
    }
}
