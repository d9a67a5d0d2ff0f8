using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Stock.Reactions;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Site.Stock;

/// <summary>What the stock page shows. Immutable.</summary>
/// <param name="Symbol">Symbol of the share.</param>
/// <param name="Exchange">The listing in words.</param>
/// <param name="Currency">ISO 4217 code of the prices.</param>
/// <param name="Benchmark">Symbol of the benchmark.</param>
/// <param name="Query">What the address asks of the chart.</param>
/// <param name="Quote">The newest session; null without prices.</param>
/// <param name="BenchmarkFraction">The benchmark's move on the same day; null where unknown.</param>
/// <param name="Bars">The sessions of the chart as they were traded, ascending.</param>
/// <param name="History">The chart's figures, in shares of the newest session.</param>
/// <param name="Book">Every release with its measures.</param>
public sealed record StockView(
    string Symbol, string Exchange, string Currency, string Benchmark, StockQuery Query, Quote? Quote, decimal? BenchmarkFraction,
    IReadOnlyList<Bar> Bars, PriceHistory History, ReactionBook Book)
{
    /// <summary>All prices of the share.</summary>
    public required PriceSeries Series { get; init; }

    /// <summary>The symbols that can be laid beside the share.</summary>
    public IReadOnlyList<SymbolChoice> Choices { get; init; } = [];

    /// <summary>The share beside what the address asks for; null where it asks for nothing.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Builds the view.</summary>
    /// <param name="firm">The share's bars.</param>
    /// <param name="benchmark">The benchmark's bars, or null.</param>
    /// <param name="exchange">The listing in words.</param>
    /// <param name="benchmarkSymbol">Symbol of the benchmark.</param>
    /// <param name="book">Every published release with its measures.</param>
    /// <param name="calendar">The exchange's calendar.</param>
    /// <param name="lastClosedSession">The last session that has closed.</param>
    /// <param name="query">What the address asks of the chart.</param>
    /// <param name="choices">The symbols that can be laid beside the share; those of the query are among them.</param>
    public static StockView From(
        PriceSeries firm, PriceSeries? benchmark, string exchange, string benchmarkSymbol, ReactionBook book,
        ExchangeCalendar calendar, LocalDate lastClosedSession, StockQuery query, IReadOnlyList<SymbolChoice> choices)
    {
        var quote = Prices.Quote(firm, calendar, lastClosedSession);
        var other = benchmark is null ? null : Prices.Quote(benchmark, calendar, lastClosedSession);
        var bars = quote is null ? [] : firm.Range(query.Range.From(firm), null);
        var beside = choices.Where(c => query.With.Contains(c.Symbol)).Select(c => c.Series).ToList();
        var comparison = bars.Count == 0 || beside.Count == 0 ? null : Comparison.Of(firm, [.. bars.Select(b => b.Date)], beside);
        bars = comparison is null ? bars : [.. bars.SkipWhile(b => b.Date < comparison.Since)];
        return new StockView(
            firm.Symbol, exchange, firm.Currency, benchmarkSymbol, query, quote,
            other?.Date == quote?.Date ? other?.ChangeFraction : null,
            bars, Prices.History(firm, bars, book.Releases) with { Compared = ComparedLines.Of(comparison, benchmarkSymbol) }, book)
        {
            Series = firm,
            Choices = choices,
            Comparison = comparison,
        };
    }

    /// <summary>The first session of a range; there must be prices.</summary>
    public LocalDate FirstOf(StockRange range) => range.From(Series) ?? Series.Bars[0].Date;

    /// <summary>How the chart is drawn.</summary>
    public PriceStyle Style => new(Query.Candles, Query.Log);

    /// <summary>The finding of the chart in one sentence.</summary>
    public string Label => Comparison is { Lines.Count: > 1 } ? ComparedLines.Label(Comparison) : Prices.Label(Symbol, History);

    /// <summary>What a reader must know of a comparison: from when it counts, which symbol ends early, which could not be shown.</summary>
    public IReadOnlyList<string> Notes => Comparison is null ? [] : ComparedLines.Notes(Comparison);
}
