using NodaTime;

namespace IrenPortal.Market.Calendar;

/// <summary>
/// Days on which Nasdaq and NYSE did what no rule gives. A new one is a new line here. Source: NYSE holiday and closing
/// announcements, as kept by pandas_market_calendars (MIT).
/// </summary>
internal static class UsEquityExceptions
{
    /// <summary>Full-day closures, ascending.</summary>
    public static IReadOnlyList<Closure> ClosedDays { get; } =
    [
        .. new LocalDate[] { new(2001, 9, 11), new(2001, 9, 12), new(2001, 9, 13), new(2001, 9, 14) }.Select(d => new Closure(d, "attacks of September 11")),
        new(new(2004, 6, 11), "mourning for President Reagan"),
        new(new(2007, 1, 2), "mourning for President Ford"),
        new(new(2012, 10, 29), "Hurricane Sandy"),
        new(new(2012, 10, 30), "Hurricane Sandy"),
        new(new(2018, 12, 5), "mourning for President George H. W. Bush"),
        new(new(2025, 1, 9), "mourning for President Carter"),
    ];

    /// <summary>13:00 closes, ascending.</summary>
    public static IReadOnlyList<LocalDate> EarlyCloses { get; } =
    [
        // Eve of the year 2000.
        new(1999, 12, 31),
        // Until 2013 a Thursday July 4 shortened the Friday after it, not the Wednesday before.
        new(2002, 7, 5),
        // The Friday after a Thursday Christmas; not repeated in 2008.
        new(2003, 12, 26),
    ];

    /// <summary>Full sessions where the rule gives a 13:00 close.</summary>
    public static IReadOnlyList<LocalDate> FullSessions { get; } = [new(2002, 7, 3)];
}
