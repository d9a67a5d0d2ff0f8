using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Ui.Formats;

public static partial class Format
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");
    private static readonly LocalDatePattern DayMonthPattern = LocalDatePattern.CreateWithInvariantCulture("d MMM");
    private static readonly LocalDatePattern WeekdayPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");
    private static readonly LocalTimePattern ClockPattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A day: <c>3 Nov 2025</c>.</summary>
    public static string Date(LocalDate date) => DayPattern.Format(date);

    /// <summary>A day of a year that is already said: <c>8 May</c>.</summary>
    public static string DayMonth(LocalDate date) => DayMonthPattern.Format(date);

    /// <summary>A day with its weekday: <c>Mon 3 Nov 2025</c>.</summary>
    public static string Weekday(LocalDate date) => WeekdayPattern.Format(date);

    /// <summary>A time of day: <c>06:30</c>.</summary>
    public static string Clock(LocalTime time) => ClockPattern.Format(time);

    /// <summary>An instant in a zone: <c>3 Nov 2025, 06:30 ET</c>.</summary>
    public static string Moment(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return $"{Date(local.Date)}, {Clock(local.TimeOfDay)} {ZoneName(zone)}";
    }

    /// <summary>The time of an instant in a zone: <c>06:30 ET</c>.</summary>
    public static string Time(Instant instant, DateTimeZone zone) =>
        $"{Clock(instant.InZone(zone).TimeOfDay)} {ZoneName(zone)}";

    /// <summary>
    /// An instant in UTC, beside its local reading: <c>11:30 UTC</c>, and with its day where that is another one:
    /// <c>4 Nov 2025, 01:15 UTC</c>.
    /// </summary>
    public static string UtcBeside(Instant instant, DateTimeZone zone) =>
        instant.InUtc().Date == instant.InZone(zone).Date ? Time(instant, DateTimeZone.Utc) : Moment(instant, DateTimeZone.Utc);

    /// <summary>What readers call a zone: New York is <c>ET</c>, others go by the last part of their name.</summary>
    public static string ZoneName(DateTimeZone zone) => zone.Id switch
    {
        "America/New_York" or "US/Eastern" => "ET",
        "UTC" or "Etc/UTC" => "UTC",
        var id => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ') + " time",
    };

    /// <summary>An instant for machines, as in a <c>time</c> element: <c>2025-11-03T11:30:00Z</c>.</summary>
    public static string Machine(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>A day for machines: <c>2025-11-03</c>.</summary>
    public static string Machine(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>How long something took, as exactly as matters: <c>180 ms</c>, <c>4.2 s</c>, <c>3 min</c>, <c>2 h</c>, <c>5 days</c>.</summary>
    public static string Span(Duration span) => span switch
    {
        _ when span < Duration.FromSeconds(1) => Count((long)span.TotalMilliseconds) + "\u00a0ms",
        _ when span < Duration.FromMinutes(1) => span.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + "\u00a0s",
        _ when span < Duration.FromHours(1) => Count((long)span.TotalMinutes) + "\u00a0min",
        _ when span < Duration.FromDays(2) => Count((long)span.TotalHours) + "\u00a0h",
        _ => Count((long)span.TotalDays) + "\u00a0days",
    };

    /// <summary>A year: <c>2025</c>.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
