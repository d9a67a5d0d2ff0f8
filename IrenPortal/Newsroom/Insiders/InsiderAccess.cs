using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Insiders;

/// <summary>
/// Who may open what: a document that names people is open to them and to administrators, any other to all staff. For everybody
/// else it doesn't exist.
/// </summary>
internal static class InsiderAccess
{
    /// <summary>The documents that a person may open; the portal itself may open all.</summary>
    public static IQueryable<NewsroomDocument> OpenTo(this NewsroomDbContext newsroom, string userId)
    {
        if (userId == StaffGuard.System)
        {
            return newsroom.Documents;
        }

        var admins = newsroom.Roles.Where(r => r.Name == StaffRoles.Admin).Select(r => r.Id);
        return newsroom.Documents.Where(d =>
            !newsroom.DocumentInsiders.Any(i => i.DocumentId == d.Id)
            || newsroom.DocumentInsiders.Any(i => i.DocumentId == d.Id && i.UserId == userId)
            || newsroom.UserRoles.Any(r => r.UserId == userId && admins.Contains(r.RoleId)));
    }

    /// <summary>Whether a document is there and the person may open it.</summary>
    public static Task<bool> MayOpenAsync(this NewsroomDbContext newsroom, string userId, Guid document, CancellationToken cancel) =>
        newsroom.OpenTo(userId).AnyAsync(d => d.Id == document, cancel);
}
