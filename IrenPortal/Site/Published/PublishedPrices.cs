using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Market.Prices;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Published;

/// <summary>Reads the bars and corporate actions in force; only when the ledger says that some are new.</summary>
internal static class PublishedPrices
{
    private const string DefaultCurrency = "USD";

    public static async Task<IReadOnlyDictionary<string, PriceSeries>> ReadAsync(PublicDbContext store, CompanyProfile company, PublishedSite? before)
    {
        if (before?.Head is { } head && before.Company.Symbols.SequenceEqual(company.Symbols) && !await store.HasNewsSinceAsync(head, BarsInForce.PricesKind, BarsInForce.ActionsKind))
        {
            return before.Prices;
        }

        var bars = await store.NewestBars()
            .OrderBy(b => b.Symbol).ThenBy(b => b.Date)
            .ToListAsync();
        var actions = await store.CorporateActions.ToListAsync();
        return bars.GroupBy(b => b.Symbol, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new PriceSeries(g.Key, CurrencyOf(company, g.Key), [.. g.Select(Bar)], InForce(actions.Where(a => a.Symbol == g.Key))),
            StringComparer.Ordinal);
    }

    private static string CurrencyOf(CompanyProfile company, string symbol) =>
        company.Symbols.FirstOrDefault(s => s.Symbol == symbol)?.Currency ?? DefaultCurrency;

    private static List<CorporateAction> InForce(IEnumerable<CorporateActionRevision> revisions) =>
    [
        .. revisions.Newest().Select(a => new CorporateAction(a.ExDate, Enum.Parse<CorporateActionKind>(a.Kind), Unscaled(a.Value))),
    ];

    private static Bar Bar(BarRevision bar) =>
        new(bar.Date, Unscaled(bar.Open), Unscaled(bar.High), Unscaled(bar.Low), Unscaled(bar.Close), bar.Volume);

    private static decimal? Unscaled(decimal? value) => value is { } known ? Unscaled(known) : null;

    // PostgreSQL keeps trailing zeros, SQLite does not; dividing by a long 1 drops them.
    private static decimal Unscaled(decimal value) => value / 1.0000000000000000000000000000m;
}
