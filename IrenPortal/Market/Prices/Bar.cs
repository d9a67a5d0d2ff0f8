using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>
/// The trading of one session, as it was traded (not adjusted for a later split or dividend), in the series' currency.
/// Open, high, low and volume (in shares) are null where the source has a close only.
/// </summary>
public sealed record Bar(LocalDate Date, decimal? Open, decimal? High, decimal? Low, decimal Close, long? Volume);
