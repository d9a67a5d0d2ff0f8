using IrenPortal.Data.Public;
using IrenPortal.Market.Prices;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Prices;

/// <summary>What readers have of one symbol, at one moment. Dates ascend.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Basis">The ledger's number of its last change; 0 before the first.</param>
/// <param name="Bars">The bars in force.</param>
/// <param name="Actions">The splits and dividends in force.</param>
public sealed record StoredPrices(string Symbol, long Basis, IReadOnlyList<Bar> Bars, IReadOnlyList<CorporateAction> Actions)
{
    /// <summary>Reads them.</summary>
    public static async Task<StoredPrices> ReadAsync(PublicDbContext store, string symbol, CancellationToken cancel)
    {
        // First, so that a change in between makes it too old and the gate refuses.
        var basis = await store.PricesBasisAsync(symbol, cancel);
        var bars = await store.NewestBars().Where(b => b.Symbol == symbol).OrderBy(b => b.Date).ToListAsync(cancel);
        var actions = await store.CorporateActions.Where(a => a.Symbol == symbol).ToListAsync(cancel);
        return new StoredPrices(
            symbol,
            basis,
            [.. bars.Select(b => new Bar(b.Date, b.Open, b.High, b.Low, b.Close, b.Volume))],
            [.. actions.Newest().Select(a => new CorporateAction(a.ExDate, Enum.Parse<CorporateActionKind>(a.Kind), a.Value))]);
    }

    /// <summary>These with other bars and actions put over them.</summary>
    public StoredPrices With(IEnumerable<Bar> bars, IEnumerable<CorporateAction> actions) => this with
    {
        Bars = [.. bars.Concat(Bars).DistinctBy(b => b.Date).OrderBy(b => b.Date)],
        Actions = [.. actions.Concat(Actions).DistinctBy(a => (a.ExDate, a.Kind)).OrderBy(a => a.ExDate).ThenBy(a => a.Kind)],
    };
}
