using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>Which prices a reaction was counted on.</summary>
/// <param name="Firm">Symbol of the share.</param>
/// <param name="Benchmark">Symbol of the benchmark.</param>
/// <param name="AsOf">The newest session that share and benchmark have reached; null without prices of both.</param>
/// <param name="Currency">ISO 4217 code of the share's prices.</param>
/// <param name="BenchmarkDividends">Whether the benchmark's dividends are on file; without them its returns are price returns.</param>
public sealed record ReactionPrices(string Firm, string Benchmark, LocalDate? AsOf, string Currency, bool BenchmarkDividends)
{
    /// <summary>Takes what is needed of the two series; the benchmark's may be missing.</summary>
    public static ReactionPrices Of(PriceSeries firm, PriceSeries? benchmark, string benchmarkSymbol) => new(
        firm.Symbol, benchmarkSymbol,
        firm.Last?.Date is { } one && benchmark?.Last?.Date is { } two ? LocalDate.Min(one, two) : null,
        firm.Currency, benchmark?.Actions.Any(a => a.Kind == CorporateActionKind.Dividend) == true);
}
