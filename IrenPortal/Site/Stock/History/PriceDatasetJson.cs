using IrenPortal.Market.Prices;
using IrenPortal.Site.Layout;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Stock.History;

/// <summary>Daily prices of a symbol as a schema.org <c>Dataset</c>, with the files that hold them.</summary>
public static class PriceDatasetJson
{
    /// <summary>The object as JSON; null where there is no session.</summary>
    public static string? Of(SiteChrome chrome, PriceSeries? series)
    {
        if (series is not { Bars: [var first, .., var last] })
        {
            return null;
        }

        var file = $"/api/v1/prices/{series.Symbol}";
        return SchemaOrg.Document(SchemaOrg.Thing(
            "Dataset",
            ("name", $"Daily prices of {series.Symbol}"),
            ("description", $"Open, high, low, close in {series.Currency} and volume of {series.Symbol} in each session from {Format.Date(first.Date)} to {Format.Date(last.Date)}, as they were traded."),
            ("url", chrome.Absolute(HistoryQuery.Path)),
            ("isAccessibleForFree", true),
            ("creator", chrome.Company.Demonstration ? null : SchemaOrg.Organization(chrome)),
            ("temporalCoverage", $"{Format.Machine(first.Date)}/{Format.Machine(last.Date)}"),
            ("variableMeasured", new[] { "Open", "High", "Low", "Close", "Volume" }),
            ("distribution", new[] { Download(".csv", "text/csv"), Download("", "application/json") })));

        Dictionary<string, object> Download(string ending, string type) =>
            SchemaOrg.Thing("DataDownload", ("encodingFormat", type), ("contentUrl", chrome.Absolute(file + ending)));
    }
}
