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
