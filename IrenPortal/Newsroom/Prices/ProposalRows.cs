using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Market.Prices;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Newsroom.Prices;

/// <summary>Where a proposal comes from, for those who decide and for the history.</summary>
/// <param name="Origin">The way it came.</param>
/// <param name="Source">The file's name or the source's host.</param>
/// <param name="By">A user's id, or <see cref="StaffGuard.System"/>.</param>
public sealed record PriceSender(PriceOrigin Origin, string Source, string By);

/// <summary>From a plan to a proposal's row and back, and the key under which the gate carries it out.</summary>
internal static class ProposalRows
{
    private const string KeyStart = "prices-";
    private const int IdDigits = 32;
    private const int DigestDigits = 16;

    /// <summary>The changes as a row.</summary>
    public static PriceProposal Make(PriceChangePlan plan, PriceSender sender, Instant now)
    {
        var (bars, actions) = TextsOf(plan);
        return new PriceProposal
        {
            Id = Guid.NewGuid(),
            Symbol = plan.Symbol,
            Origin = sender.Origin,
            Source = sender.Source,
            Bars = bars,
            Actions = actions,
            CreatedBy = sender.By,
            CreatedAt = now,
        };
    }

    /// <summary>The changed bars and actions as CSV, each empty where there is none.</summary>
    public static (string Bars, string Actions) TextsOf(PriceChangePlan plan) => (
        plan.Bars.Count == 0 ? "" : BarCsv.Header + string.Concat(plan.Bars.Select(c => Row(c.Bar))),
        plan.Actions.Count == 0 ? "" : BarCsv.ActionHeader + string.Concat(plan.Actions.Select(c => Row(c.Action))));

    /// <summary>The oldest bar of a proposal; null where it has none.</summary>
    public static LocalDate? OldestOf(string bars) =>
        bars.Split('\n', 3) is [_, { Length: > 0 } row, ..] ? LocalDatePattern.Iso.Parse(row[..row.IndexOf(',', StringComparison.Ordinal)]).Value : null;

    /// <summary>A row's texts, as if they had just come.</summary>
    public static PriceFiles FilesOf(PriceProposal proposal) => new(
        proposal.Symbol,
        proposal.Bars.Length > 0 ? new PriceText(proposal.Source, proposal.Bars) : null,
        proposal.Actions.Length > 0 ? new PriceText(proposal.Source, proposal.Actions) : null);

    /// <summary>
    /// The idempotency key, bound to the row and to what was looked at: the same yes twice is one release, a yes after another
    /// look another.
    /// </summary>
    public static string KeyOf(Guid id, PriceChangePlan plan) => $"{KeyStart}{id:N}-{plan.Digest()[..DigestDigits]}";

    /// <summary>The proposal that a command released; null where it was none.</summary>
    public static Guid? IdOf(string key) =>
        key.StartsWith(KeyStart, StringComparison.Ordinal) && key.Length == KeyStart.Length + IdDigits + 1 + DigestDigits
        && Guid.TryParseExact(key.AsSpan(KeyStart.Length, IdDigits), "N", out var id) ? id : null;

    /// <summary>A plan as the audit trail keeps it.</summary>
    public static string Counts(PriceChangePlan plan) =>
        $"{plan.Symbol}: {plan.NewBars} new, {plan.Bars.Count - plan.NewBars} replaced, {plan.Actions.Count} actions, {plan.Doubts.Count} to look at";

    /// <summary>A bar's line; an empty one where there is none.</summary>
    public static string Row(Bar? bar) => bar is null ? "\n" : BarCsv.Row(bar.Date, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);

    /// <summary>An action's line; an empty one where there is none.</summary>
    public static string Row(CorporateAction? action) => action is null ? "\n" : BarCsv.Row(action.ExDate, action.Kind.ToString(), action.Value);
}
