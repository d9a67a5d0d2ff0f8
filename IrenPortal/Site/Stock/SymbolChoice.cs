using IrenPortal.Market.Prices;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Stock;

/// <summary>A symbol that can be laid beside the share.</summary>
/// <param name="Name">Its name in words.</param>
/// <param name="Series">Its prices.</param>
/// <param name="IsPeer">True of a company of the same trade.</param>
public sealed record SymbolChoice(string Name, PriceSeries Series, bool IsPeer = false)
{
    /// <summary>Its symbol.</summary>
    public string Symbol => Series.Symbol;

    /// <summary>What it is called where its symbol stands beside it: its name without that.</summary>
    public string ShortName => Name.Replace($" ({Symbol})", "", StringComparison.Ordinal);

    /// <summary>Its symbol with its name, as lists of choices print it.</summary>
    public string Label => ShortName == Symbol ? Symbol : $"{Symbol}, {ShortName}";

    /// <summary>Every symbol with prices, the share itself first.</summary>
    public static IReadOnlyList<SymbolChoice> WithShare(PublishedSite site) =>
        [.. site.Firm is { Bars.Count: > 0 } firm ? new[] { new SymbolChoice(site.Company.Symbols.FirstOrDefault(s => s.Symbol == firm.Symbol)?.Name ?? site.Company.LegalName, firm) } : [], .. Of(site)];

    /// <summary>Every symbol with prices but the share itself, in the order of the company's list, then by symbol.</summary>
    public static IReadOnlyList<SymbolChoice> Of(PublishedSite site)
    {
        var listed = site.Company.Symbols.ToList();
        return
        [
            .. site.Prices.Values.Where(p => p.Symbol != site.Company.Ticker && p.Bars.Count > 0)
                .Select(p => (Series: p, At: listed.FindIndex(s => s.Symbol == p.Symbol)))
                .OrderBy(p => p.At < 0 ? int.MaxValue : p.At).ThenBy(p => p.Series.Symbol, StringComparer.Ordinal)
                .Select(p => p.At < 0 ? new SymbolChoice(p.Series.Symbol, p.Series) : new SymbolChoice(listed[p.At].Name, p.Series, listed[p.At].Peer)),
        ];
    }
}
