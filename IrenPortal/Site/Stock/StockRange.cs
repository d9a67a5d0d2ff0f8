using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Site.Stock;

/// <summary>How much of the past the chart shows.</summary>
/// <param name="Query">Its value in the address.</param>
/// <param name="Name">Its name on the page.</param>
/// <param name="Span">How far back it reaches; null where it has another beginning.</param>
public sealed record StockRange(string Query, string Name, Period? Span)
{
    private const string YearToDate = "ytd";
    private const string EarlierNameOfMax = "all";

    /// <summary>The ranges from short to long.</summary>
    public static IReadOnlyList<StockRange> All { get; } =
    [
        new("1m", "1 month", Period.FromMonths(1)),
        new("3m", "3 months", Period.FromMonths(3)),
        new("6m", "6 months", Period.FromMonths(6)),
        new(YearToDate, "This year", null),
        new("1y", "1 year", Period.FromYears(1)),
        new("max", "All", null),
    ];

    /// <summary>What an address without a range shows: a year.</summary>
    public static StockRange Usual { get; } = All[^2];

    /// <summary>The range of an address; the usual one where it names none.</summary>
    public static StockRange Parse(string? query) => string.Equals(query, EarlierNameOfMax, StringComparison.OrdinalIgnoreCase)
        ? All[^1]
        : All.FirstOrDefault(r => string.Equals(r.Query, query, StringComparison.OrdinalIgnoreCase)) ?? Usual;

    /// <summary>
    /// The first day shown of a series that is not empty; null for all. This year begins with the last close of the year before,
    /// from which its change is counted.
    /// </summary>
    public LocalDate? From(PriceSeries series)
    {
        var last = series.Last!.Date;
        return Query == YearToDate ? series.LastBefore(new LocalDate(last.Year, 1, 1))?.Date : Span is null ? null : last.Minus(Span);
    }
}
