using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Market.Calendar;

/// <summary>
/// Reads an ISO 8601 instant that carries its offset from UTC. One without is an input error, never "probably New York".
/// </summary>
public static class InstantText
{
    private const string Example = "write for example 2025-11-03T06:30:00-05:00, or the same in UTC, 2025-11-03T11:30:00Z";

    private static readonly IPattern<OffsetDateTime> WithOffset = new CompositePatternBuilder<OffsetDateTime>
    {
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>"), _ => true },
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"), _ => false },
    }.Build();

    private static readonly IPattern<LocalDateTime> WithoutOffset = new CompositePatternBuilder<LocalDateTime>
    {
        { LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF"), _ => true },
        { LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"), _ => false },
    }.Build();

    /// <summary>
    /// Reads an instant with its offset; when it cannot, <paramref name="problem"/> is a sentence that says what is wrong and
    /// what to write instead.
    /// </summary>
    public static bool TryParse(string text, out OffsetDateTime value, out string problem)
    {
        var parsed = WithOffset.Parse(text);
        if (parsed.TryGetValue(default, out value) && value.Year is >= 1 and < 9999)
        {
            problem = "";
            return true;
        }

        problem = (WithoutOffset.Parse(text).Success, LocalDatePattern.Iso.Parse(text).Success) switch
        {
            (true, _) => $"'{text}' has no offset from UTC, so it names no instant; {Example}",
            (_, true) => $"'{text}' is a date without a time of day; {Example}",
            _ => $"'{text}' is not an instant; {Example}",
        };
        return false;
    }
}
