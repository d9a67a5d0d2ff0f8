using System.Runtime.InteropServices;

namespace IrenPortal.Market.EventStudies;

/// <summary>
/// Relative days over which abnormal returns are summed, ends included; day 0 is the event session. Fixed by
/// <c>docs/event-studies.md</c>, so that nobody picks the window that shows most.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EventWindow(int First, int Last)
{
    /// <summary>The first relative day of the estimation window.</summary>
    public const int EstimationFirst = -130;

    /// <summary>The last relative day of the estimation window; it never reaches an event window (MacKinlay 1997, section 2).</summary>
    public const int EstimationLast = -11;

    /// <summary>The last relative day whose abnormal return is reported.</summary>
    public const int LastReported = 10;

    /// <summary>The fewest usable sessions of the estimation window; below it a study is refused.</summary>
    public const int FewestObservations = 100;

    /// <summary>The days whose abnormal returns are reported: -10 to +10.</summary>
    public static EventWindow Reported { get; } = new(-10, LastReported);

    /// <summary>The event session alone.</summary>
    public static EventWindow DayZero { get; } = new(0, 0);

    /// <summary>The window named in advance as the one that counts: -1 to +1.</summary>
    public static EventWindow Primary { get; } = new(-1, 1);

    /// <summary>The windows of every study, in the order in which they are shown.</summary>
    public static IReadOnlyList<EventWindow> Standard { get; } = [DayZero, Primary, new(-5, 5), new(0, 10)];

    /// <summary>How many sessions it spans.</summary>
    public int Length => Last - First + 1;

    /// <summary>As results name it: <c>(-1,1)</c>.</summary>
    public string Name => FormattableString.Invariant($"({First},{Last})");

    /// <summary>Its days, ascending.</summary>
    public IEnumerable<int> Days => Enumerable.Range(First, Length);

    /// <summary>Whether a relative day lies in it.</summary>
    public bool Contains(int day) => day >= First && day <= Last;
}
