using IrenPortal.Site.Pdf.Markup;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Layout;

/// <summary>Sets key figures side by side between hairlines, as the page does.</summary>
internal static class FactsLayout
{
    private const double Padding = 9;
    private const int MostFigure = 14;

    /// <summary>Adds the rows of figures.</summary>
    public static void Add(PdfFlow flow, FactsBlock block, double left, double width, double before)
    {
        var across = block.Facts.Count switch { 0 => 1, <= 3 => block.Facts.Count, 4 or 7 or 8 => 4, 6 or 9 => 3, _ => 5 };
        flow.Begin(new BeginOp("L"));
        foreach (var (row, index) in block.Facts.Chunk(across).Select((r, i) => (r, i)))
        {
            flow.Add(Row(row, across, left, width, index == 0 ? before : 0));
        }

        flow.End();
    }

    private static PdfBox Row(Fact[] facts, int across, double left, double width, double before)
    {
        var column = width / across;
        var cells = facts.Select((fact, i) => Cell(fact, left + (i * column) + (i == 0 ? 0 : Padding), column - (i == 0 ? Padding : 2 * Padding))).ToList();
        var height = cells.Max(c => c.Height) + 11;
        var box = new PdfBox(height) { Before = before, KeepsNext = false };
        box.Ops.Add(new StrokeOp(left, 0, left + width, 0, 0.6, Ink.Line));
        box.Ops.Add(new StrokeOp(left, height, left + width, height, 0.6, Ink.Line));
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                box.Ops.Add(new StrokeOp(left + (i * column), 0, left + (i * column), height, 0.6, Ink.Line));
            }

            box.Ops.AddRange(cells[i].Ops);
        }

        return box;
    }

    private static (double Height, List<PdfOp> Ops) Cell(Fact fact, double x, double width)
    {
        var y = 6.0;
        var ops = new List<PdfOp> { new BeginOp("LI"), new BeginOp("Lbl") };
        Lines([new Run(fact.Label, RunStyle.Muted)], TypeSize.Small);
        ops.AddRange([new EndOp(), new BeginOp("LBody")]);
        Lines([new Run(fact.Figure)], fact.Figure.Length > MostFigure ? TypeSize.FigureWords : TypeSize.Figure);
        foreach (var remark in fact.Remarks)
        {
            Lines([.. remark.Select(r => r with { Style = r.Style | RunStyle.Muted })], TypeSize.Small);
        }

        ops.AddRange([new EndOp(), new EndOp()]);
        return (y, ops);

        void Lines(IReadOnlyList<Run> runs, TypeSize type)
        {
            foreach (var line in LineBreaker.Break(runs, type, width))
            {
                ops.Add(new LineOp(x, y, type, line));
                y += type.Line;
            }
        }
    }
}
