using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Hosting;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Site.Stock;

/// <summary>Days as people write them: <c>2025-11-03</c>, as browsers send it, and <c>3 Nov 2025</c>, as the site prints it.</summary>
public static partial class DateEntry
{
    private const int LongestEcho = 30;

    private static readonly LocalDatePattern[] Patterns =
    [
        LocalDatePattern.CreateWithInvariantCulture("uuuu-M-d"),
        LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu"),
    ];

    /// <summary>Reads a field; what is no day of the years 1 to 9999 comes back with a sentence.</summary>
    public static FieldEntry<LocalDate> Read(QueryFields fields, string name)
    {
        if (fields.Text(name) is not { } text)
        {
            return FieldEntry.Empty<LocalDate>();
        }

        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(text).TryGetValue(default, out var date) && date.Year is > 0 and < 10_000)
            {
                return new FieldEntry<LocalDate>(date, LocalDatePattern.Iso.Format(date));
            }
        }

        var echo = text.Length <= LongestEcho ? text : text[..LongestEcho];
        return new FieldEntry<LocalDate>(null, echo, MonthOf(text) is { } month
            ? $"{month.ToString("MMMM uuuu", CultureInfo.InvariantCulture)} has {month.Calendar.GetDaysInMonth(month.Year, month.Month).ToString(CultureInfo.InvariantCulture)} days. Choose one of them."
            : $"“{echo}” is no day. Write it as 2025-11-03 or 3 Nov 2025.");
    }

    // The month of a day that a month could have had, such as 30 February.
    private static YearMonth? MonthOf(string text)
    {
        var parts = NumberedDay().Match(text);
        return parts.Success && int.Parse(parts.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) is > 0 and <= 12 and var month
            && int.Parse(parts.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) is > 0 and var year
                ? new YearMonth(year, month)
                : null;
    }

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(29|30|31)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex NumberedDay();
}
