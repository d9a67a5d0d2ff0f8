using NodaTime;

namespace IrenPortal.Market.Calendar;

/// <summary>Days on which Nasdaq and NYSE stayed shut although no rule says so. A new one is a new line here.</summary>
internal static class UnscheduledClosures
{
    /// <summary>The dates, ascending.</summary>
    public static IReadOnlyList<LocalDate> UsEquities { get; } =
    [
        // Attacks of September 11.
        new(2001, 9, 11), new(2001, 9, 12), new(2001, 9, 13), new(2001, 9, 14),
        // Mourning for President Reagan.
        new(2004, 6, 11),
        // Mourning for President Ford.
        new(2007, 1, 2),
        // Hurricane Sandy.
        new(2012, 10, 29), new(2012, 10, 30),
        // Mourning for President George H. W. Bush.
        new(2018, 12, 5),
        // Mourning for President Carter.
        new(2025, 1, 9),
    ];
}
