using System.Security.Claims;
using IrenPortal.Identity;
using IrenPortal.Ui;

namespace IrenPortal.Newsroom;

/// <summary>The places of the newsroom.</summary>
internal static class StaffRail
{
    private static readonly RailItem[] Desks =
        [new("/admin/contracts", "Contracts"), new("/admin/pages", "Pages")];

    /// <summary>Those that a person may go to, in the order of the rail.</summary>
    /// <param name="person">Who is signed in.</param>
    /// <param name="openItems">How many documents are being worked on; null where that is not said.</param>
    /// <param name="narrow">True for the slim rail, which has no room for long names.</param>
    public static IReadOnlyList<RailItem> For(ClaimsPrincipal person, int? openItems = null, bool narrow = false)
    {
        RailItem[] everybody = [new(StaffAddresses.Home, "Queue", openItems), new("/admin/announcements", narrow ? "News" : "Announcements"), .. Desks];
        return person.IsAdmin() ? [.. everybody, new("/admin/users", "Users")] : everybody;
    }
}
