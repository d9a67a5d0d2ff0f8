using IrenPortal.Site.Pdf.Layout;
using IrenPortal.Site.Pdf.Typesetting;
using IrenPortal.Site.Pdf.Writing;

namespace IrenPortal.Site.Pdf.Painting;

/// <summary>How a mark of a chart is painted: what the style sheet of <c>ChartFrame</c> says of its classes, on paper.</summary>
/// <param name="Line">For lines.</param>
/// <param name="Stroke">Around areas; null for none.</param>
/// <param name="Fill">In areas.</param>
/// <param name="Text">For words.</param>
internal sealed record ChartStyle(PdfPen Line, PdfPen? Stroke, PdfColor Fill, PdfColor Text)
{
    private static readonly ChartStyle Plain = new(Pen(Ink.Control, 1), null, Ink.Text, Ink.Text);

    private static readonly Dictionary<string, Func<ChartStyle, ChartStyle>> Classes = new(StringComparer.Ordinal)
    {
        ["grid"] = s => s with { Line = Pen(Ink.Line, 0.6) },
        ["row"] = s => s with { Line = Pen(Ink.Line, 0.6) },
        ["usual"] = s => s with { Line = Pen(Ink.Control, 1, 2, 3) },
        ["event"] = s => s with { Line = Pen(Ink.Accent, 2) },
        ["other"] = s => s with { Line = Pen(Ink.Accent, 1.5, 4, 4) },
        ["open"] = s => s with { Line = Pen(Ink.Text, 2) },
        ["close"] = s => s with { Line = Pen(Ink.Text, 5) },
        ["press"] = s => s with { Line = Pen(Ink.Muted, 1, 2, 3) },
        ["firm"] = s => s with { Line = Pen(Ink.Text, 2) },
        ["index"] = s => s with { Line = Pen(Ink.Index, 2, 2, 2.5) },
        ["leader"] = s => s with { Line = Pen(Ink.Accent, 1.25) },
        ["index-dot"] = s => s with { Fill = Ink.Index },
        ["release"] = s => s with { Fill = Ink.Accent },
        ["volume"] = s => s with { Fill = Ink.Control },
        ["day-zero"] = s => s with { Fill = Ink.Text },
        ["band"] = s => s with { Fill = Ink.Band, Stroke = Pen(Ink.Control, 1) },
        ["ringed"] = s => s with { Stroke = Pen(PdfColor.White, 2) },
        ["muted"] = s => s with { Text = Ink.Muted },
        ["accent"] = s => s with { Text = Ink.Accent },
        ["on-ink"] = s => s with { Text = PdfColor.White },
    };

    /// <summary>The style of some classes; those that say nothing on paper are passed over.</summary>
    public static ChartStyle Of(string classes) =>
        classes.Split(' ').Aggregate(Plain, (style, name) => Classes.TryGetValue(name, out var apply) ? apply(style) : style);

    private static PdfPen Pen(PdfColor color, double pixels, params double[] dashes) =>
        new(color, pixels * PdfChart.Scale, [.. dashes.Select(d => d * PdfChart.Scale)]);
}
