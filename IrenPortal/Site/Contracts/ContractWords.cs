using IrenPortal.Content;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Contracts;

/// <summary>How pages name what a contract says.</summary>
public static class ContractWords
{
    /// <summary>A role as the head of a page says it.</summary>
    public static string Role(ContractRole role) => role switch
    {
        ContractRole.Customer => ContractTexts.RoleCustomer,
        ContractRole.Supplier => ContractTexts.RoleSupplier,
        ContractRole.Lender => ContractTexts.RoleLender,
        _ => ContractTexts.RolePartner,
    };

    /// <summary>Several contracts of a role.</summary>
    public static string Roles(ContractRole role) => role switch
    {
        ContractRole.Customer => ContractTexts.RolesCustomer,
        ContractRole.Supplier => ContractTexts.RolesSupplier,
        ContractRole.Lender => ContractTexts.RolesLender,
        _ => ContractTexts.RolesPartner,
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
        ContractRole.Customer => ContractTexts.PartyCustomer,
        ContractRole.Supplier => ContractTexts.PartySupplier,
        ContractRole.Lender => ContractTexts.PartyLender,
        _ => ContractTexts.PartyPartner,
    };

    /// <summary>A status in a word.</summary>
    public static string Status(ContractStatus status) => status switch
    {
        ContractStatus.Announced => ContractTexts.Announced,
        ContractStatus.Active => ContractTexts.StatusActive,
        ContractStatus.Completed => ContractTexts.StatusCompleted,
        _ => ContractTexts.StatusTerminated,
    };

    /// <summary>Where a contract stands: its phases where it has some, else its status.</summary>
    public static string Standing(ContractDocument contract) =>
        contract is { Phases.Count: > 0, Status: ContractStatus.Announced or ContractStatus.Active } ? PhaseCount(contract) : Status(contract.Status);

    /// <summary>How many phases are accepted: "1 of 4 phases accepted".</summary>
    public static string PhaseCount(ContractDocument contract) =>
        Phrase.Count(contract.Phases.Count, ContractTexts.PhaseCount_One, ContractTexts.PhaseCount_Other, Format.Count(contract.Phases.Count(ContractSchedule.IsAccepted)));

    /// <summary>The heading of the total value.</summary>
    public static string ValueLabel(ContractRole role) => role switch
    {
        ContractRole.Customer => ContractTexts.ValueOfCustomer,
        ContractRole.Supplier => ContractTexts.ValueOfOrder,
        ContractRole.Lender => ContractTexts.Amount,
        _ => ContractTexts.Value,
    };

    /// <summary>An amount as printed.</summary>
    public static string Amount(Money money) => Format.Money(money.Amount, money.Currency, money.Approximate);

    /// <summary>The term as a figure: "5 years".</summary>
    public static string Years(decimal years) => Phrase.With(years == 1 ? ContractTexts.Years_One : ContractTexts.Years_Other, Format.Number(years, 1));

    /// <summary>The note on a term without the figure that stands above it: "average, through 2031".</summary>
    public static string? TermNote(ContractDocument contract)
    {
        var first = contract.TermNote?.Split(". ")[0].TrimEnd('.');
        if (first is null || contract.TermYears is not { } years)
        {
            return first;
        }

        foreach (var lead in new[] { Years(years) + ", ", Phrase.With(ContractTexts.AboutYears, Years(years)) + " ", Years(years) + " " })
        {
            if (first.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                return first[lead.Length..];
            }
        }

        return first;
    }
}
