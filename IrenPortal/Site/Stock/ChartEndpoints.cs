using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Stock;

/// <summary>What the chart's script asks for: each symbol's prices once, and what to mark on them.</summary>
internal static class ChartEndpoints
{
    /// <summary>Where the prices of a symbol are, its symbol and <c>.json</c> left out.</summary>
    public const string SeriesAddress = "/stock/series/";

    /// <summary>Where the marks are.</summary>
    public const string MarkersAddress = "/stock/markers.json";

    public static void MapStockChart(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead(SeriesAddress + "{symbol}.json", Series);
        site.MapGetOrHead(MarkersAddress, Markers);
    }

    private static Task<IResult> Series(string symbol, SiteAnswers answers) => answers.AtAsync($"{SeriesAddress}{symbol}.json", moment =>
        moment.Site.Prices.GetValueOrDefault(symbol) is { Bars.Count: > 0 } series
            ? Json(ChartSeries.Of(series, moment.Site.Company.Symbols.FirstOrDefault(s => s.Symbol == symbol)?.Name ?? symbol))
            : null);

    private static Task<IResult> Markers(SiteAnswers answers) => answers.AtAsync(MarkersAddress, moment =>
        Json(ChartMarkers.Of(moment.Site)));

    private static Answer Json<T>(T value) => new("application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, ContentJson.Options));
}
