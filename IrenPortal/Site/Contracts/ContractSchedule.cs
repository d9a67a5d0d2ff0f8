using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Content;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Contracts;

/// <summary>What a contract's words say of time. A date that the words don't give is null, never guessed.</summary>
public static partial class ContractSchedule
{
    /// <summary>Whether a phase has been accepted.</summary>
    public static bool IsAccepted(ContractPhase phase) =>
        string.Equals(phase.Status, "accepted", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last day of the year through which the contract runs, where its term says "through 2031".</summary>
    public static LocalDate? End(ContractDocument contract) =>
        Through().Match(contract.TermNote ?? "") is { Success: true } match && Year(match.Groups["year"]) is { } year ? new LocalDate(year, 12, 31) : null;

    /// <summary>The quarter that a phase aims at, where its words name one, such as "target Q4 2026"; first day and the day after its last.</summary>
    public static (LocalDate From, LocalDate To)? TargetQuarter(ContractPhase phase)
    {
        var match = Quarter().Match(phase.DateText ?? "");
        if (!match.Success || Year(match.Groups["year"]) is not { } year)
        {
            return null;
        }

        var quarter = match.Groups["quarter"].ValueSpan[0] - '0';
        var from = new LocalDate(year, ((quarter - 1) * 3) + 1, 1);
        return (from, from.PlusMonths(3));
    }

    /// <summary>Neighbouring phases that say the same of status and date, put together: "Horizon 3 and 4", their load summed.</summary>
    public static IReadOnlyList<ContractPhase> Grouped(ContractDocument contract)
    {
        var groups = new List<List<ContractPhase>>();
        foreach (var phase in contract.Phases)
        {
            if (groups.Count > 0 && phase with { Name = groups[^1][0].Name, Megawatts = groups[^1][0].Megawatts } == groups[^1][0])
            {
                groups[^1].Add(phase);
            }
            else
            {
                groups.Add([phase]);
            }
        }

        return [.. groups.Select(Together)];
    }

    private static ContractPhase Together(List<ContractPhase> phases) => phases[0] with
    {
        Name = JoinedName([.. phases.Select(p => p.Name)]),
        Megawatts = phases.Aggregate((decimal?)0, (sum, p) => sum + p.Megawatts),
    };

    private static string JoinedName(IReadOnlyList<string> names)
    {
        var stem = names[0][..(names[0].LastIndexOf(' ') + 1)];
        var ends = names.Select(n => n.StartsWith(stem, StringComparison.Ordinal) ? n[stem.Length..] : n).ToList();
        var run = ends.All(e => e.Length == 1 && char.IsAsciiDigit(e[0]));
        return names.Count switch
        {
            1 => names[0],
            > 2 when run => stem + Phrase.With(ContractTexts.NamesTo, ends[0], ends[^1]),
            _ => stem + Phrase.With(ContractTexts.And, string.Join(", ", ends.Take(ends.Count - 1)), ends[^1]),
        };
    }

    private static int? Year(Group group) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;

    [GeneratedRegex(@"\bthrough (the end of )?(?<year>\d{4})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Through();

    [GeneratedRegex(@"\bQ(?<quarter>[1-4]) (?<year>\d{4})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Quarter();
}
