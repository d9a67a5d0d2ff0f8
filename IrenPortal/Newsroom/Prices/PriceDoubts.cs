using IrenPortal.Market.Prices;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Newsroom.Prices;

/// <summary>What is odd about changes, each seen beside its neighbours as they would be afterwards.</summary>
internal sealed class PriceDoubts
{
    private readonly IReadOnlyList<BarChange> _bars;
    private readonly IReadOnlyList<ActionChange> _actions;
    private readonly MarketClock _market;
    private readonly PriceLimits _limits;
    private readonly LocalDate? _newest;
    private readonly IReadOnlyList<CorporateAction> _splits;
    private readonly PriceSeries _after;
    private readonly HashSet<LocalDate> _changed;

    public PriceDoubts(StoredPrices stored, IReadOnlyList<BarChange> bars, IReadOnlyList<ActionChange> actions, MarketClock market, PriceLimits limits)
    {
        (_bars, _actions, _market, _limits) = (bars, actions, market, limits);
        var after = stored.With(bars.Select(b => b.Bar), actions.Select(a => a.Action));
        _newest = stored.Bars.Count == 0 ? null : stored.Bars[^1].Date;
        _splits = [.. after.Actions.Where(a => a.Kind is CorporateActionKind.Split)];
        _after = new PriceSeries(stored.Symbol, "", after.Bars, []);
        _changed = [.. bars.Select(b => b.Bar.Date)];
    }

    public IReadOnlyList<PriceDoubt> All() =>
    [
        .. _bars.SelectMany(c => Of(c).Select(sentence => new PriceDoubt(c.Bar.Date, sentence)))
            .Concat(_actions.SelectMany(c => Of(c).Select(sentence => new PriceDoubt(c.Action.ExDate, sentence))))
            .OrderBy(d => d.Date),
    ];

    private IEnumerable<string> Of(BarChange change)
    {
        var (bar, before) = change;
        if (bar.Date > _market.LastClosed)
        {
            yield return "the session has not closed yet";
        }

        if (_newest is { } newest && _market.Sessions(bar.Date, newest) is var age && age > _limits.SettledSessions)
        {
            yield return $"{(before is null ? "adds" : "replaces")} a bar {Format.Plural(age, "session", "sessions")} before the newest";
        }

        if (before is not null && _limits.Wild(bar.Close, before.Close))
        {
            yield return $"the close {Price(bar.Close)} replaces {Price(before.Close)}: {Format.SignedPercent(change.Change!.Value)}";
        }

        if ((bar.High ?? bar.Open) is { } high && high > bar.Close * _limits.WildFactor)
        {
            yield return $"the high {Price(high)} is far from its close {Price(bar.Close)}";
        }

        if ((bar.Low ?? bar.Open) is { } low && low * _limits.WildFactor < bar.Close)
        {
            yield return $"the low {Price(low)} is far from its close {Price(bar.Close)}";
        }

        foreach (var sentence in BesideNeighbours(bar))
        {
            yield return sentence;
        }
    }

    private IEnumerable<string> BesideNeighbours(Bar bar)
    {
        var place = _after.IndexOf(bar.Date)!.Value;
        if (place > 0)
        {
            var previous = _after.Bars[place - 1];
            var expected = previous.Close / Shares(previous.Date, bar.Date);
            if (_limits.Wild(bar.Close, expected))
            {
                yield return $"the close {Price(bar.Close)} is {Format.SignedPercent((bar.Close / expected) - 1)} against {Price(expected)} on {Format.Date(previous.Date)}, and no split explains it";
            }

            if (bar.Volume > 0 && previous with { Date = bar.Date } == bar)
            {
                yield return $"it repeats {Format.Date(previous.Date)} in every figure";
            }

            if (_market.Sessions(previous.Date, bar.Date) - 1 is var missing and > 0)
            {
                yield return $"{Format.Plural(missing, "session has", "sessions have")} no bar between {Format.Date(previous.Date)} and this one";
            }
        }

        // A changed bar after it is looked at by itself.
        if (place + 1 < _after.Bars.Count && _after.Bars[place + 1] is var next && !_changed.Contains(next.Date) && next.Close * Shares(bar.Date, next.Date) is var implied && _limits.Wild(bar.Close, implied))
        {
            yield return $"the close {Price(bar.Close)} does not fit {Price(implied)} on {Format.Date(next.Date)}, and no split explains it";
        }
    }

    private IEnumerable<string> Of(ActionChange change)
    {
        var kind = change.Action.Kind is CorporateActionKind.Split ? "split" : "dividend";
        if (change.Before is { } before)
        {
            yield return $"the {kind} {Price(change.Action.Value)} replaces {Price(before.Value)}";
        }

        if (change.Action.ExDate <= _newest)
        {
            yield return $"the {kind} acts on bars that readers have: charts and returns before it change";
        }
    }

    // Shares that one share became after the first date, up to and on the second.
    private decimal Shares(LocalDate after, LocalDate to) =>
        _splits.Where(s => s.ExDate > after && s.ExDate <= to).Aggregate(1m, (product, split) => product * split.Value);

    private static string Price(decimal price) => Format.Number(price, 6);
}
