using System.Runtime.InteropServices;

namespace IrenPortal.Site.Pdf.Writing;

/// <summary>A colour in sRGB.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfColor(byte Red, byte Green, byte Blue)
{
    /// <summary>The paper's.</summary>
    public static readonly PdfColor White = new(255, 255, 255);

    /// <summary>Its three shares as a content stream has them.</summary>
    public override string ToString() => $"{PdfSyntax.Number(Red / 255d)} {PdfSyntax.Number(Green / 255d)} {PdfSyntax.Number(Blue / 255d)}";
}

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Width">In points.</param>
/// <param name="Dash">Lengths of strokes and gaps in points; empty for none.</param>
internal sealed record PdfPen(PdfColor Color, double Width, IReadOnlyList<double> Dash)
{
    /// <summary>An unbroken line.</summary>
    public PdfPen(PdfColor color, double width)
        : this(color, width, [])
    {
    }
}
