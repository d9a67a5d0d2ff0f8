using NodaTime;

namespace IrenPortal.Market.Reactions;

/// <summary>How much of a reaction the prices can tell.</summary>
public enum ReactionState
{
    /// <summary>Day 0 and every later session of the window have come.</summary>
    Complete,

    /// <summary>Day 0 has traded, the end of the window is still to come.</summary>
    Partial,

    /// <summary>Day 0 comes after the newest bar.</summary>
    NotTradedYet,

    /// <summary>There are no prices for day 0: it comes before the first bar, or its session is missing.</summary>
    NoPrices,
}

/// <summary>
/// What the share did around an announcement: the raw move, with no model. Moves are fractions (0.115 is +11.5 %), prices
/// are in the firm's currency and in shares of day 0.
/// </summary>
/// <param name="State">How much of the reaction is known.</param>
/// <param name="Session">Day 0: the first session that could react.</param>
/// <param name="PreviousSession">The session before day 0; null where the calendar begins.</param>
/// <param name="TimeUnknown">Only the date is known: day 0 must not be shown without <paramref name="ThreeSessions"/>.</param>
/// <param name="EarlyClose">Day 0 closed at 13:00, so its volume is low for that reason alone.</param>
/// <param name="PricesAsOf">The session of the firm's newest bar; null when there is none.</param>
/// <param name="Day0">The figures of day 0; null unless it has traded.</param>
/// <param name="TwoSessions">The move over day 0 and the session after it.</param>
/// <param name="ThreeSessions">The move over days -1 to +1.</param>
/// <param name="Window">Days -10 to +10, ascending, also those not yet traded.</param>
/// <param name="OtherReleases">Other announcements in the window, by their day.</param>
public sealed record Reaction(
    ReactionState State,
    LocalDate Session,
    LocalDate? PreviousSession,
    bool TimeUnknown,
    bool EarlyClose,
    LocalDate? PricesAsOf,
    EventDay? Day0,
    RangeMove TwoSessions,
    RangeMove ThreeSessions,
    IReadOnlyList<WindowDay> Window,
    IReadOnlyList<ReleaseInWindow> OtherReleases);

/// <summary>A price and its distance from the previous close as a fraction; null when that close is missing.</summary>
public sealed record PriceMove(decimal Price, decimal? Fraction);

/// <summary>
/// The figures of day 0. Open, high, low and volume (shares) are null where the source has a close only.
/// </summary>
/// <param name="PreviousClose">
/// The close of the session before, adjusted for a split or dividend on day 0; null when that session is missing.
/// </param>
/// <param name="PreviousCloseAsTraded">The same close as it was traded.</param>
/// <param name="Open">The open.</param>
/// <param name="High">The high.</param>
/// <param name="Low">The low.</param>
/// <param name="Close">The close.</param>
/// <param name="Volume">Shares traded.</param>
/// <param name="UsualVolume">Mean volume of days -130 to -11 that have one; null when fewer than 20 have.</param>
/// <param name="UsualVolumeSessions">How many of those days have a volume.</param>
/// <param name="BenchmarkFraction">The benchmark's move from close to close on day 0.</param>
public sealed record EventDay(
    decimal? PreviousClose,
    decimal? PreviousCloseAsTraded,
    PriceMove? Open,
    PriceMove? High,
    PriceMove? Low,
    PriceMove Close,
    long? Volume,
    decimal? UsualVolume,
    int UsualVolumeSessions,
    decimal? BenchmarkFraction)
{
    /// <summary>Day 0's volume as a multiple of the usual one.</summary>
    public decimal? VolumeMultiple => UsualVolume > 0 ? Volume / UsualVolume : null;
}

/// <summary>
/// The compounded move over days <paramref name="From"/> to <paramref name="To"/>, from the close before the first to the
/// close of the last; null when one of the sessions is missing.
/// </summary>
public sealed record RangeMove(int From, int To, decimal? FirmFraction, decimal? BenchmarkFraction);

/// <summary>
/// One session of the window. A session without a bar stays missing: its return and the next one's are null, and the
/// cumulative sums are null from there on.
/// </summary>
/// <param name="RelativeDay">Sessions from day 0.</param>
/// <param name="Date">The session.</param>
/// <param name="Close">The close as traded.</param>
/// <param name="AdjustedClose">The close in shares of day 0, adjusted for splits and dividends.</param>
/// <param name="Volume">Shares traded, as traded.</param>
/// <param name="FirmReturn">Adjusted close-to-close return as a fraction.</param>
/// <param name="BenchmarkReturn">The same of the benchmark.</param>
/// <param name="FirmCumulative">Sum of the firm's returns since the close before day -10.</param>
/// <param name="BenchmarkCumulative">The same of the benchmark.</param>
public sealed record WindowDay(
    int RelativeDay,
    LocalDate Date,
    decimal? Close,
    decimal? AdjustedClose,
    long? Volume,
    decimal? FirmReturn,
    decimal? BenchmarkReturn,
    decimal? FirmCumulative,
    decimal? BenchmarkCumulative);
