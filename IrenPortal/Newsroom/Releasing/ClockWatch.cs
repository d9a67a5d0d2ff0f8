using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>
/// Compares this machine's clock, which shows countdowns and stamps the audit, with the one that decides whether an instant has
/// come: the database's with PostgreSQL. Once a minute; a quarter of a second apart is an alarm.
/// </summary>
public sealed partial class ClockWatch(IDbContextFactory<PublicDbContext> stores, IGateClock gate, TimeProvider time, ILogger<ClockWatch> log)
    : ThreadLoop("clock-watch", TimeSpan.FromMinutes(1))
{
    /// <summary>Clocks this far apart are an alarm.</summary>
    public static readonly Duration Tolerance = Duration.FromMilliseconds(250);

    private const int Tries = 3;
    private long _milliseconds = long.MinValue;

    /// <summary>The deciding clock less this machine's, from the last look; null before the first.</summary>
    public Duration? Difference => Interlocked.Read(ref _milliseconds) is var known and not long.MinValue ? Duration.FromMilliseconds(known) : null;

    /// <summary>The difference while it is an alarm; null otherwise.</summary>
    public Duration? Alarm => Difference is { } apart && (apart >= Tolerance || -apart >= Tolerance) ? apart : null;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancel)
    {
        var apart = await MeasureAsync(cancel);
        Interlocked.Exchange(ref _milliseconds, (long)apart.TotalMilliseconds);
        if (Alarm is not null)
        {
            LogApart(log, (long)apart.TotalMilliseconds);
        }
    }

    /// <inheritdoc />
    protected override void OnFault(Exception fault) => LogFault(log, fault.GetType().Name);

    // Of several answers the one that came soonest tells most (RFC 5905, clock filter); it was made half-way of its journey.
    private async Task<Duration> MeasureAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Database.OpenConnectionAsync(cancel);
        var (best, apart) = (TimeSpan.MaxValue, Duration.Zero);
        for (var i = 0; i < Tries; i++)
        {
            var (sent, stamp) = (time.GetUtcNow(), time.GetTimestamp());
            var decided = await gate.NowAsync(store, cancel);
            var journey = time.GetElapsedTime(stamp);
            if (journey < best)
            {
                (best, apart) = (journey, decided - Instant.FromDateTimeOffset(sent + (journey / 2)));
            }
        }

        return apart;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The clock that decides releases is {Milliseconds} ms ahead of this machine's.")]
    private static partial void LogApart(ILogger logger, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clocks could not be compared: {Fault}.")]
    private static partial void LogFault(ILogger logger, string fault);
}
