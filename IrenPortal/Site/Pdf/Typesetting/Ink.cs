using IrenPortal.Site.Pdf.Writing;

namespace IrenPortal.Site.Pdf.Typesetting;

/// <summary>The colours of a PDF: the site's light ones on white, so that they hold on a screen and on paper.</summary>
internal static class Ink
{
    /// <summary>Text.</summary>
    public static readonly PdfColor Text = new(0x16, 0x14, 0x12);

    /// <summary>Text that stands back.</summary>
    public static readonly PdfColor Muted = new(0x5C, 0x56, 0x4D);

    /// <summary>Hairlines.</summary>
    public static readonly PdfColor Line = new(0xB8, 0xB1, 0xA3);

    /// <summary>Axes and the strokes of what is filled.</summary>
    public static readonly PdfColor Control = new(0x82, 0x7B, 0x6F);

    /// <summary>Links, and the line that means when the market was told.</summary>
    public static readonly PdfColor Accent = new(0xA6, 0x3F, 0x0A);

    /// <summary>Ranges in charts.</summary>
    public static readonly PdfColor Band = new(0xE7, 0xE1, 0xD6);

    /// <summary>Behind code.</summary>
    public static readonly PdfColor Sunken = new(0xF2, 0xEF, 0xE8);

    /// <summary>The benchmark in charts.</summary>
    public static readonly PdfColor Index = new(0x7A, 0x73, 0x68);
}
