using System.Security.Claims;
using IrenPortal.Identity;
using IrenPortal.Ui;

namespace IrenPortal.Newsroom;

/// <summary>The places of the newsroom.</summary>
internal static class StaffRail
{
    private static readonly RailItem[] Desks =
        [new("/admin/announcements", "Announcements"), new("/admin/contracts", "Contracts"), new("/admin/pages", "Pages")];

    /// <summary>Those that a person may go to, in the order of the rail.</summary>
    /// <param name="person">Who is signed in.</param>
    /// <param name="openItems">How many documents are being worked on; null where that is not said.</param>
    public static IReadOnlyList<RailItem> For(ClaimsPrincipal person, int? openItems = null)
    {
        RailItem[] everybody = [new(StaffAddresses.Home, "Queue", openItems), .. Desks];
        return person.IsAdmin() ? [.. everybody, new("/admin/users", "Users")] : everybody;
    }
}
