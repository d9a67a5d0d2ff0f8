using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>What a corporate action does to a share.</summary>
public enum CorporateActionKind
{
    /// <summary>One share becomes <see cref="CorporateAction.Value"/> shares.</summary>
    Split,

    /// <summary>Each share receives <see cref="CorporateAction.Value"/> in cash.</summary>
    Dividend,
}

/// <summary>
/// A split or cash dividend that acts on its ex-date. <paramref name="Value"/>: new shares for one old share (10 for 10:1,
/// 0.1 for a 1:10 reverse split), or the cash amount a share in the series' currency.
/// </summary>
public sealed record CorporateAction(LocalDate ExDate, CorporateActionKind Kind, decimal Value);
