namespace IrenPortal.Site.Pdf.Layout;

/// <summary>A box at its place.</summary>
/// <param name="Y">Its top, in points from the paper's.</param>
/// <param name="Box">The box.</param>
/// <param name="IsRepeat">True for a table's head that stood on a page before.</param>
/// <param name="Gap">Space between it and the box above on the same page.</param>
/// <param name="Joined">How many of the lines beside it go on from that box, over the space.</param>
internal sealed record PlacedBox(double Y, PdfBox Box, bool IsRepeat, double Gap, int Joined);

/// <summary>Parts the boxes of a text among pages.</summary>
internal static class Pagination
{
    /// <summary>The pages, at least one.</summary>
    public static IReadOnlyList<IReadOnlyList<PlacedBox>> Of(IReadOnlyList<PdfBox> boxes)
    {
        var pages = new List<List<PlacedBox>> { new() };
        var y = Sheet.FirstTop;
        for (var i = 0; i < boxes.Count; i++)
        {
            var box = boxes[i];
            var gap = pages[^1].Count == 0 ? 0 : box.Before;
            if (pages[^1].Count > 0 && y + gap + Needed(boxes, i) > Sheet.Bottom)
            {
                pages.Add([]);
                (y, gap) = (Sheet.Top, 0);
                if (box.Repeat is { } head)
                {
                    pages[^1].Add(new PlacedBox(y, head, IsRepeat: true, 0, 0));
                    y += head.Height;
                }
            }

            pages[^1].Add(new PlacedBox(y + gap, box, IsRepeat: false, gap, pages[^1].Count == 0 ? 0 : Joined(pages[^1][^1].Box, box)));
            y += gap + box.Height;
        }

        return pages;
    }

    private static int Joined(PdfBox above, PdfBox box) => above.Rails.Zip(box.Rails).TakeWhile(r => r.First.Equals(r.Second)).Count();

    // The height of a box with those that must follow it, but no more than could ever stand together.
    private static double Needed(IReadOnlyList<PdfBox> boxes, int first)
    {
        var height = boxes[first].Height;
        for (var i = first; boxes[i].KeepsNext && i + 1 < boxes.Count; i++)
        {
            var more = boxes[i + 1].Before + boxes[i + 1].Height;
            if (height + more > (Sheet.Bottom - Sheet.Top) * 0.7)
            {
                break;
            }

            height += more;
        }

        return height;
    }
}
