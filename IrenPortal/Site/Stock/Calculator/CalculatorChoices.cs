using IrenPortal.Site.Published;

namespace IrenPortal.Site.Stock.Calculator;

/// <summary>The symbols that the calculator can be asked for, and what it takes where nothing is said.</summary>
/// <param name="Share">The company's share, or the first symbol that has prices; empty where none has.</param>
/// <param name="Benchmark">The company's benchmark.</param>
/// <param name="Symbols">Every symbol that has prices, the share first.</param>
public sealed record CalculatorChoices(string Share, string Benchmark, IReadOnlyList<SymbolChoice> Symbols)
{
    /// <summary>The sum that is put in where none is named.</summary>
    public const decimal UsualAmount = 10_000;

    /// <summary>What a site has prices of.</summary>
    public static CalculatorChoices Of(PublishedSite site)
    {
        var symbols = SymbolChoice.WithShare(site);
        return new CalculatorChoices(symbols.Count > 0 ? symbols[0].Symbol : "", site.Company.Benchmark, symbols);
    }

    /// <summary>The symbol of a word, whatever its case; null for another word.</summary>
    public string? Find(string? word) => Symbols.FirstOrDefault(s => string.Equals(s.Symbol, word, StringComparison.OrdinalIgnoreCase))?.Symbol;

    /// <summary>What a symbol is compared with where nothing is said: the benchmark, the benchmark with the share; null where that has no prices.</summary>
    public string? ComparedWith(string symbol) => Find(symbol == Benchmark ? Share : Benchmark) is { } other && other != symbol ? other : null;

    /// <summary>ISO 4217 code of a symbol's prices.</summary>
    public string CurrencyOf(string symbol) => Symbols.FirstOrDefault(s => s.Symbol == symbol)?.Series.Currency ?? "USD";
}
