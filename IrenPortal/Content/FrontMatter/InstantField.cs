using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content.FrontMatter;

/// <summary>Instants as people write them: with an offset, or as local time of a named zone.</summary>
internal static partial class InstantField
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFF");
    private static readonly LocalDateTimePattern LocalShort = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly InstantPattern Canonical = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFF'Z'");

    /// <summary>The canonical form: UTC with Z, milliseconds only where there are any.</summary>
    public static string Write(Instant instant) => Canonical.Format(instant);

    /// <summary>The instant that a text means; else null and what is wrong.</summary>
    /// <param name="text">The field's value.</param>
    /// <param name="zone">The zone that the file names; null where it names none.</param>
    /// <param name="fault">What is wrong and what to write instead, to follow the field's name.</param>
    public static Instant? Read(string text, DateTimeZone? zone, out string? fault)
    {
        fault = null;
        var match = Shape().Match(text);
        if (!match.Success)
        {
            fault = $"is `{FieldReader.Shown(text)}`: write date, time and offset, such as 2025-11-03T07:00:00-05:00 or 2025-11-03T12:00:00Z, at most in milliseconds";
            return null;
        }

        var written = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}";
        var parsed = (match.Groups["seconds"].Success ? Local : LocalShort).Parse(written);
        if (!parsed.Success)
        {
            fault = $"is `{text}`, which no calendar or clock has: write a date and a time of day that exist";
            return null;
        }

        var local = parsed.Value;
        var offsetText = match.Groups["offset"].Value;
        return offsetText switch
        {
            "" when zone is null => Refuse($"is `{text}`, a time without an offset or a zone: write 2025-11-03T07:00:00-05:00, or add `zone: America/New_York`", out fault),
            "" => InZone(local, zone, out fault),
            "Z" => local.InUtc().ToInstant(),
            _ => AtOffset(local, offsetText, zone, out fault),
        };
    }

    private static Instant? InZone(LocalDateTime local, DateTimeZone zone, out string? fault)
    {
        var map = zone.MapLocal(local);
        fault = map.Count switch
        {
            1 => null,
            0 => $"is `{Show(local)}`, which does not exist in {zone.Id}: the clocks go forward there; write "
                + $"{Show(local, map.LateInterval.WallOffset, zone)} or {Show(local, map.EarlyInterval.WallOffset, zone)}",
            _ => $"is `{Show(local)}`, which exists twice in {zone.Id}: the clocks go back there; write "
                + $"{Show(local, map.EarlyInterval.WallOffset, zone)} or {Show(local, map.LateInterval.WallOffset, zone)}",
        };
        return fault is null ? map.Single().ToInstant() : null;
    }

    private static Instant? AtOffset(LocalDateTime local, string offsetText, DateTimeZone? zone, out string? fault)
    {
        fault = null;
        var offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm").Parse(offsetText);
        if (!offset.Success)
        {
            return Refuse($"has the offset {offsetText}, which no zone has: write one such as -05:00", out fault);
        }

        var instant = local.WithOffset(offset.Value).ToInstant();
        var actual = zone?.GetUtcOffset(instant) ?? offset.Value;
        return actual == offset.Value
            ? instant
            : Refuse($"has the offset {offsetText}, but {zone!.Id} is at {Show(actual)} then: correct the offset or leave `zone` out", out fault);
    }

    private static Instant? Refuse(string message, out string? fault)
    {
        fault = message;
        return null;
    }

    // A local time in a gap, read at the offset of either side, is shown as the clock on the other side shows it.
    private static string Show(LocalDateTime local, Offset read, DateTimeZone zone)
    {
        var shown = local.WithOffset(read).ToInstant().InZone(zone);
        return Show(shown.LocalDateTime) + Show(shown.Offset);
    }

    private static string Show(LocalDateTime local) => Local.Format(local);

    private static string Show(Offset offset) => offset.ToString("+HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?<time>[0-9]{2}:[0-9]{2}(?<seconds>:[0-9]{2}(\.[0-9]{1,3})?)?)(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
