using NodaTime;

namespace IrenPortal.Market.Investments;

/// <summary>An investment at the close of one session, in the currency of the prices.</summary>
/// <param name="Date">The session.</param>
/// <param name="Close">The close as traded.</param>
/// <param name="Shares">Shares held, in fractions.</param>
/// <param name="Cash">Dividends kept as cash.</param>
/// <param name="Value">Shares at the close, and the cash.</param>
public sealed record InvestmentPoint(LocalDate Date, decimal Close, decimal Shares, decimal Cash, decimal Value);
