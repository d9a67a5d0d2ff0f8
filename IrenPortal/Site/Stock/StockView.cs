using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Site.Stock;

/// <summary>What the stock page shows. Immutable.</summary>
/// <param name="Symbol">Symbol of the share.</param>
/// <param name="Exchange">The listing in words.</param>
/// <param name="Currency">ISO 4217 code of the prices.</param>
/// <param name="Benchmark">Symbol of the benchmark.</param>
/// <param name="Range">What the chart reaches back to.</param>
/// <param name="Quote">The newest session; null without prices.</param>
/// <param name="BenchmarkFraction">The benchmark's move on the same day; null where unknown.</param>
/// <param name="Bars">The sessions of the range as they were traded, ascending.</param>
/// <param name="History">The chart's figures, in shares of the newest session.</param>
/// <param name="Releases">Every release, newest first.</param>
public sealed record StockView(
    string Symbol, string Exchange, string Currency, string Benchmark, StockRange Range, Quote? Quote, decimal? BenchmarkFraction,
    IReadOnlyList<Bar> Bars, PriceHistory History, IReadOnlyList<NumberedRelease> Releases)
{
    /// <summary>Builds the view.</summary>
    /// <param name="firm">The share's bars.</param>
    /// <param name="benchmark">The benchmark's bars, or null.</param>
    /// <param name="exchange">The listing in words.</param>
    /// <param name="benchmarkSymbol">Symbol of the benchmark.</param>
    /// <param name="releases">Every published release, in any order.</param>
    /// <param name="calendar">The exchange's calendar.</param>
    /// <param name="lastClosedSession">The last session that has closed.</param>
    /// <param name="range">The range as the address has it; anything unknown is a year.</param>
    public static StockView From(
        PriceSeries firm, PriceSeries? benchmark, string exchange, string benchmarkSymbol, IEnumerable<ReleaseReaction> releases,
        ExchangeCalendar calendar, LocalDate lastClosedSession, string? range)
    {
        var reach = StockRange.Parse(range);
        var quote = Prices.Quote(firm, calendar, lastClosedSession);
        var other = benchmark is null ? null : Prices.Quote(benchmark, calendar, lastClosedSession);
        var numbered = Number(releases, calendar);
        var bars = quote is null ? [] : firm.Range(reach.From(quote.Date), null);
        return new StockView(
            firm.Symbol, exchange, firm.Currency, benchmarkSymbol, reach, quote,
            other?.Date == quote?.Date ? other?.ChangeFraction : null,
            bars, Prices.History(firm, bars, numbered), [.. numbered.Reverse()]);
    }

    /// <summary>The finding of the chart in one sentence.</summary>
    public string Label => Prices.Label(Symbol, History);

    private static IReadOnlyList<NumberedRelease> Number(IEnumerable<ReleaseReaction> releases, ExchangeCalendar calendar) =>
        [.. releases.OrderBy(r => r.Moment.FirstInstant(calendar.Zone, calendar)).ThenBy(r => r.Slug, StringComparer.Ordinal)
            .Select((r, i) => new NumberedRelease(i + 1, r))];
}
