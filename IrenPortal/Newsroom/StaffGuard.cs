using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using IrenPortal.Newsroom.Insiders;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom;

/// <summary>Asks again, inside a command's transaction, whether somebody may act: a hidden button is no control.</summary>
public static class StaffGuard
{
    /// <summary>The actor of imports and of the release loop.</summary>
    public const string System = "system";

    /// <summary>What somebody is told whose command met another one on the same document.</summary>
    public const string ChangedMeanwhile = "Somebody else changed it in this very moment: reload the page and look again.";

    /// <summary>Refuses who is unknown, disabled or in no role of the staff.</summary>
    /// <exception cref="StaffRefusedException">The person may not act.</exception>
    public static Task RequireStaffAsync(NewsroomDbContext newsroom, string userId, CancellationToken cancel) =>
        userId == System ? Task.CompletedTask : newsroom.RequireStaffAsync(userId, role: null, cancel);

    /// <summary>Refuses besides who may not open the document that the command is about; one that isn't there is the command's affair.</summary>
    /// <exception cref="StaffRefusedException">The person may not act, or not on this.</exception>
    public static async Task RequireStaffAsync(NewsroomDbContext newsroom, string userId, Guid document, CancellationToken cancel)
    {
        await RequireStaffAsync(newsroom, userId, cancel);
        if (!await newsroom.MayOpenAsync(userId, document, cancel) && await newsroom.DocumentInsiders.AnyAsync(i => i.DocumentId == document, cancel))
        {
            throw new StaffRefusedException();
        }
    }
}
