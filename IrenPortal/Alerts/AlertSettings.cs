using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Alerts;

/// <summary>What <c>Alerts:*</c> says, checked once at the start.</summary>
/// <param name="DigestAt">When the day's digest goes out, in the company's zone.</param>
public sealed record AlertSettings(LocalTime DigestAt)
{
    private const string DigestKey = "Alerts:DigestAt";
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">A value can't be used; the message is one line that names its key.</exception>
    public static AlertSettings From(IConfiguration configuration) => new(
        configuration[DigestKey] is not { } value ? new LocalTime(18, 0)
        : Clock.Parse(value) is { Success: true, Value: var time } ? time
        : throw new FormatException($"{DigestKey}: '{value}' is no time of day; write hours and minutes such as 18:00"));
}
