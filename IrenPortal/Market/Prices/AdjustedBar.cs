using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>
/// The trading of one session in the units of a later day: prices adjusted for splits and cash dividends, volume (in
/// shares) for splits.
/// </summary>
public sealed record AdjustedBar(
    LocalDate Date, decimal? Open, decimal? High, decimal? Low, decimal Close, decimal? Volume);
