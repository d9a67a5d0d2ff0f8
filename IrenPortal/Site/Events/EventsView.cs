using IrenPortal.Site.Layout;

namespace IrenPortal.Site.Events;

/// <summary>The calendar.</summary>
/// <param name="Chrome">What stands around the content.</param>
/// <param name="Upcoming">Events that have not begun, the next one first.</param>
/// <param name="Past">Events that have, the newest first.</param>
public sealed record EventsView(SiteChrome Chrome, IReadOnlyList<EventView> Upcoming, IReadOnlyList<EventView> Past);
