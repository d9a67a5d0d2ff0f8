using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Public;

/// <summary>Which of all bars and actions that were ever imported readers have now.</summary>
public static class BarsInForce
{
    /// <summary>Kind of the ledger's entries of bars; their subject is the symbol.</summary>
    public const string PricesKind = "prices";

    /// <summary>Kind of the ledger's entries of splits and dividends; their subject is the symbol.</summary>
    public const string ActionsKind = "actions";

    /// <summary>The newest revision of each bar.</summary>
    public static IQueryable<BarRevision> NewestBars(this PublicDbContext store) => store.CurrentBars
        .Join(store.BarRevisions, c => new { c.Symbol, c.Date, c.Number }, b => new { b.Symbol, b.Date, b.Number }, (_, b) => b);

    /// <summary>The newest revision of each action, by ex-date and kind.</summary>
    public static IEnumerable<CorporateActionRevision> Newest(this IEnumerable<CorporateActionRevision> actions) => actions
        .GroupBy(a => (a.Symbol, a.ExDate, a.Kind))
        .Select(g => g.MaxBy(a => a.Number)!)
        .OrderBy(a => a.ExDate).ThenBy(a => a.Kind, StringComparer.Ordinal);

    /// <summary>The last ledger entry that changed anything of a symbol; 0 where there is none.</summary>
    public static Task<long> PricesBasisAsync(this PublicDbContext store, string symbol, CancellationToken cancel) => store.Ledger.AsNoTracking()
        .Where(e => e.Subject == symbol && (e.Kind == PricesKind || e.Kind == ActionsKind))
        .OrderByDescending(e => e.Number)
        .Select(e => e.Number)
        .FirstOrDefaultAsync(cancel);
}
