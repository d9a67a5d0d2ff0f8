using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Newsroom.Prices;

/// <summary>Compares checked bars and actions with what readers have: a pure function.</summary>
public static class PriceChanges
{
    // Powers of ten: with them no adjusted price or volume can overflow.
    private const double MostSplitMagnitude = 9;

    /// <summary>The plan: what is new, what replaces something, what is the same, and what somebody has to look at.</summary>
    /// <param name="stored">What readers have.</param>
    /// <param name="bars">Bars, one a date, each right by itself.</param>
    /// <param name="actions">Splits and dividends, one a date and kind.</param>
    /// <param name="market">The symbol's sessions and the newest of them that has closed.</param>
    /// <param name="limits">What is believed without a look.</param>
    public static PriceChangePlan Compare(
        StoredPrices stored, IReadOnlyList<Bar> bars, IReadOnlyList<CorporateAction> actions, MarketClock market, PriceLimits limits)
    {
        var barsBefore = stored.Bars.ToDictionary(b => b.Date);
        var actionsBefore = stored.Actions.ToDictionary(a => (a.ExDate, a.Kind));
        var changedBars = bars.OrderBy(b => b.Date).Select(b => new BarChange(b, barsBefore.GetValueOrDefault(b.Date))).Where(c => c.Bar != c.Before).ToList();
        var changedActions = actions.OrderBy(a => a.ExDate).ThenBy(a => a.Kind).Select(a => new ActionChange(a, actionsBefore.GetValueOrDefault((a.ExDate, a.Kind)))).Where(c => c.Action != c.Before).ToList();
        return new PriceChangePlan(
            stored.Symbol,
            stored.Basis,
            changedBars,
            changedActions,
            bars.Count + actions.Count - changedBars.Count - changedActions.Count,
            new PriceDoubts(stored, changedBars, changedActions, market, limits).All());
    }

    /// <summary>
    /// Parts what may go to readers without a look from what may not. Without a look go new bars and actions in their order up to
    /// the first that is odd: what comes after it rests on it. Bars of sessions that have not closed are in neither.
    /// </summary>
    public static PriceSplit Split(StoredPrices stored, IReadOnlyList<Bar> bars, IReadOnlyList<CorporateAction> actions, MarketClock market, PriceLimits limits)
    {
        var closed = bars.Where(b => b.Date <= market.LastClosed).ToList();
        var all = Compare(stored, closed, actions, market, limits);
        var newBars = all.Bars.Where(c => c.Before is null).Select(c => c.Bar).ToList();
        var newActions = all.Actions.Where(c => c.Before is null).Select(c => c.Action).ToList();
        var odd = Compare(stored, newBars, newActions, market, limits).Doubts.Select(d => (LocalDate?)d.Date).Min();
        var plain = Compare(stored, [.. newBars.Where(b => odd is null || b.Date < odd)], [.. newActions.Where(a => odd is null || a.ExDate < odd)], market, limits);
        var after = stored.With(plain.Bars.Select(c => c.Bar), plain.Actions.Select(c => c.Action));
        return new PriceSplit(plain, Compare(after, closed, actions, market, limits), bars.Count - closed.Count);
    }

    /// <summary>
    /// What could not be reckoned with once all are there: a dividend as large as the close before it, splits beyond all
    /// measure. Sentences; empty where nothing is.
    /// </summary>
    public static IReadOnlyList<string> Contradictions(StoredPrices stored, IReadOnlyList<Bar> bars, IReadOnlyList<CorporateAction> actions)
    {
        var after = stored.With(bars, actions);
        var issues = PriceChecks.IssuesOf(after.Actions, new PriceSeries(after.Symbol, "", after.Bars, [])).Select(i => i.Sentence);
        var magnitude = after.Actions.Where(a => a.Kind is CorporateActionKind.Split).Sum(a => Math.Abs(Math.Log10((double)a.Value)));
        return magnitude > MostSplitMagnitude ? [.. issues, "the splits together multiply shares beyond all measure"] : [.. issues];
    }
}

/// <summary>What becomes of what a source brought.</summary>
/// <param name="Plain">New and plausible.</param>
/// <param name="Held">What replaces something or is odd, compared with what readers have once the rest is there.</param>
/// <param name="LeftOut">How many bars are of sessions that have not closed.</param>
public sealed record PriceSplit(PriceChangePlan Plain, PriceChangePlan Held, int LeftOut);

/// <summary>The days on which a symbol has bars, and how far they have come.</summary>
/// <param name="Calendar">Its sessions.</param>
/// <param name="LastClosed">The newest session that has closed.</param>
public sealed record MarketClock(ExchangeCalendar Calendar, LocalDate LastClosed)
{
    /// <summary>The clock of a calendar at an instant.</summary>
    public static MarketClock At(ExchangeCalendar calendar, Instant now) => new(calendar, calendar.LastClosedSession(now));

    /// <summary>How many sessions lie between two dates, each counted as the session on or after it.</summary>
    public int Sessions(LocalDate from, LocalDate to) => Calendar.SessionsBetween(Calendar.OnOrAfter(from), Calendar.OnOrAfter(to));
}
