using IrenPortal.Content;

namespace IrenPortal.Site.Contracts;

/// <summary>The order in which contracts are listed.</summary>
public static class BookOrder
{
    /// <summary>The largest value first; those without one last, by their addresses.</summary>
    public static IEnumerable<ContractDocument> LargestFirst(this IEnumerable<ContractDocument> contracts) =>
        contracts.OrderByDescending(c => c.TotalValue?.Amount ?? 0).ThenBy(c => c.Slug, StringComparer.Ordinal);

    /// <summary>Those with customers, the largest first.</summary>
    public static IReadOnlyList<ContractDocument> WithCustomers(this IEnumerable<ContractDocument> contracts) =>
        [.. contracts.Where(c => c.Role is ContractRole.Customer).LargestFirst()];
}
