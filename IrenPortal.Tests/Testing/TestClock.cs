using NodaTime;

namespace IrenPortal.Tests.Testing;

/// <summary>A clock that stands until a test moves it. Timers and delays made from it run in real time.</summary>
public sealed class TestClock(Instant start) : TimeProvider
{
    private long _ticks = start.ToUnixTimeTicks();

    /// <summary>What the clock shows.</summary>
    public Instant Now
    {
        get => Instant.FromUnixTimeTicks(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.ToUnixTimeTicks());
    }

    /// <summary>Moves the clock on.</summary>
    public void Advance(Duration by) => Now += by;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
