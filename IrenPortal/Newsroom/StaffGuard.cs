using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;

namespace IrenPortal.Newsroom;

/// <summary>Asks again, inside a command's transaction, whether somebody may act: a hidden button is no control.</summary>
public static class StaffGuard
{
    /// <summary>The actor of imports and of the release loop.</summary>
    public const string System = "system";

    /// <summary>Refuses who is unknown, disabled or in no role of the staff.</summary>
    /// <exception cref="StaffRefusedException">The person may not act.</exception>
    public static Task RequireStaffAsync(NewsroomDbContext newsroom, string userId, CancellationToken cancel) =>
        userId == System ? Task.CompletedTask : newsroom.RequireStaffAsync(userId, role: null, cancel);
}
