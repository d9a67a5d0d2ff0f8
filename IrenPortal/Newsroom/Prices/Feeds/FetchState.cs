using NodaTime;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>Whether a source is asked.</summary>
public enum BreakerState
{
    /// <summary>As planned.</summary>
    Closed = 1,

    /// <summary>It failed too often: not before the pause is over.</summary>
    Open = 2,

    /// <summary>The pause is over: asked once, and again as planned when that works.</summary>
    HalfOpen = 3,
}

/// <summary>
/// What a source's failures lead to: retries with a growing pause, then a breaker that leaves it alone for a while. Immutable;
/// time and chance are parameters.
/// </summary>
/// <param name="Next">When it is asked next.</param>
/// <param name="Failures">How often it has failed in a row.</param>
/// <param name="Breaker">Whether it is asked.</param>
public sealed record FetchState(Instant Next, int Failures, BreakerState Breaker)
{
    /// <summary>Failures in a row at which the breaker opens.</summary>
    public const int MostFailures = 5;

    /// <summary>The pause after the first failure; it doubles with each.</summary>
    public static readonly Duration FirstPause = Duration.FromMinutes(1);

    /// <summary>How long an open breaker leaves the source alone.</summary>
    public static readonly Duration OpenPause = Duration.FromMinutes(60);

    /// <summary>A source that has never been asked is asked at once.</summary>
    public static FetchState Start(Instant now) => new(now, 0, BreakerState.Closed);

    /// <summary>True when it is to be asked.</summary>
    public bool IsDue(Instant now) => now >= Next;

    /// <summary>Asks it now, whatever was planned.</summary>
    public FetchState Hurried(Instant now) => this with { Next = now };

    /// <summary>It is being asked.</summary>
    public FetchState Begun() => Breaker is BreakerState.Open ? this with { Breaker = BreakerState.HalfOpen } : this;

    /// <summary>It worked.</summary>
    public static FetchState Succeeded(Instant next) => new(next, 0, BreakerState.Closed);

    /// <summary>It failed.</summary>
    /// <param name="now">When.</param>
    /// <param name="chance">From 0 to 1: pauses are a half to the whole of their length, so that many portals don't ask together.</param>
    public FetchState Failed(Instant now, double chance)
    {
        var failures = Failures + 1;
        var opens = failures >= MostFailures;
        var pause = opens ? OpenPause : FirstPause * (1 << (failures - 1));
        var wait = Duration.FromMilliseconds((long)(pause.TotalMilliseconds * (0.5 + (chance / 2))));
        return new FetchState(now + wait, failures, opens ? BreakerState.Open : BreakerState.Closed);
    }
}
