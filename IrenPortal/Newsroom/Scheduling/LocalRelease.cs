using System.Globalization;
using IrenPortal.Ui.Formats;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Newsroom.Scheduling;

/// <summary>A date and time on a zone's clock as the instant that it names, or the nearest instants where it names none or two.</summary>
/// <param name="At">The instant; null where the clock shows this time never or twice that day.</param>
/// <param name="Fault">Why there is no instant; empty where there is.</param>
/// <param name="Nearest">Valid instants to choose from: before and after the gap, or the first and the second time.</param>
public sealed record LocalRelease(Instant? At, string Fault, IReadOnlyList<OffsetDateTime> Nearest)
{
    /// <summary>An instant with its offset as the content format writes it, hours and minutes.</summary>
    public static OffsetDateTimePattern Pattern { get; } = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    /// <summary>Hours and minutes as a person types them, <c>6:30</c> or <c>06:30</c>.</summary>
    public static LocalTimePattern Typed { get; } = LocalTimePattern.CreateWithInvariantCulture("H':'mm");

    /// <summary>Reads a local time. A time that does not exist or exists twice is refused, never guessed.</summary>
    public static LocalRelease Of(LocalDateTime local, DateTimeZone zone)
    {
        var map = zone.MapLocal(local);
        return map.Count switch
        {
            1 => new LocalRelease(map.Single().ToInstant(), "", []),
            0 => new LocalRelease(
                null,
                $"The clocks of {zone.Id} are put forward over this time: it does not exist that day. Choose the last minute before or the first after.",
                [InZone(LastMinuteBefore(map.LateInterval.Start), zone), InZone(map.LateInterval.Start, zone)]),
            _ => new LocalRelease(
                null,
                $"The clocks of {zone.Id} are put back over this time: it comes twice that day. Choose the first or the second.",
                [map.First().ToOffsetDateTime(), map.Last().ToOffsetDateTime()]),
        };
    }

    /// <summary>An instant with its offset as staff read it: <c>30 Nov 2026, 06:30 at UTC-05:00</c>.</summary>
    public static string InWords(OffsetDateTime at) =>
        $"{Format.Date(at.Date)}, {Format.Clock(at.TimeOfDay)} at UTC{at.Offset.ToString("+HH:mm", CultureInfo.InvariantCulture)}";

    // A change within a minute, as some zones had, still leaves the whole minute before it.
    private static Instant LastMinuteBefore(Instant change) =>
        Instant.FromUnixTimeSeconds((long)Math.Floor((change.ToUnixTimeSeconds() - 1) / 60d) * 60);

    private static OffsetDateTime InZone(Instant at, DateTimeZone zone) => at.InZone(zone).ToOffsetDateTime();
}
