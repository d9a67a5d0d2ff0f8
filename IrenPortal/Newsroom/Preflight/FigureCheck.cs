using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Content;
using IrenPortal.Site.Contracts;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Newsroom.Preflight;

/// <summary>
/// Compares the figures of a text with those of a contract. A sentence or table row that names a figure by its words ("total
/// contract value") and then has only amounts that the contract doesn't know is a difference; what is rounded counts as equal.
/// </summary>
internal static partial class FigureCheck
{
    /// <summary>Compares.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="contract">The contract that it names.</param>
    /// <param name="derived">What follows from the contract's terms.</param>
    public static FigureReport Of(string markdown, ContractDocument contract, IReadOnlyList<DerivedFigure> derived)
    {
        var named = Named(contract, derived);
        var known = named.SelectMany(f => f.Figures).Concat(Others(contract, derived)).ToList();
        var agreeing = new HashSet<string>(StringComparer.Ordinal);
        var findings = new List<string>();
        foreach (var (line, sentence) in Sentences(markdown))
        {
            var written = WrittenFigure.In(sentence);
            foreach (var figure in named.Where(f => f.Words.IsMatch(sentence)))
            {
                var comparable = written.Where(w => figure.Figures.Any(f => f.Unit == w.Unit)).ToList();
                if (comparable.Any(w => figure.Figures.Any(f => w.Says(f.Value, f.Unit))))
                {
                    agreeing.Add(figure.Label);
                }
                else if (comparable.Find(w => !known.Any(f => w.Says(f.Value, f.Unit))) is { } stray)
                {
                    findings.Add(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {stray.Words} stands where the contract has {figure.Printed} ({figure.Label}). Write the contract’s figure, or correct the contract."));
                }
            }
        }

        return new FigureReport(agreeing.Count, [.. findings.Distinct(StringComparer.Ordinal)]);
    }

    private static List<NamedFigure> Named(ContractDocument contract, IReadOnlyList<DerivedFigure> derived)
    {
        var prepaid = derived.FirstOrDefault(d => d.Key == ContractFigures.Prepayment);
        return new NamedFigure?[]
        {
            contract.TotalValue is { } value ? new(ContractWords.ValueLabel(contract.Role), ValueWords(), ContractWords.Amount(value), (value.Amount, value.Currency)) : null,
            contract.TermYears is { } years ? new("Term", TermWords(), ContractWords.Years(years), (years, "years")) : null,
            contract.PrepaymentPercent is { } percent
                ? new("Prepayment", PrepaymentWords(), Format.Percent(percent / 100), [(percent, "%"), .. prepaid is null ? [] : new[] { (prepaid.Value, prepaid.Unit) }])
                : null,
            contract.AnnualRunRate is { } rate ? new("Run rate", RunRateWords(), ContractWords.Amount(rate), (rate.Amount, rate.Currency)) : null,
            contract.ItLoadMegawatts is { } load ? new("IT load", LoadWords(), Format.Megawatts(load), (load, "MW")) : null,
        }.OfType<NamedFigure>().ToList();
    }

    private static IEnumerable<(decimal Value, string Unit)> Others(ContractDocument contract, IReadOnlyList<DerivedFigure> derived) =>
    [
        .. derived.Select(d => (d.Value, d.Unit == "percent" ? "%" : d.Unit)),
        .. contract.RelatedSpend.Select(s => (s.Amount.Amount, s.Amount.Currency)),
        .. contract.Phases.Where(p => p.Megawatts is not null).Select(p => (p.Megawatts!.Value, "MW")),
        (contract.Phases.Where(ContractSchedule.IsAccepted).Sum(p => p.Megawatts ?? 0), "MW"),
    ];

    // A table's row is a sentence, and so is a term with its definition under it.
    private static IEnumerable<(int Line, string Words)> Sentences(string markdown)
    {
        var line = 1;
        foreach (var block in BlockEnd().Split(markdown))
        {
            var isBreak = string.IsNullOrWhiteSpace(block);
            var start = 0;
            foreach (var end in isBreak ? [] : SentenceEnd().Matches(block).Select(m => m.Index + m.Length).Append(block.Length))
            {
                yield return (line + block.AsSpan(0, start).Count('\n'), block[start..end]);
                start = end;
            }

            line += block.AsSpan().Count('\n');
        }
    }

    [GeneratedRegex(@"(?<end>\n[ \t]*\n|\n(?=\|)|(?<=\|[ \t]*)\n)", RegexOptions.CultureInvariant)]
    private static partial Regex BlockEnd();

    [GeneratedRegex(@"(?<=[.!?;])\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(contract|total|order)\s+value\b|\bvalue\s+of\s+the\s+(contract|order)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ValueWords();

    [GeneratedRegex(@"\bterm\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TermWords();

    [GeneratedRegex(@"\bprepa(y|ys|id|yment|yments)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PrepaymentWords();

    // The contracted run rate is that of all contracts together.
    [GeneratedRegex(@"(?<!\bcontracted\s)\brun[\s-]rate\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RunRateWords();

    [GeneratedRegex(@"\bIT[\s-]load\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LoadWords();

    private sealed record NamedFigure(string Label, Regex Words, string Printed, params IReadOnlyList<(decimal Value, string Unit)> Figures);
}
