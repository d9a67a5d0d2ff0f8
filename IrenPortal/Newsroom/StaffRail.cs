using System.Security.Claims;
using IrenPortal.Identity;
using IrenPortal.Ui;

namespace IrenPortal.Newsroom;

/// <summary>The places of the newsroom.</summary>
internal static class StaffRail
{
    private static readonly RailItem[] Everybody = [new(StaffAddresses.Home, "Queue")];
    private static readonly RailItem[] Admins = [.. Everybody, new("/admin/users", "Users")];

    /// <summary>Those that a person may go to, in the order of the rail.</summary>
    public static IReadOnlyList<RailItem> For(ClaimsPrincipal person) => person.IsAdmin() ? Admins : Everybody;
}
