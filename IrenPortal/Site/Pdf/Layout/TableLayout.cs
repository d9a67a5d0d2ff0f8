using IrenPortal.Site.Pdf.Markup;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Layout;

/// <summary>Sets a table over the whole width; its head stands again on every page that it runs on to.</summary>
internal static class TableLayout
{
    private const double WideGap = 10;
    private const double NarrowGap = 5;
    private const double Padding = 3.5;
    private const double MostRow = 260;
    private const double MostTogether = 230;

    /// <summary>Adds the rows of a table.</summary>
    public static void Add(PdfFlow flow, TableBlock table, double left, double width, double before, IReadOnlyList<double> rails)
    {
        var columns = table.Head.Concat(table.Body).Select(r => r.Sum(c => c.Span)).DefaultIfEmpty().Max();
        if (columns == 0)
        {
            return;
        }

        var type = columns switch { <= 6 => TypeSize.Plain, <= 8 => TypeSize.Small, _ => TypeSize.Tiny };
        var gap = type == TypeSize.Tiny ? NarrowGap : WideGap;
        var widths = ColumnWidths.Of(table, columns, type, width + gap, gap);
        var head = table.Head.SelectMany(r => Rows(r, isHead: true, null)).ToList();
        var repeat = head.Count == 0 || head.Sum(b => b.Height) > MostRow ? null : Together(head);
        var body = table.Body.SelectMany(r => Rows(r, isHead: false, repeat)).ToList();

        // A short table stands on one page; of a long one neither its first nor its last row stands alone.
        var isShort = head.Concat(body).Sum(b => b.Height) <= MostTogether;
        for (var i = 0; i < body.Count - 1; i++)
        {
            body[i].KeepsNext = isShort || i == 0 || i == body.Count - 2;
        }

        flow.Begin(new BeginOp("Table"));
        Part("THead", head);
        Part("TBody", body);
        flow.End();

        void Part(string tag, IReadOnlyList<PdfBox> boxes)
        {
            if (boxes.Count == 0)
            {
                return;
            }

            flow.Begin(new BeginOp(tag));
            foreach (var box in boxes)
            {
                (box.Before, before) = (before, 0);
                box.KeepsNext |= tag == "THead";
                flow.Add(box);
            }

            flow.End();
        }

        IEnumerable<PdfBox> Rows(IReadOnlyList<TableCell> row, bool isHead, PdfBox? again)
        {
            var cells = new List<(TableCell Cell, double X, double Width, IReadOnlyList<Line> Lines)>();
            var (at, x) = (0, left);
            foreach (var cell in row)
            {
                var taken = widths.AsSpan(at, Math.Min(cell.Span, columns - at));
                var room = Sum(taken) - gap;
                cells.Add((cell, x, room, LineBreaker.Break(cell.Runs, type, room)));
                x += Sum(taken);
                at += cell.Span;
            }

            // A row that would fill pages goes on in rows of its own.
            var most = Math.Max(1, (int)(MostRow / type.Line));
            var lines = cells.Select(c => c.Lines.Count).DefaultIfEmpty(1).Max();
            for (var from = 0; from < lines; from += most)
            {
                var count = Math.Min(most, lines - from);
                var height = (count * type.Line) + (2 * Padding);
                var box = new PdfBox(height) { Repeat = again, Rails = rails };
                box.Ops.Add(new BeginOp("TR"));
                foreach (var (cell, cellX, room, words) in cells)
                {
                    box.Ops.Add(new BeginOp(cell.IsHead ? "TH" : "TD", cell.IsHead ? isHead ? "Column" : "Row" : null, cell.Span));
                    box.Ops.AddRange(words.Skip(from).Take(count).Select((l, i) => new LineOp(cellX + Shift(cell.Side, room - l.Width), Padding + (i * type.Line), type, l)));
                    box.Ops.Add(new EndOp());
                }

                box.Ops.Add(new EndOp());
                if (from + count >= lines)
                {
                    box.Ops.Add(new StrokeOp(left, height, left + width, height, isHead ? 1 : 0.5, isHead ? Ink.Control : Ink.Line));
                }

                yield return box;
            }
        }
    }

    private static PdfBox Together(List<PdfBox> boxes)
    {
        var together = new PdfBox(boxes.Sum(b => b.Height));
        var y = 0.0;
        foreach (var box in boxes)
        {
            together.Ops.Add(new GroupOp(0, y, [.. box.Ops]));
            y += box.Height;
        }

        return together;
    }

    private static double Shift(CellSide side, double room) => side switch { CellSide.Right => room, CellSide.Middle => room / 2, _ => 0 };

    private static double Sum(ReadOnlySpan<double> widths)
    {
        var sum = 0.0;
        foreach (var width in widths)
        {
            sum += width;
        }

        return sum;
    }
}
