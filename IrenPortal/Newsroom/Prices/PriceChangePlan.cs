using System.Text;
using IrenPortal.Gate;
using IrenPortal.Market.Prices;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Newsroom.Prices;

/// <summary>A bar that readers would get.</summary>
/// <param name="Bar">The bar.</param>
/// <param name="Before">The bar that it replaces; null where it is new.</param>
public sealed record BarChange(Bar Bar, Bar? Before)
{
    /// <summary>The new close against the old one, as a fraction; null for a new bar.</summary>
    public decimal? Change => Before is { } before ? (Bar.Close / before.Close) - 1 : null;
}

/// <summary>A split or dividend that readers would get.</summary>
/// <param name="Action">The action.</param>
/// <param name="Before">The action that it replaces; null where it is new.</param>
public sealed record ActionChange(CorporateAction Action, CorporateAction? Before);

/// <summary>Why somebody has to look at a change.</summary>
/// <param name="Date">The session or ex-date.</param>
/// <param name="Sentence">What is odd about it.</param>
public sealed record PriceDoubt(LocalDate Date, string Sentence);

/// <summary>What bars and actions would change of what readers have of a symbol. Immutable; dates ascend.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Basis">The ledger's number of the symbol's last change when it was compared.</param>
/// <param name="Bars">New and replaced bars.</param>
/// <param name="Actions">New and replaced splits and dividends.</param>
/// <param name="Unchanged">How many bars and actions readers have already.</param>
/// <param name="Doubts">Why somebody has to look; empty where all is plausible.</param>
public sealed record PriceChangePlan(
    string Symbol, long Basis, IReadOnlyList<BarChange> Bars, IReadOnlyList<ActionChange> Actions, int Unchanged, IReadOnlyList<PriceDoubt> Doubts)
{
    /// <summary>True when readers have all of it.</summary>
    public bool IsEmpty => Bars.Count == 0 && Actions.Count == 0;

    /// <summary>How many bars are new.</summary>
    public int NewBars => Bars.Count(b => b.Before is null);

    /// <summary>The bars that replace another.</summary>
    public IEnumerable<BarChange> Replaced => Bars.Where(b => b.Before is not null);

    /// <summary>The counts in words: <c>3 bars new, 1 replaced, 600 unchanged</c>.</summary>
    public string Summary()
    {
        var actions = Actions.Count == 0 ? "" : $"{Format.Plural(Actions.Count, "split or dividend", "splits or dividends")} new or replaced, ";
        return $"{Format.Plural(NewBars, "bar", "bars")} new, {Format.Count(Bars.Count - NewBars)} replaced, {actions}{Format.Count(Unchanged)} unchanged";
    }

    /// <summary>Lower-case hex SHA-256 over symbol, basis and every change with what was there: what a person said yes to.</summary>
    public string Digest()
    {
        var text = new StringBuilder($"{Symbol}\n{Basis}\n");
        foreach (var change in Bars)
        {
            text.Append(ProposalRows.Row(change.Before)).Append(ProposalRows.Row(change.Bar));
        }

        foreach (var change in Actions)
        {
            text.Append(ProposalRows.Row(change.Before)).Append(ProposalRows.Row(change.Action));
        }

        return LedgerChain.Sha256(text.ToString());
    }

    /// <summary>The changes as a gate's command, which is refused when the symbol has changed in between.</summary>
    public ReleaseCommand Command(string key) => new(
        key,
        [],
        [new PricesItem(Symbol, [.. Bars.Select(c => Item(c.Bar))], Basis)],
        [new ActionsItem(Symbol, [.. Actions.Select(c => Item(c.Action))])]);

    /// <summary>A bar as the gate takes it.</summary>
    public static BarItem Item(Bar bar) => new(bar.Date, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);

    /// <summary>An action as the gate takes it.</summary>
    public static ActionItem Item(CorporateAction action) => new(action.ExDate, action.Kind.ToString(), action.Value);
}
