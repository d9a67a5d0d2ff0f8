using IrenPortal.Ui.Charts;

namespace IrenPortal.Site.Pdf.Layout;

/// <summary>A chart of the page as a PDF has it: the page's own drawing at a smaller scale.</summary>
/// <param name="Drawing">Its geometry.</param>
/// <param name="Label">One sentence that carries the finding.</param>
/// <param name="Left">Margin for labels in the drawing's pixels.</param>
/// <param name="Right">The same at the right.</param>
internal sealed record PdfChart(Drawing Drawing, string Label, double Left = 0, double Right = 0)
{
    /// <summary>Points for a pixel.</summary>
    public const double Scale = 0.58;

    /// <summary>Height in points.</summary>
    public double Height => Drawing.Height * Scale;
}
