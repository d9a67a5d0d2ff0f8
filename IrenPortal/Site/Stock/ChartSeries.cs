using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Site.Stock;

/// <summary>
/// Prices as the chart's script takes them: one entry for each session in every list, in shares of the newest session,
/// adjusted for splits and not for dividends. A list is null where the source has a close only.
/// </summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="Currency">ISO 4217 code of the prices.</param>
/// <param name="Dates">The sessions, ascending.</param>
/// <param name="Open">Opens; null inside where one is not known.</param>
/// <param name="High">Highs, likewise.</param>
/// <param name="Low">Lows, likewise.</param>
/// <param name="Close">Closes.</param>
/// <param name="Volume">Shares traded, likewise.</param>
public sealed record ChartSeries(
    string Symbol, string Name, string Currency, IReadOnlyList<LocalDate> Dates, IReadOnlyList<decimal?>? Open, IReadOnlyList<decimal?>? High,
    IReadOnlyList<decimal?>? Low, IReadOnlyList<decimal> Close, IReadOnlyList<long?>? Volume)
{
    private const int Decimals = 6;

    /// <summary>The lists of a series that has bars.</summary>
    public static ChartSeries Of(PriceSeries series, string name)
    {
        var adjustment = new Adjustment(series);
        var points = series.Bars.Select(b => Prices.Point(b, adjustment, series.Last!.Date)).ToList();
        return new ChartSeries(
            series.Symbol, name, series.Currency, [.. points.Select(p => p.Date)], Known([.. points.Select(p => Rounded(p.Open))]), Known([.. points.Select(p => Rounded(p.High))]),
            Known([.. points.Select(p => Rounded(p.Low))]), [.. points.Select(p => decimal.Round(p.Close, Decimals))], Known([.. points.Select(p => p.Volume)]));
    }

    private static decimal? Rounded(decimal? price) => price is { } p ? decimal.Round(p, Decimals) : null;

    private static List<T?>? Known<T>(List<T?> values)
        where T : struct => values.Exists(v => v is not null) ? values : null;
}
