using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom;

/// <summary>Asks again, inside a command's transaction, whether somebody may act: a hidden button is no control.</summary>
public static class StaffGuard
{
    /// <summary>The actor of imports and of the release loop.</summary>
    public const string System = "system";

    /// <summary>Refuses who is unknown, disabled or in no role of the staff.</summary>
    /// <exception cref="UnauthorizedAccessException">The person may not act.</exception>
    public static async Task RequireStaffAsync(NewsroomDbContext newsroom, string userId, CancellationToken cancel)
    {
        if (userId == System)
        {
            return;
        }

        var may = await newsroom.Users.AnyAsync(u => u.Id == userId && !u.Disabled && newsroom.UserRoles.Any(r => r.UserId == u.Id), cancel);
        if (!may)
        {
            throw new UnauthorizedAccessException("This account may not act in the newsroom.");
        }
    }
}
