using IrenPortal.Content;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Contracts;

/// <summary>
/// The figures that follow from a contract's terms. Where an input is missing, or two inputs are in different currencies,
/// nothing is derived.
/// </summary>
public static class ContractFigures
{
    /// <summary>The key of the value a year.</summary>
    public const string ValuePerYear = "value_per_year";

    /// <summary>The key of the prepayment in money.</summary>
    public const string Prepayment = "prepayment";

    /// <summary>The key of the value for each MW of IT load.</summary>
    public const string ValuePerMegawatt = "value_per_megawatt";

    /// <summary>The key of the part of the equipment that prepayments and linked financing cover.</summary>
    public const string FundingCover = "funding_cover";

    /// <summary>The key of the part of the customer contracts' values.</summary>
    public const string BookShare = "book_share";

    /// <summary>Derives what can be derived, in the order in which pages print it.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="all">Every contract of the book, this one included or not.</param>
    public static IReadOnlyList<DerivedFigure> Derive(ContractDocument contract, IReadOnlyList<ContractDocument> all) =>
        [.. new[] { PerYear(contract), PrepaymentOf(contract), PerMegawatt(contract), Cover(contract, all), Share(contract, all) }.OfType<DerivedFigure>()];

    private static DerivedFigure? PerYear(ContractDocument contract) =>
        contract is { TotalValue: { } value, TermYears: { } years and > 0 }
            ? Amount(
                ValuePerYear, ContractTexts.FigureValuePerYear, value.Amount / years, value,
                Phrase.With(ContractTexts.FormulaPerYear, InText(value), Years(contract, years)), contract, TermIsApproximate(contract))
            : null;

    private static DerivedFigure? PrepaymentOf(ContractDocument contract) =>
        contract is { TotalValue: { } value, PrepaymentPercent: { } percent and > 0 }
            ? Amount(
                Prepayment, ContractTexts.Prepayment, value.Amount * percent / 100, value,
                Phrase.With(ContractTexts.FormulaPrepayment, Format.Percent(percent / 100), InText(value)), contract)
            : null;

    private static DerivedFigure? PerMegawatt(ContractDocument contract) =>
        contract is { TotalValue: { } value, ItLoadMegawatts: { } megawatts and > 0 }
            ? Amount(
                ValuePerMegawatt, ContractTexts.FigurePerMegawatt, value.Amount / megawatts, value,
                Phrase.With(ContractTexts.FormulaPerMegawatt, InText(value), Format.Megawatts(megawatts)), contract)
            : null;

    private static DerivedFigure? Cover(ContractDocument contract, IReadOnlyList<ContractDocument> all)
    {
        var financing = ContractLinks.Financing(contract, all);
        if (PrepaymentOf(contract) is not { } prepayment || financing.Count == 0 || financing.Any(f => f.TotalValue is null)
            || financing.Any(f => f.TotalValue!.Currency != prepayment.Unit) || contract.RelatedSpend.Any(s => s.Amount.Currency != prepayment.Unit))
        {
            return null;
        }

        var equipment = contract.RelatedSpend.Sum(s => s.Amount.Amount);
        var loans = financing.Sum(f => f.TotalValue!.Amount);
        var approximate = prepayment.Approximate || financing.Any(f => f.TotalValue!.Approximate)
            || contract.RelatedSpend.Any(s => ContractLinks.IsApproximate(s, all));
        return Percent(
            FundingCover, ContractTexts.FigureFundingCover, (prepayment.Value + loans) / equipment, approximate,
            contract.Reported || financing.Any(f => f.Reported) || ContractLinks.Orders(contract, all).Any(o => o.Reported),
            Phrase.With(ContractTexts.FormulaCover, Format.Money(prepayment.Value, prepayment.Unit), Format.Money(loans, prepayment.Unit), Format.Money(equipment, prepayment.Unit)));
    }

    private static DerivedFigure? Share(ContractDocument contract, IReadOnlyList<ContractDocument> all)
    {
        if (contract is not { Role: ContractRole.Customer, TotalValue: { } value })
        {
            return null;
        }

        var book = all.Where(c => c.Slug != contract.Slug).Append(contract)
            .Where(c => c.Role == ContractRole.Customer && c.Status != ContractStatus.Terminated && c.TotalValue is not null).ToList();
        if (book.Count < 2 || !book.Contains(contract) || book.Any(c => c.TotalValue!.Currency != value.Currency))
        {
            return null;
        }

        var total = book.Sum(c => c.TotalValue!.Amount);
        return Percent(
            BookShare, ContractTexts.FigureBookShare, value.Amount / total,
            book.Any(c => c.TotalValue!.Approximate), book.Any(c => c.Reported),
            Phrase.With(ContractTexts.FormulaBookShare, Format.Count(book.Count), Format.Money(value.Amount, value.Currency), Format.Money(total, value.Currency)));
    }

    private static DerivedFigure Amount(
        string key, string label, decimal figure, Money input, string formula, ContractDocument contract, bool approximate = false) => new(
        key, label, decimal.Round(figure, 4), input.Currency, Format.Money(figure, input.Currency, input.Approximate || approximate), formula,
        input.Approximate || approximate, contract.Reported);

    private static DerivedFigure Percent(string key, string label, decimal fraction, bool approximate, bool reported, string formula) => new(
        key, label, decimal.Round(fraction * 100, 4), "percent", approximate ? Phrase.With(ContractTexts.About, Format.Percent(fraction, 0)) : Format.Percent(fraction, 0), formula, approximate, reported);

    private static string InText(Money money) => Format.MoneyInText(money.Amount, money.Currency, money.Approximate);

    private static string Years(ContractDocument contract, decimal years) =>
        TermIsApproximate(contract) ? Phrase.With(ContractTexts.AboutYearsInText, ContractWords.Years(years)) : ContractWords.Years(years);

    // The term's figure has no mark of its own; its note carries the source's word.
    private static bool TermIsApproximate(ContractDocument contract) =>
        contract.TermNote?.StartsWith("About ", StringComparison.OrdinalIgnoreCase) == true;
}
