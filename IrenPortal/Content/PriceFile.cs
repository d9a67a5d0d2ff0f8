using IrenPortal.Market.Prices;

namespace IrenPortal.Content;

/// <summary>Daily bars of one symbol, oldest first, one a day.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Bars">The bars by date.</param>
public sealed record PriceFile(string Symbol, IReadOnlyList<Bar> Bars);

/// <summary>Splits and dividends of one symbol, oldest first, one a day and kind.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Actions">The actions by ex-date.</param>
public sealed record ActionFile(string Symbol, IReadOnlyList<CorporateAction> Actions);
