using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Identity.Accounts;

/// <summary>Somebody asked for what they may not do (any more).</summary>
public sealed class StaffRefusedException() : Exception("The account may not do this.");

/// <summary>The check that every staff command makes inside its own transaction.</summary>
public static class StaffCheck
{
    /// <summary>Loads the acting person again.</summary>
    /// <param name="newsroom">The context whose transaction is open.</param>
    /// <param name="userId">Who acts.</param>
    /// <param name="role">The role that the command needs; null for either.</param>
    /// <exception cref="StaffRefusedException">The account is gone, disabled or of another role.</exception>
    public static async Task<PortalUser> RequireStaffAsync(this NewsroomDbContext newsroom, string userId, string? role, CancellationToken cancel)
    {
        var roles = newsroom.Roles.Where(r => role == null || r.Name == role).Select(r => r.Id);
        return await newsroom.Users.AsNoTracking()
            .Where(u => u.Id == userId && !u.Disabled)
            .Where(u => newsroom.UserRoles.Any(r => r.UserId == u.Id && roles.Contains(r.RoleId)))
            .SingleOrDefaultAsync(cancel) ?? throw new StaffRefusedException();
    }

    /// <summary>True while an enabled administrator other than this one exists.</summary>
    internal static Task<bool> AnotherAdminAsync(this NewsroomDbContext newsroom, string userId, CancellationToken cancel) =>
        newsroom.UserRoles
            .Join(newsroom.Roles.Where(r => r.Name == StaffRoles.Admin), u => u.RoleId, r => r.Id, (u, _) => u.UserId)
            .Join(newsroom.Users.Where(u => !u.Disabled && u.Id != userId), id => id, u => u.Id, (id, _) => id)
            .AnyAsync(cancel);
}
