using IrenPortal.Content;
using IrenPortal.Site.Editions;
using NodaTime;

namespace IrenPortal.Site.Contracts;

/// <summary>A published release that speaks of a contract.</summary>
public sealed record LinkedRelease(LocalDate Date, string Headline, string Slug);

/// <summary>What the page of one contract shows. Immutable.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="BodyHtml">Its summary in words, rendered and safe.</param>
/// <param name="AsOf">The day for which the page holds.</param>
/// <param name="Derived">Figures computed from its terms.</param>
/// <param name="Timeline">Its phases in time; null where the sources give none.</param>
/// <param name="Funding">Its value beside what it costs; null where there is nothing to compare.</param>
/// <param name="Releases">Releases that speak of it, newest first.</param>
/// <param name="Related">Contracts of the book that belong to it.</param>
public sealed record ContractView(
    ContractDocument Contract, string BodyHtml, LocalDate AsOf, IReadOnlyList<DerivedFigure> Derived,
    ContractTimeline? Timeline, ContractFunding? Funding, IReadOnlyList<LinkedRelease> Releases, IReadOnlyList<ContractDocument> Related)
{
    /// <summary>Where this edition stands among the others; a draft stands alone.</summary>
    public EditionStanding Standing { get; init; } = new("/contracts/" + Contract.Slug, 0, 0, []);

    /// <summary>Builds the view.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="all">Every public contract.</param>
    /// <param name="asOf">The day for which the page holds.</param>
    /// <param name="releases">Releases that name the contract, in any order.</param>
    /// <param name="bodyHtml">Its body, rendered and safe.</param>
    public static ContractView From(
        ContractDocument contract, IReadOnlyList<ContractDocument> all, LocalDate asOf, IEnumerable<LinkedRelease> releases, string bodyHtml)
    {
        // An amount is as approximate as the order that it stands for.
        contract = contract with { RelatedSpend = [.. contract.RelatedSpend.Select(s => s with { Amount = s.Amount with { Approximate = ContractLinks.IsApproximate(s, all) } })] };
        return new(
            contract, bodyHtml, asOf, ContractFigures.Derive(contract, all), ContractTimeline.Of(contract, all, asOf), ContractFunding.Of(contract, all),
            [.. releases.OrderByDescending(r => r.Date).ThenBy(r => r.Slug, StringComparer.Ordinal)], ContractLinks.Related(contract, all));
    }
}
