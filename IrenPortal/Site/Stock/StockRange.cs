using NodaTime;

namespace IrenPortal.Site.Stock;

/// <summary>How much of the past the chart shows.</summary>
/// <param name="Query">Its value in the address.</param>
/// <param name="Name">Its name on the page.</param>
/// <param name="Span">How far back it reaches; null for all.</param>
public sealed record StockRange(string Query, string Name, Period? Span)
{
    /// <summary>The ranges from short to long.</summary>
    public static IReadOnlyList<StockRange> All { get; } =
    [
        new("1m", "1 month", Period.FromMonths(1)),
        new("6m", "6 months", Period.FromMonths(6)),
        new("1y", "1 year", Period.FromYears(1)),
        new("all", "All", null),
    ];

    /// <summary>The range of an address; a year where it names none.</summary>
    public static StockRange Parse(string? query) =>
        All.FirstOrDefault(r => string.Equals(r.Query, query, StringComparison.OrdinalIgnoreCase)) ?? All[2];

    /// <summary>The first day shown when the newest is <paramref name="last"/>; null for all.</summary>
    public LocalDate? From(LocalDate last) => Span is null ? null : last.Minus(Span);
}
