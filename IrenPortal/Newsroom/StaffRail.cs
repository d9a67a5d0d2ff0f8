using IrenPortal.Identity;
using IrenPortal.Newsroom.Audit;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Newsroom.Help;
using IrenPortal.Newsroom.Subscribers;
using IrenPortal.Ui;

namespace IrenPortal.Newsroom;

/// <summary>The places of the newsroom.</summary>
internal static class StaffRail
{
    private static readonly RailItem[] Desks =
        [new("/admin/contracts", "Contracts"), new("/admin/pages", "Pages"), new("/admin/events", "Events")];

    /// <summary>Those that a person may go to, in the order of the rail.</summary>
    /// <param name="frame">Who is signed in, and how much waits.</param>
    /// <param name="narrow">True for the slim rail, which has no room for long names.</param>
    public static IReadOnlyList<RailItem> For(StaffFrame frame, bool narrow = false)
    {
        RailItem[] everybody =
        [
            new(StaffAddresses.Home, "Queue", frame.OpenItems), new("/admin/announcements", narrow ? "News" : "Announcements"), .. Desks,
            new("/admin/market", narrow ? "Market" : "Market data", frame.WaitingPrices > 0 ? frame.WaitingPrices : null),
            new(SubscribersEndpoints.Href, narrow ? "Mail" : "Subscribers"),
            new(AuditQuery.Home, "Audit"),
        ];
        var help = new RailItem(HelpEndpoints.Href, "Help");
        return frame.Person.IsAdmin() ? [.. everybody, new("/admin/users", "Users"), help] : [.. everybody, help];
    }
}
