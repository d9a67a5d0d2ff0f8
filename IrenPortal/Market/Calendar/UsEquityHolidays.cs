using NodaTime;

namespace IrenPortal.Market.Calendar;

/// <summary>
/// The scheduled full-day closures and 13:00 closes of Nasdaq and NYSE as rules, valid from 1998, the first year with
/// Martin Luther King Day. Source: NYSE Group holiday announcements of 2024-11-08 and 2025-12-23.
/// </summary>
internal static class UsEquityHolidays
{
    private const int FirstJuneteenth = 2022;

    /// <summary>The scheduled full-day closures of one year, on the dates on which they are observed.</summary>
    public static IEnumerable<Closure> ClosedDays(int year)
    {
        // New Year's Day on a Saturday is not observed at all: December 31 belongs to the old year's books.
        var newYear = new LocalDate(year, 1, 1);
        if (newYear.DayOfWeek != IsoDayOfWeek.Saturday)
        {
            yield return new(Observed(newYear), "New Year’s Day");
        }

        yield return new(Nth(3, IsoDayOfWeek.Monday, year, 1), "Martin Luther King Day");
        yield return new(Nth(3, IsoDayOfWeek.Monday, year, 2), "Washington’s Birthday");
        yield return new(EasterSunday(year).PlusDays(-2), "Good Friday");
        yield return new(new LocalDate(year, 5, 31).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)), "Memorial Day");
        if (year >= FirstJuneteenth)
        {
            yield return new(Observed(new LocalDate(year, 6, 19)), "Juneteenth");
        }

        yield return new(Observed(new LocalDate(year, 7, 4)), "Independence Day");
        yield return new(Nth(1, IsoDayOfWeek.Monday, year, 9), "Labor Day");
        yield return new(Thanksgiving(year), "Thanksgiving Day");
        yield return new(Observed(new LocalDate(year, 12, 25)), "Christmas Day");
    }

    /// <summary>The scheduled 13:00 closes of one year.</summary>
    public static IEnumerable<LocalDate> EarlyCloses(int year)
    {
        var beforeIndependenceDay = new LocalDate(year, 7, 3);
        if (IsMondayToThursday(beforeIndependenceDay))
        {
            yield return beforeIndependenceDay;
        }

        yield return Thanksgiving(year).PlusDays(1);
        var christmasEve = new LocalDate(year, 12, 24);
        if (IsMondayToThursday(christmasEve))
        {
            yield return christmasEve;
        }
    }

    private static LocalDate Thanksgiving(int year) => Nth(4, IsoDayOfWeek.Thursday, year, 11);

    private static LocalDate Nth(int n, IsoDayOfWeek day, int year, int month) =>
        new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(day)).PlusWeeks(n - 1);

    private static LocalDate Observed(LocalDate holiday) => holiday.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => holiday.PlusDays(-1),
        IsoDayOfWeek.Sunday => holiday.PlusDays(1),
        _ => holiday,
    };

    private static bool IsMondayToThursday(LocalDate date) => date.DayOfWeek <= IsoDayOfWeek.Thursday;

    // The anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
    private static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = (year / 100, year % 100);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var lateMoon = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * lateMoon) + 114;
        return new LocalDate(year, days / 31, (days % 31) + 1);
    }
}
