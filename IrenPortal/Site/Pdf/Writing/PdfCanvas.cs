using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using IrenPortal.Site.Pdf.Layout;

namespace IrenPortal.Site.Pdf.Writing;

/// <summary>A point of the paper, in points from its upper left corner.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfPoint(double X, double Y);

/// <summary>What is painted on a page, as its content stream; positions are from the upper left corner. Mutable.</summary>
internal sealed class PdfCanvas
{
    private readonly StringBuilder _content = new(16 * 1024);

    /// <summary>The stream.</summary>
    public byte[] Bytes => Encoding.Latin1.GetBytes(_content.ToString());

    /// <summary>Begins a part that belongs to an element of the structure.</summary>
    public void BeginMarked(string tag, int id) => _content.Append(CultureInfo.InvariantCulture, $"/{tag}<</MCID {id}>>BDC\n");

    /// <summary>Begins a part that belongs to none.</summary>
    public void BeginArtifact() => _content.Append("/Artifact BMC\n");

    /// <summary>Ends the part.</summary>
    public void EndMarked() => _content.Append("EMC\n");

    /// <summary>Writes glyphs from a base line's left end.</summary>
    /// <param name="font">The font's name among the page's.</param>
    /// <param name="size">In points.</param>
    /// <param name="track">Space added after each glyph, in points.</param>
    /// <param name="color">Of the type.</param>
    /// <param name="at">Where the base line begins.</param>
    /// <param name="glyphs">Their numbers, four hexadecimal digits each.</param>
    public void Glyphs(string font, double size, double track, PdfColor color, PdfPoint at, string glyphs) =>
        _content.Append(CultureInfo.InvariantCulture, $"BT /{font} {N(size)} Tf {N(track)} Tc {color} rg {N(at.X)} {N(Sheet.Height - at.Y)} Td <{glyphs}> Tj ET\n");

    /// <summary>Draws a line from point to point.</summary>
    public void Line(PdfPen pen, params ReadOnlySpan<PdfPoint> points)
    {
        Pen(pen);
        Path(points);
        _content.Append("S\n");
    }

    /// <summary>Fills an area, with a line around it where there is a pen.</summary>
    public void Area(PdfPen? pen, PdfColor? fill, params ReadOnlySpan<PdfPoint> points)
    {
        Begin(pen, fill);
        Path(points);
        End(pen, fill);
    }

    /// <summary>Fills a rectangle, with a line around it where there is a pen.</summary>
    public void Rectangle(PdfPen? pen, PdfColor? fill, double x, double y, double width, double height) =>
        Area(pen, fill, new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height));

    /// <summary>Fills a circle, with a line around it where there is a pen.</summary>
    public void Circle(PdfPen? pen, PdfColor? fill, PdfPoint middle, double radius)
    {
        // A quarter of a circle as a Bézier curve.
        const double kappa = 0.5523;
        var (x, y, r, k) = (middle.X, Sheet.Height - middle.Y, radius, radius * kappa);
        Begin(pen, fill);
        _content.Append(CultureInfo.InvariantCulture, $"{N(x + r)} {N(y)} m {N(x + r)} {N(y + k)} {N(x + k)} {N(y + r)} {N(x)} {N(y + r)} c {N(x - k)} {N(y + r)} {N(x - r)} {N(y + k)} {N(x - r)} {N(y)} c ");
        _content.Append(CultureInfo.InvariantCulture, $"{N(x - r)} {N(y - k)} {N(x - k)} {N(y - r)} {N(x)} {N(y - r)} c {N(x + k)} {N(y - r)} {N(x + r)} {N(y - k)} {N(x + r)} {N(y)} c ");
        End(pen, fill);
    }

    private void Begin(PdfPen? pen, PdfColor? fill)
    {
        if (pen is not null)
        {
            Pen(pen);
        }

        if (fill is { } color)
        {
            _content.Append(CultureInfo.InvariantCulture, $"{color} rg ");
        }
    }

    private void End(PdfPen? pen, PdfColor? fill) => _content.Append((pen, fill) switch { (not null, not null) => "b\n", (not null, null) => "s\n", _ => "f\n" });

    private void Pen(PdfPen pen) =>
        _content.Append(CultureInfo.InvariantCulture, $"{pen.Color} RG {N(pen.Width)} w [{string.Join(' ', pen.Dash.Select(N))}] 0 d 1 j ");

    private void Path(ReadOnlySpan<PdfPoint> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            _content.Append(CultureInfo.InvariantCulture, $"{N(points[i].X)} {N(Sheet.Height - points[i].Y)} {(i == 0 ? 'm' : 'l')} ");
        }
    }

    private static string N(double value) => PdfSyntax.Number(value);
}
