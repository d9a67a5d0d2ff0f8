using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Data;

/// <summary>
/// How values are stored, so that both databases answer alike: instants in whole milliseconds (INTEGER on SQLite,
/// timestamptz on PostgreSQL), dates as ISO text, text compared by code point.
/// </summary>
internal static class StoredTypes
{
    public static void Sqlite(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<InstantAsMilliseconds>();
        conventions.Properties<DateTimeOffset>().HaveConversion<OffsetAsMilliseconds>();
        conventions.Properties<LocalDate>().HaveConversion<DateAsText>();
    }

    public static void Postgres(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<InstantAsTimestamp>();
        conventions.Properties<DateTimeOffset>().HaveConversion<OffsetAsTimestamp>();
        conventions.Properties<LocalDate>().HaveConversion<DateAsText>().UseCollation("C");
        conventions.Properties<string>().UseCollation("C");
    }

    /// <summary>Cuts an instant to the millisecond, as the stores keep it.</summary>
    public static Instant ToMilliseconds(this Instant instant) =>
        Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    /// <summary>Now, cut to the millisecond: finer parts would be lost in a store and must not be hashed or compared before.</summary>
    public static Instant StoredNow(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow()).ToMilliseconds();

    private sealed class InstantAsMilliseconds() : ValueConverter<Instant, long>(
        i => i.ToUnixTimeMilliseconds(), ms => Instant.FromUnixTimeMilliseconds(ms));

    private sealed class OffsetAsMilliseconds() : ValueConverter<DateTimeOffset, long>(
        d => d.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));

    private sealed class InstantAsTimestamp() : ValueConverter<Instant, DateTimeOffset>(
        i => DateTimeOffset.FromUnixTimeMilliseconds(i.ToUnixTimeMilliseconds()), d => Instant.FromUnixTimeMilliseconds(d.ToUnixTimeMilliseconds()));

    private sealed class OffsetAsTimestamp() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        d => DateTimeOffset.FromUnixTimeMilliseconds(d.ToUnixTimeMilliseconds()), d => d.ToUniversalTime());

    private sealed class DateAsText() : ValueConverter<LocalDate, string>(
        d => LocalDatePattern.Iso.Format(d), s => LocalDatePattern.Iso.Parse(s).Value);
}
