using IrenPortal.Content;

namespace IrenPortal.Site.Contracts;

/// <summary>
/// The contracts of the book that belong together. Two entries mean the same purchase when the other party and the amount
/// are the same: a customer's related spend is then a supplier's order, and a loan that names it pays for it.
/// </summary>
public static class ContractLinks
{
    /// <summary>The suppliers' orders that are this contract's related spend, in the order of the spend.</summary>
    public static IReadOnlyList<ContractDocument> Orders(ContractDocument contract, IReadOnlyList<ContractDocument> all) =>
        [.. contract.RelatedSpend.SelectMany(spend => all.Where(c => c.Role == ContractRole.Supplier && c.Slug != contract.Slug && IsOrder(c, spend))).Distinct()];

    /// <summary>The loans that pay for this customer contract's related spend, oldest first.</summary>
    public static IReadOnlyList<ContractDocument> Financing(ContractDocument contract, IReadOnlyList<ContractDocument> all) =>
        contract.Role != ContractRole.Customer ? [] : [.. all
            .Where(c => c.Role == ContractRole.Lender && c.RelatedSpend.Any(s => contract.RelatedSpend.Any(own => Same(own, s))))
            .OrderBy(c => c.Announced).ThenBy(c => c.Slug, StringComparer.Ordinal)];

    /// <summary>The contracts that rest on this order or loan, or on which this one rests, itself left out.</summary>
    public static IReadOnlyList<ContractDocument> Related(ContractDocument contract, IReadOnlyList<ContractDocument> all) =>
        [.. all.Where(c => c.Slug != contract.Slug && (Touches(contract, c) || Touches(c, contract) || SharesSpend(contract, c)))
            .OrderBy(c => c.Role).ThenByDescending(c => c.Announced).ThenBy(c => c.Slug, StringComparer.Ordinal)];

    /// <summary>Whether the amount of a related spend is approximate, by its own word or by that of the order it stands for.</summary>
    public static bool IsApproximate(RelatedSpend spend, IReadOnlyList<ContractDocument> all) =>
        spend.Amount.Approximate || all.Any(c => c.Role == ContractRole.Supplier && IsOrder(c, spend) && c.TotalValue!.Approximate);

    private static bool Touches(ContractDocument spender, ContractDocument order) =>
        order.Role == ContractRole.Supplier && spender.RelatedSpend.Any(s => IsOrder(order, s));

    private static bool SharesSpend(ContractDocument a, ContractDocument b) =>
        a.Role != b.Role && a.RelatedSpend.Any(s => b.RelatedSpend.Any(t => Same(s, t)));

    private static bool IsOrder(ContractDocument order, RelatedSpend spend) =>
        order.TotalValue is { } value && value.Amount == spend.Amount.Amount && value.Currency == spend.Amount.Currency
        && string.Equals(order.Counterparty, spend.Counterparty, StringComparison.OrdinalIgnoreCase);

    private static bool Same(RelatedSpend a, RelatedSpend b) =>
        a.Amount.Amount == b.Amount.Amount && a.Amount.Currency == b.Amount.Currency
        && string.Equals(a.Counterparty, b.Counterparty, StringComparison.OrdinalIgnoreCase);
}
