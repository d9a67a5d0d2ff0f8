using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace IrenPortal.Ui.Charts;

/// <summary>Where months, or weeks of a short span, begin on an axis of sessions.</summary>
public static class TimeTicks
{
    private const int ShortSpan = 45;

    /// <summary>
    /// The ticks of an axis whose sessions stand at equal distances: the first session of each month (with the year where
    /// it changes, unless a year at most is shown and room is short), of a short span of each week; thinned until the labels keep clear of each other.
    /// </summary>
    /// <param name="dates">The sessions in ascending order.</param>
    /// <param name="width">The width of the axis in pixels.</param>
    public static IReadOnlyList<TimeTick> Of(IReadOnlyList<LocalDate> dates, double width)
    {
        if (dates.Count < 2)
        {
            return [.. dates.Select((d, i) => new TimeTick(i, DayLabel(d)))];
        }

        int[] steps = dates.Count <= ShortSpan ? [1, 2, 4, 8] : [1, 2, 3, 6, 12, 24, 60, 120];
        var withinYear = Period.DaysBetween(dates[0], dates[^1]) <= 370;
        var ticks = steps.SelectMany(step => dates.Count <= ShortSpan ? [Weeks(dates, step)]
            : withinYear ? new[] { Months(dates, step, years: true), Months(dates, step, years: false) } : [Months(dates, step, years: true)]).ToList();
        return ticks.FirstOrDefault(t => Fits(t, dates.Count, width)) ?? ticks[^1];
    }

    private static bool Fits(IReadOnlyList<TimeTick> ticks, int count, double width)
    {
        double At(TimeTick tick) => (tick.Index + 0.5) / count * width;
        return ticks.Zip(ticks.Skip(1)).All(pair => At(pair.First) + TextWidth.Of(pair.First.Label, 14, strong: false) + 12 <= At(pair.Second));
    }

    private static List<TimeTick> Weeks(IReadOnlyList<LocalDate> dates, int step) =>
        Starts(dates, d => WeekYearRules.Iso.GetWeekOfWeekYear(d) + (100 * WeekYearRules.Iso.GetWeekYear(d)))
            .Where((_, n) => n % step == 0)
            .Select(i => new TimeTick(i, DayLabel(dates[i]))).ToList();

    private static List<TimeTick> Months(IReadOnlyList<LocalDate> dates, int step, bool years)
    {
        var year = dates[0].Year;
        var ticks = new List<TimeTick>();
        foreach (var i in Starts(dates, d => MonthOf(d)).Where(i => MonthOf(dates[i]) % step == 0))
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(dates[i].Month);
            ticks.Add(new TimeTick(i, dates[i].Year == year || !years ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {dates[i].Year}")));
            year = dates[i].Year;
        }

        return ticks;
    }

    private static IEnumerable<int> Starts(IReadOnlyList<LocalDate> dates, Func<LocalDate, int> period) =>
        Enumerable.Range(1, dates.Count - 1).Where(i => period(dates[i]) != period(dates[i - 1]));

    private static int MonthOf(LocalDate date) => (date.Year * 12) + date.Month - 1;

    private static string DayLabel(LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(date.Month)}");
}

/// <summary>A tick at a session, by its position in the list, with its label.</summary>
public sealed record TimeTick(int Index, string Label);
