using IrenPortal.Content;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Contracts;

/// <summary>A part of a bar: an amount in the scale's currency, and its label.</summary>
/// <param name="Amount">In whole units of the currency, above zero.</param>
/// <param name="Label">The amount in words.</param>
public sealed record FundingPart(decimal Amount, string Label);

/// <summary>One bar.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Detail">A word on it, or null.</param>
/// <param name="Parts">Its parts from left to right.</param>
/// <param name="Rest">What is missing to the bar above it, or null.</param>
/// <param name="Value">True for the contract's own value.</param>
public sealed record FundingBar(string Name, string? Detail, IReadOnlyList<FundingPart> Parts, FundingPart? Rest, bool Value)
{
    /// <summary>The sum of the parts.</summary>
    public decimal Sum => Parts.Sum(p => p.Amount);
}

/// <summary>A contract's value, what it makes the company spend and what pays for that, to one scale. Immutable.</summary>
/// <param name="Bars">The bars from top to bottom.</param>
/// <param name="Currency">ISO 4217 code of all amounts.</param>
public sealed record ContractFunding(IReadOnlyList<FundingBar> Bars, string Currency)
{
    /// <summary>The finding in one sentence.</summary>
    public string Label => Phrase.With(ContractTexts.FundingLabel, string.Join("; ", Bars.Select(b => $"{b.Name} {b.Parts.Select(p => p.Label).Aggregate((some, next) => Phrase.With(ContractTexts.And, some, next))}")));

    /// <summary>The bars of a contract; null where there is nothing to lay its value beside, or currencies differ.</summary>
    public static ContractFunding? Of(ContractDocument contract, IReadOnlyList<ContractDocument> all)
    {
        if (contract.TotalValue is not { } value || contract.RelatedSpend.Count == 0 || contract.RelatedSpend.Any(s => s.Amount.Currency != value.Currency))
        {
            return null;
        }

        List<FundingBar> bars = [Own(contract, value), Spend(contract, all)];
        if (contract.Role == ContractRole.Customer && PaidBy(contract, all, bars[1].Sum) is { } paid)
        {
            bars.Add(paid);
        }

        return new ContractFunding(bars, value.Currency);
    }

    private static FundingBar Own(ContractDocument contract, Money value) => new(
        contract.Role switch { ContractRole.Customer => ContractTexts.BarContractValue, ContractRole.Lender => ContractTexts.RoleLender, _ => ContractTexts.Value },
        ContractSchedule.End(contract) is { } end ? Phrase.With(ContractTexts.Through, Format.Year(end.Year)) : null,
        [new FundingPart(value.Amount, Phrase.With(ContractTexts.AmountFrom, ContractWords.Amount(value), contract.Counterparty))], null, Value: true);

    private static FundingBar Spend(ContractDocument contract, IReadOnlyList<ContractDocument> all) => new(
        ContractTexts.BarEquipment, string.Join(", ", contract.RelatedSpend.Select(s => s.Counterparty).Distinct(StringComparer.OrdinalIgnoreCase)),
        [.. contract.RelatedSpend.Select(s => new FundingPart(s.Amount.Amount, Format.Money(s.Amount.Amount, s.Amount.Currency, ContractLinks.IsApproximate(s, all))))],
        null, Value: false);

    private static FundingBar? PaidBy(ContractDocument contract, IReadOnlyList<ContractDocument> all, decimal spend)
    {
        var currency = contract.TotalValue!.Currency;
        var figures = ContractFigures.Derive(contract, all);
        List<FundingPart> parts =
        [
            .. figures.Where(f => f.Key == ContractFigures.Prepayment).Select(f => new FundingPart(f.Value, Phrase.With(ContractTexts.Prepaid, Format.Money(f.Value, f.Unit)))),
            .. ContractLinks.Financing(contract, all).Where(f => f.TotalValue?.Currency == currency)
                .Select(f => new FundingPart(f.TotalValue!.Amount, Phrase.With(ContractTexts.FinancedWith, Format.Money(f.TotalValue.Amount, currency)))),
        ];
        if (parts.Count == 0)
        {
            return null;
        }

        var missing = spend - parts.Sum(p => p.Amount);
        var cover = figures.FirstOrDefault(f => f.Key == ContractFigures.FundingCover);
        return new FundingBar(
            ContractTexts.BarPaidBy, cover is null ? null : Phrase.With(ContractTexts.OfEquipment, $"{char.ToLowerInvariant(cover.Display[0])}{cover.Display[1..]}"), parts,
            missing > 0 ? new FundingPart(missing, Phrase.With(ContractTexts.FromOtherSources, Format.Money(missing, currency))) : null, Value: false);
    }
}
