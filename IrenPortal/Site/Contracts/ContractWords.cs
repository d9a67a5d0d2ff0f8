using IrenPortal.Content;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Contracts;

/// <summary>How pages name what a contract says.</summary>
public static class ContractWords
{
    /// <summary>A role as the head of a page says it.</summary>
    public static string Role(ContractRole role) => role switch
    {
        ContractRole.Customer => "Customer contract",
        ContractRole.Supplier => "Supply order",
        ContractRole.Lender => "Financing",
        _ => "Partnership",
    };

    /// <summary>Several contracts of a role.</summary>
    public static string Roles(ContractRole role) => role switch
    {
        ContractRole.Customer => "Customers",
        ContractRole.Supplier => "Suppliers",
        ContractRole.Lender => "Lenders",
        _ => "Partners",
    };

    /// <summary>A role as the address of a filtered book has it.</summary>
    public static string Query(ContractRole role) => role switch
    {
        ContractRole.Customer => "customer",
        ContractRole.Supplier => "supplier",
        ContractRole.Lender => "lender",
        _ => "partner",
    };

    /// <summary>The role of an address; null for anything else.</summary>
    public static ContractRole? ParseRole(string? query) =>
        Enum.GetValues<ContractRole>().Where(r => string.Equals(Query(r), query, StringComparison.OrdinalIgnoreCase)).Select(r => (ContractRole?)r).FirstOrDefault();

    /// <summary>What the other party is in the list of terms.</summary>
    public static string Party(ContractRole role) => role switch
    {
        ContractRole.Customer => "customer",
        ContractRole.Supplier => "supplier",
        ContractRole.Lender => "lender",
        _ => "partner",
    };

    /// <summary>A status in a word.</summary>
    public static string Status(ContractStatus status) => status switch
    {
        ContractStatus.Announced => "Announced",
        ContractStatus.Active => "Active",
        ContractStatus.Completed => "Completed",
        _ => "Terminated",
    };

    /// <summary>Where a contract stands: its phases where it has some, else its status.</summary>
    public static string Standing(ContractDocument contract) =>
        contract is { Phases.Count: > 0, Status: ContractStatus.Announced or ContractStatus.Active } ? PhaseCount(contract) : Status(contract.Status);

    /// <summary>How many phases are accepted: "1 of 4 phases accepted".</summary>
    public static string PhaseCount(ContractDocument contract) =>
        $"{Format.Count(contract.Phases.Count(ContractSchedule.IsAccepted))} of {Format.Plural(contract.Phases.Count, "phase", "phases")} accepted";

    /// <summary>The heading of the total value.</summary>
    public static string ValueLabel(ContractRole role) => role switch
    {
        ContractRole.Customer => "Total contract value",
        ContractRole.Supplier => "Value of the order",
        ContractRole.Lender => "Amount",
        _ => "Value",
    };

    /// <summary>An amount as printed.</summary>
    public static string Amount(Money money) => Format.Money(money.Amount, money.Currency, money.Approximate);

    /// <summary>The term as a figure: "5 years".</summary>
    public static string Years(decimal years) => Format.Number(years, 1) + (years == 1 ? " year" : " years");

    /// <summary>The note on a term without the figure that stands above it: "average, through 2031".</summary>
    public static string? TermNote(ContractDocument contract)
    {
        var first = contract.TermNote?.Split(". ")[0].TrimEnd('.');
        if (first is null || contract.TermYears is not { } years)
        {
            return first;
        }

        foreach (var lead in new[] { Years(years) + ", ", $"About {Years(years)} ", Years(years) + " " })
        {
            if (first.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                return first[lead.Length..];
            }
        }

        return first;
    }
}
