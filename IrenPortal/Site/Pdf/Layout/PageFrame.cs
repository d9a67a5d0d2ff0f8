using System.Globalization;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Layout;

/// <summary>What stands around the text: the name over the first page, and under each its number and the original's address.</summary>
internal static class PageFrame
{
    private static readonly TypeSize Brand = new(15, 20, RunStyle.Strong);
    private static readonly TypeSize Foot = new(7.5, 11);

    /// <summary>The frame of a page.</summary>
    public static IReadOnlyList<PdfOp> Of(PdfContent content, int page, int pages)
    {
        const double room = Sheet.TextWidth - 80;
        var ops = new List<PdfOp> { new StrokeOp(Sheet.Margin, Sheet.Foot, Sheet.Width - Sheet.Margin, Sheet.Foot, 0.6, Ink.Line) };
        var y = Sheet.Foot + 6;
        foreach (var line in LineBreaker.Break([new Run(content.Address)], Foot, room).Take(2).Concat(LineBreaker.Break([new Run(content.FootNote, RunStyle.Muted)], Foot, room).Take(2)))
        {
            ops.Add(new LineOp(Sheet.Margin, y, Foot, line));
            y += Foot.Line;
        }

        Right(string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages}"), Sheet.Foot + 6, Foot);
        if (page == 1)
        {
            ops.Add(new LineOp(Sheet.Margin, 30, Brand, LineBreaker.Break([new Run(content.Brand)], Brand, room)[0]));
            Right(content.BrandNote, 33, TypeSize.Plain);
            ops.Add(new StrokeOp(Sheet.Margin, 56, Sheet.Width - Sheet.Margin, 56, 1, Ink.Text));
        }

        return ops;

        void Right(string text, double top, TypeSize type)
        {
            var line = LineBreaker.Break([new Run(text)], type, 200)[0];
            ops.Add(new LineOp(Sheet.Width - Sheet.Margin - line.Width, top, type, line));
        }
    }
}
