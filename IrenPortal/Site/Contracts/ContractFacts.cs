using IrenPortal.Content;
using IrenPortal.Ui;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Contracts;

/// <summary>The few figures of a contract that stand at the head of its page.</summary>
public static class ContractFacts
{
    /// <summary>Three to five facts for the contract's own page, which says by itself where all of it is reported; fewer where the sources give fewer.</summary>
    public static IReadOnlyList<KeyFact> Of(ContractDocument contract)
    {
        var facts = new[] { Value(contract), RunRate(contract), Term(contract), Prepaid(contract), Load(contract) }.OfType<KeyFact>().ToList();
        return [.. facts, .. new[] { Announced(contract), Site(contract), Systems(contract) }.OfType<KeyFact>().Take(Math.Max(0, 3 - facts.Count))];
    }

    /// <summary>Every figure of the contract that another text may quote, in the words that the contract's page prints.</summary>
    public static IReadOnlyList<KeyFact> Quotable(ContractDocument contract, IReadOnlyList<DerivedFigure> derived) =>
    [
        .. new[] { Value(contract), Term(contract), Prepaid(contract), RunRate(contract), Megawatts(contract), Systems(contract), Site(contract) }.OfType<KeyFact>(),
        .. derived.Select(figure => new KeyFact(figure.Label, figure.Display, null, figure.Formula)),
    ];

    private static KeyFact? Value(ContractDocument contract) => contract.TotalValue is { } value
        ? new KeyFact(ContractWords.ValueLabel(contract.Role), ContractWords.Amount(value))
        : null;

    private static KeyFact? RunRate(ContractDocument contract) => contract.AnnualRunRate is { } rate
        ? new KeyFact(contract.Phases.Count > 0 ? ContractTexts.RunRateAllPhases : ContractTexts.ExpectedRunRate, ContractWords.Amount(rate), ContractTexts.AYearNotRevenue)
        : null;

    private static KeyFact? Announced(ContractDocument contract) =>
        contract.Announced is { } day ? new KeyFact(ContractTexts.Announced, Format.Date(day)) : null;

    private static KeyFact? Term(ContractDocument contract) => contract switch
    {
        { TermYears: { } years } => new KeyFact(ContractTexts.Term, ContractWords.Years(years), ContractWords.TermNote(contract)),
        _ => null,
    };

    private static KeyFact? Prepaid(ContractDocument contract) => contract.PrepaymentPercent is { } percent
        ? new KeyFact(ContractTexts.Prepayment, Format.Percent(percent / 100), Note(contract.PrepaymentNote, Format.Percent(percent / 100)))
        : null;

    private static KeyFact? Load(ContractDocument contract)
    {
        if (contract.Phases.Count == 0 || contract.Phases.Any(p => p.Megawatts is null))
        {
            return Megawatts(contract);
        }

        var accepted = contract.Phases.Where(ContractSchedule.IsAccepted).ToList();
        return new KeyFact(
            ContractTexts.FactAccepted, Phrase.With(ContractTexts.AcceptedOf, Format.Number(accepted.Sum(p => p.Megawatts!.Value), 1), Format.Megawatts(contract.Phases.Sum(p => p.Megawatts!.Value))),
            ContractWords.PhaseCount(contract), Reported: accepted.Any(p => p.Reported));
    }

    private static KeyFact? Megawatts(ContractDocument contract) => contract.ItLoadMegawatts is { } load
        ? new KeyFact(ContractTexts.ItLoad, Format.Megawatts(load), contract.Phases.Count > 1 ? Phrase.Count(contract.Phases.Count, ContractTexts.Phases_One, ContractTexts.Phases_Other) : null)
        : null;

    private static KeyFact? Systems(ContractDocument contract) =>
        contract.Hardware is { } hardware ? new KeyFact(ContractTexts.Systems, hardware) : null;

    private static KeyFact? Site(ContractDocument contract) =>
        contract.Site is { } site ? new KeyFact(ContractTexts.Site, site) : null;

    private static string? Note(string? note, string figure)
    {
        var first = note?.Split(". ")[0].TrimEnd('.');
        return first?.StartsWith(figure + " ", StringComparison.Ordinal) == true ? first[(figure.Length + 1)..] : first;
    }
}
