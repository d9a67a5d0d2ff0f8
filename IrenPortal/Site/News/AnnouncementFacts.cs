using IrenPortal.Content;
using IrenPortal.Site.Contracts;
using IrenPortal.Ui;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>The key facts over an announcement that names a contract.</summary>
public static class AnnouncementFacts
{
    /// <summary>
    /// The contract's terms as the sources say them, and what this site derived from them, marked as such: the prepayment
    /// in money and the value a year. What the contract doesn't say is left out.
    /// </summary>
    /// <param name="contract">The contract.</param>
    /// <param name="derived">Its derived figures; those that belong elsewhere are passed over.</param>
    public static IReadOnlyList<KeyFact> Of(ContractDocument contract, IReadOnlyList<DerivedFigure> derived) =>
        [.. new[]
        {
            contract.TotalValue is { } value ? new KeyFact(ContractWords.ValueLabel(contract.Role), ContractWords.Amount(value)) : null,
            Term(contract),
            Prepayment(contract),
            Derived(derived, ContractFigures.Prepayment, NewsTexts.FactPrepaymentMoney),
            Derived(derived, ContractFigures.ValuePerYear, NewsTexts.FactValuePerYear),
            contract.ItLoadMegawatts is { } megawatts
                ? new KeyFact(NewsTexts.FactItLoad, Format.Megawatts(megawatts), contract.Phases.Count > 1 ? Phrase.Count(contract.Phases.Count, NewsTexts.InPhases_One, NewsTexts.InPhases_Other) : null)
                : null,
            contract.Hardware is { } hardware ? new KeyFact(NewsTexts.FactSystems, hardware) : null,
            contract.Site is { } site ? new KeyFact(NewsTexts.FactSite, site) : null,
        }.OfType<KeyFact>()];

    private static KeyFact? Term(ContractDocument contract) => contract switch
    {
        { TermYears: { } years } => new KeyFact(NewsTexts.FactTerm, ContractWords.Years(years), ContractWords.TermNote(contract)),
        { TermNote: { } note } => new KeyFact(NewsTexts.FactTerm, note.TrimEnd('.')),
        _ => null,
    };

    private static KeyFact? Prepayment(ContractDocument contract) => contract switch
    {
        { PrepaymentPercent: { } percent } => new KeyFact(NewsTexts.FactPrepayment, Format.Number(percent) + "%", FirstSentence(contract.PrepaymentNote)),
        { PrepaymentNote: { } note } => new KeyFact(NewsTexts.FactPrepayment, note.TrimEnd('.')),
        _ => null,
    };

    private static KeyFact? Derived(IReadOnlyList<DerivedFigure> derived, string key, string label) =>
        derived.FirstOrDefault(figure => figure.Key == key) is { } found
            ? new KeyFact(label, found.Display, null, found.Formula)
            : null;

    private static string? FirstSentence(string? text) => text?.Split(". ")[0].TrimEnd('.');
}
