using System.Runtime.InteropServices;

namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>
/// The average path of many announcements over the reported days. Every event of it has all days, so that N is the same
/// from end to end.
/// </summary>
/// <param name="Events">N.</param>
/// <param name="Points">A point a day, ascending; empty without events.</param>
public sealed record PanelPath(int Events, IReadOnlyList<PanelPathPoint> Points);

/// <summary>A day of an average path.</summary>
/// <param name="Day">Sessions from day 0.</param>
/// <param name="Mean">CAAR from the first reported day to this one.</param>
/// <param name="Error">Its standard error by how far the events lie apart; null under two events.</param>
/// <param name="Events">N.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PanelPathPoint(int Day, double Mean, double? Error, int Events)
{
    /// <summary>The cross-sectional interval, by Student's t with N - 1; null under two events.</summary>
    public (double Low, double High)? Interval(double coverage = 0.95) => Tails.Interval(Mean, Error, Events - 1, coverage);
}
