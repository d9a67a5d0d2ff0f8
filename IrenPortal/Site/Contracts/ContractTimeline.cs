using IrenPortal.Content;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Contracts;

/// <summary>What a row of the timeline is.</summary>
public enum TimelineKind
{
    /// <summary>The agreement itself.</summary>
    Agreement,

    /// <summary>Something that the sources put into words, without a day.</summary>
    Wording,

    /// <summary>A deal that was closed on a day.</summary>
    Deal,

    /// <summary>A phase in service from a day on.</summary>
    Accepted,

    /// <summary>A phase that is to come in a named quarter.</summary>
    Planned,
}

/// <summary>One row of the timeline.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Name">What it is.</param>
/// <param name="Detail">Its size or amount, or null.</param>
/// <param name="Words">What the sources say of it.</param>
/// <param name="From">The day from which it counts, or the first day of the target quarter; null without one.</param>
/// <param name="To">The day after the target quarter; null otherwise.</param>
/// <param name="Reported">True where it is known from reports alone.</param>
public sealed record TimelineRow(
    TimelineKind Kind, string Name, string? Detail, string Words, LocalDate? From, LocalDate? To, bool Reported);

/// <summary>The IT load from a day on, in MW.</summary>
public sealed record LoadStep(LocalDate From, decimal Megawatts);

/// <summary>A contract's phases in time, with the orders and loans that belong to it. Immutable.</summary>
public sealed record ContractTimeline
{
    /// <summary>The rows from top to bottom.</summary>
    public required IReadOnlyList<TimelineRow> Rows { get; init; }

    /// <summary>The day on which the contract was made public.</summary>
    public required LocalDate Announced { get; init; }

    /// <summary>The day for which the page holds.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The last day of the contract's last year, where its words name it.</summary>
    public LocalDate? End { get; init; }

    /// <summary>The first day drawn.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day drawn.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Accepted load: each step with the load from then on; empty where a phase's load is unknown.</summary>
    public IReadOnlyList<LoadStep> Accepted { get; init; } = [];

    /// <summary>Expected load after <see cref="AsOf"/>; empty unless every phase to come names a quarter.</summary>
    public IReadOnlyList<LoadStep> Expected { get; init; } = [];

    /// <summary>What all phases together are expected to bring, in words; null where there is nothing to say.</summary>
    public string? LoadWords { get; init; }

    /// <summary>True where some phase is known from reports alone.</summary>
    public bool Reported => Rows.Any(r => r.Reported && r.Kind is TimelineKind.Accepted or TimelineKind.Planned);

    /// <summary>The timeline of a contract; null where it has no phase with a time, or no day of announcement.</summary>
    public static ContractTimeline? Of(ContractDocument contract, IReadOnlyList<ContractDocument> all, LocalDate asOf)
    {
        var phases = ContractSchedule.Grouped(contract).Select(PhaseRow).ToList();
        if ((contract.Announced ?? contract.Signed) is not { } announced || phases.All(p => p.From is null))
        {
            return null;
        }

        List<TimelineRow> rows = [Agreement(contract), .. Orders(contract, all), .. ContractLinks.Financing(contract, all).Select(Loan), .. phases];
        var end = ContractSchedule.End(contract);
        var days = rows.SelectMany(r => new[] { r.From, r.To }).OfType<LocalDate>().Append(asOf).Append(announced).ToList();
        var accepted = AcceptedSteps(contract);
        return new ContractTimeline
        {
            Rows = rows,
            Announced = announced,
            AsOf = asOf,
            End = end,
            From = days.Min().PlusDays(-45),
            To = end is { } e && e > days.Max() ? e : days.Max().PlusMonths(6),
            Accepted = accepted,
            Expected = ExpectedSteps(contract, accepted, asOf),
            LoadWords = LoadWordsOf(contract),
        };
    }

    private static TimelineRow Agreement(ContractDocument contract) => new(
        TimelineKind.Agreement, ContractTexts.Agreement, contract.Signed is { } signed ? Phrase.With(ContractTexts.DatedOn, Format.Date(signed)) : null,
        contract.Announced is { } day ? Phrase.With(ContractTexts.AnnouncedOn, Format.Date(day)) : "", contract.Signed ?? contract.Announced, null, contract.Reported);

    private static IEnumerable<TimelineRow> Orders(ContractDocument contract, IReadOnlyList<ContractDocument> all)
    {
        var orders = ContractLinks.Orders(contract, all);
        foreach (var spend in contract.RelatedSpend)
        {
            var order = orders.FirstOrDefault(o => o.TotalValue!.Amount == spend.Amount.Amount && string.Equals(o.Counterparty, spend.Counterparty, StringComparison.OrdinalIgnoreCase));
            yield return new TimelineRow(
                TimelineKind.Wording, Phrase.With(ContractTexts.EquipmentOf, spend.Counterparty),
                Format.Money(spend.Amount.Amount, spend.Amount.Currency, ContractLinks.IsApproximate(spend, all)),
                FirstSentence(order?.TermNote) ?? spend.What, null, null, order?.Reported ?? contract.Reported);
        }
    }

    private static TimelineRow Loan(ContractDocument loan) => new(
        TimelineKind.Deal, ContractTexts.RoleLender, loan.TotalValue is { } value ? ContractWords.Amount(value) : null,
        string.Join(". ", new[] { loan.Announced is { } day ? Phrase.With(ContractTexts.AnnouncedOn, Format.Date(day)) : null, FirstSentence(loan.TermNote) }.OfType<string>()),
        loan.Announced, null, loan.Reported);

    private static TimelineRow PhaseRow(ContractPhase phase)
    {
        var size = phase.Megawatts is { } megawatts ? Format.Megawatts(megawatts) : null;
        var when = phase.Date is { } date ? Format.Date(date) : phase.DateText;
        var words = string.Join(", ", new[] { Capital(phase.Status), when }.OfType<string>());
        return (ContractSchedule.IsAccepted(phase), phase.Date, ContractSchedule.TargetQuarter(phase)) switch
        {
            (true, { } day, _) => new TimelineRow(TimelineKind.Accepted, phase.Name, size, words, day, null, phase.Reported),
            (false, { } day, _) => new TimelineRow(TimelineKind.Planned, phase.Name, size, words, day, day, phase.Reported),
            (false, null, { } target) => new TimelineRow(TimelineKind.Planned, phase.Name, size, words, target.From, target.To, phase.Reported),
            _ => new TimelineRow(TimelineKind.Wording, phase.Name, size, words, null, null, phase.Reported),
        };
    }

    private static List<LoadStep> AcceptedSteps(ContractDocument contract)
    {
        if (contract.Phases.Any(p => p.Megawatts is null || (ContractSchedule.IsAccepted(p) && p.Date is null)))
        {
            return [];
        }

        var load = 0m;
        return [.. contract.Phases.Where(ContractSchedule.IsAccepted).OrderBy(p => p.Date).Select(p => new LoadStep(p.Date!.Value, load += p.Megawatts!.Value))];
    }

    private static List<LoadStep> ExpectedSteps(ContractDocument contract, List<LoadStep> accepted, LocalDate asOf)
    {
        var open = contract.Phases.Where(p => !ContractSchedule.IsAccepted(p)).ToList();
        if (open.Count == 0 || contract.Phases.Any(p => p.Megawatts is null) || (accepted.Count == 0 && open.Count < contract.Phases.Count)
            || open.Any(p => TargetDay(p) is not { } day || day <= asOf))
        {
            return [];
        }

        var load = accepted.Count == 0 ? 0 : accepted[^1].Megawatts;
        return [.. open.OrderBy(TargetDay).Select(p => new LoadStep(TargetDay(p)!.Value, load += p.Megawatts!.Value))];
    }

    private static LocalDate? TargetDay(ContractPhase phase) => phase.Date ?? ContractSchedule.TargetQuarter(phase)?.To;

    private static string? LoadWordsOf(ContractDocument contract)
    {
        if (contract.Phases.Any(p => p.Megawatts is null))
        {
            return null;
        }

        var load = Phrase.Count(contract.Phases.Count, ContractTexts.WhenRunning_One, ContractTexts.WhenRunning_Other, Format.Megawatts(contract.Phases.Sum(p => p.Megawatts!.Value)));
        return contract.AnnualRunRate is { } rate ? Phrase.With(ContractTexts.LoadEarns, load, Format.MoneyInText(rate.Amount, rate.Currency, rate.Approximate)) : load;
    }

    private static string? FirstSentence(string? text) => text?.Split(". ")[0].TrimEnd('.');

    private static string? Capital(string? word) => string.IsNullOrEmpty(word) ? null : char.ToUpperInvariant(word[0]) + word[1..];
}
