using IrenPortal.Site.News;
using IrenPortal.Site.Pdf.Layout;
using IrenPortal.Ui.Charts;

namespace IrenPortal.Site.Pdf;

/// <summary>The charts of a reaction by the names that the text uses: the page's drawings with the margins of its style sheet.</summary>
internal static class PdfCharts
{
    /// <summary>The trading day.</summary>
    public const string Day = "day";

    /// <summary>The sessions around the release.</summary>
    public const string Window = "window";

    /// <summary>What is not explained, by window.</summary>
    public const string Ranges = "ranges";

    /// <summary>The charts that a reaction has.</summary>
    public static IReadOnlyDictionary<string, PdfChart> Of(ReactionView? view)
    {
        var charts = new Dictionary<string, PdfChart>(StringComparer.Ordinal);
        if (view?.Day is { } day)
        {
            charts[Day] = new PdfChart(TradingDayDrawing.Make(day, wide: false), ReactionCharts.DayLabel(view));
        }

        if (view is { HasWindow: true })
        {
            charts[Window] = new PdfChart(SessionWindowDrawing.Make(ReactionCharts.Window(view), wide: true), ReactionCharts.WindowLabel(view), 60, 108);
        }

        if (view is { HasEstimates: true })
        {
            charts[Ranges] = new PdfChart(RangeRowsDrawing.Make(ReactionCharts.Ranges(view), wide: true), ReactionCharts.RangesLabel(view), RangeRowsDrawing.LabelMargin);
        }

        return charts;
    }
}
