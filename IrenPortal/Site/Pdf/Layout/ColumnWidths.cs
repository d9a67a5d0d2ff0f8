using IrenPortal.Site.Pdf.Markup;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Layout;

/// <summary>Shares a table's width among its columns: what their words need at least, the rest by what they would like.</summary>
internal static class ColumnWidths
{
    private const double MostLiked = 320;
    private const double HeldTogether = 6;

    /// <summary>The widths, gaps included; their sum is the table's.</summary>
    public static double[] Of(TableBlock table, int columns, TypeSize type, double width, double gap)
    {
        var (least, liked) = (new double[columns], new double[columns]);
        Array.Fill(least, type.Size + gap);
        foreach (var (row, isHead) in table.Head.Select(r => (r, true)).Concat(table.Body.Select(r => (r, false))))
        {
            var at = 0;
            foreach (var cell in row)
            {
                if (cell.Span == 1 && at < columns)
                {
                    var (word, line) = Wishes(cell, type);

                    // A date or a figure of two words is read as one.
                    word = !isHead && line <= HeldTogether * type.Size ? line : word;
                    least[at] = Math.Max(least[at], Math.Min(word, MostLiked) + gap);
                    liked[at] = Math.Max(liked[at], Math.Min(line, MostLiked) + gap);
                }

                at += cell.Span;
            }
        }

        for (var i = 0; i < columns; i++)
        {
            liked[i] = Math.Max(liked[i], least[i]);
        }

        var (least0, liked0) = (least.Sum(), liked.Sum());
        return liked0 <= width ? [.. liked.Select(l => l * width / liked0)]
            : least0 <= width ? [.. least.Select((l, i) => l + ((width - least0) * (liked[i] - l) / Math.Max(liked0 - least0, 1e-9)))]
            : [.. least.Select(l => l * width / least0)];
    }

    private static (double Word, double Line) Wishes(TableCell cell, TypeSize type)
    {
        var (longest, word, line, widest) = (0.0, 0.0, 0.0, 0.0);
        foreach (var run in cell.Runs)
        {
            var style = run.Style | type.Style;
            foreach (var part in PdfFaces.Parts(run.Text, style))
            {
                foreach (var c in part.Text.EnumerateRunes())
                {
                    var wide = part.Face.WidthOf(c.ToString(), type.Of(style));
                    word = c.Value == ' ' ? 0 : word + wide;
                    line += wide;
                    longest = Math.Max(longest, word);
                }
            }

            if (run.Text == "\n")
            {
                (word, line) = (0, 0);
            }

            widest = Math.Max(widest, line);
        }

        return (longest, widest);
    }
}
