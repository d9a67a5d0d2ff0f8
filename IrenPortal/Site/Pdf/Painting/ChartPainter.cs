using IrenPortal.Site.Pdf.Layout;
using IrenPortal.Site.Pdf.Typesetting;
using IrenPortal.Site.Pdf.Writing;
using IrenPortal.Ui.Charts;

namespace IrenPortal.Site.Pdf.Painting;

/// <summary>
/// Paints a drawing of <c>Ui/Charts</c> as vectors: the geometry is the page's, and what the page's style sheet says of each
/// class stands in <see cref="ChartStyle"/>.
/// </summary>
internal sealed class ChartPainter(PdfCanvas canvas, PdfFonts fonts, double left, double top, double width, PdfChart chart)
{
    private readonly double _left = left + (chart.Left * PdfChart.Scale);
    private readonly double _width = width - ((chart.Left + chart.Right) * PdfChart.Scale);

    /// <summary>Paints all marks from back to front.</summary>
    /// <exception cref="InvalidOperationException">The drawing has a mark that no chart of an announcement has.</exception>
    public void Paint()
    {
        foreach (var mark in chart.Drawing.Marks)
        {
            var style = ChartStyle.Of(mark.Class);
            switch (mark)
            {
                case Rule r: canvas.Line(style.Line, new(X(r.X1), Y(r.Y1)), new(X(r.X2), Y(r.Y2))); break;
                case Stub s: canvas.Line(style.Line, new(X(s.X, s.From), Y(s.Y)), new(X(s.X, s.To), Y(s.Y))); break;
                case Block b: canvas.Rectangle(style.Stroke, style.Fill, X(Math.Min(b.X1, b.X2)), Y(b.Y), Math.Abs(b.X2 - b.X1) * _width, Math.Max(0, b.Height) * PdfChart.Scale); break;
                case Curve c: Curve(style, c); break;
                case Area a: canvas.Area(style.Stroke, style.Fill, [.. a.Upper.Concat(a.Lower.Reverse()).Select(Point)]); break;
                case Columns c: Columns(style, c); break;
                case Dot d: canvas.Circle(style.Stroke, style.Fill, new(X(d.X), Y(d.Y)), d.Radius * PdfChart.Scale); break;
                case Diamond d: canvas.Area(style.Stroke, style.Fill, new(X(d.X, -d.Radius), Y(d.Y)), new(X(d.X), Y(d.Y - d.Radius)), new(X(d.X, d.Radius), Y(d.Y)), new(X(d.X), Y(d.Y + d.Radius))); break;
                case Words w: Words(w, style); break;
                default: throw new InvalidOperationException($"No way to paint a {mark.GetType().Name}.");
            }
        }
    }

    private void Curve(ChartStyle style, Curve curve)
    {
        foreach (var run in curve.Runs.Where(r => r.Count > 1))
        {
            canvas.Line(style.Line, [.. run.Select(Point)]);
        }
    }

    private void Columns(ChartStyle style, Columns columns)
    {
        foreach (var bar in columns.Tops)
        {
            canvas.Rectangle(null, style.Fill, X(bar.X - columns.HalfWidth), Y(bar.Y), columns.HalfWidth * 2 * _width, (columns.Base - bar.Y) * PdfChart.Scale);
        }
    }

    private void Words(Words words, ChartStyle style)
    {
        var classes = words.Class.Split(' ');
        var strong = classes.Contains("strong", StringComparer.Ordinal) || classes.Contains("large", StringComparer.Ordinal);
        var size = words.Size * PdfChart.Scale;
        var parts = PdfFaces.Parts(words.Text, strong ? RunStyle.Strong : RunStyle.None).ToList();
        var wide = parts.Sum(p => p.Face.WidthOf(p.Text, size));
        var x = X(words.X, words.Offset) - (words.Anchor switch { Anchor.Middle => wide / 2, Anchor.End => wide, _ => 0 });
        if (classes.Contains("halo", StringComparer.Ordinal))
        {
            canvas.Rectangle(null, PdfColor.White, x - 1, Y(words.Y) - (size * 0.8), wide + 2, size);
        }

        foreach (var part in parts)
        {
            var (font, glyphs) = fonts.Encode(part.Face, part.Text);
            canvas.Glyphs(font, size, 0, style.Text, new(x, Y(words.Y)), glyphs);
            x += part.Face.WidthOf(part.Text, size);
        }
    }

    private PdfPoint Point(PlotPoint point) => new(X(point.X), Y(point.Y));

    private double X(double share, double pixels = 0) => _left + (share * _width) + (pixels * PdfChart.Scale);

    private double Y(double pixels) => top + (pixels * PdfChart.Scale);
}
