using System.Globalization;
using IrenPortal.Site.Pdf.Layout;
using IrenPortal.Site.Pdf.Typesetting;
using IrenPortal.Site.Pdf.Writing;

namespace IrenPortal.Site.Pdf.Painting;

/// <summary>Where a link in the text leads.</summary>
/// <param name="Page">The page's place, from 0.</param>
/// <param name="Y">From the paper's top, in points.</param>
internal sealed record PdfGoal(int Page, double Y);

/// <summary>Paints placed boxes with their structure, links and outline. Mutable, for one document.</summary>
/// <param name="structure">The tree of elements.</param>
/// <param name="fonts">The fonts.</param>
/// <param name="outline">The outline.</param>
/// <param name="pages">The document's pages.</param>
/// <param name="goals">What links in the text lead to.</param>
internal sealed class PdfPainter(PdfStructure structure, PdfFonts fonts, PdfOutline outline, IReadOnlyList<PdfPage> pages, IReadOnlyDictionary<string, PdfGoal> goals)
{
    private PdfElement _element = structure.Document;
    private PdfPage _page = pages[0];

    /// <summary>Paints a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="boxes">What stands on it.</param>
    /// <param name="frame">What stands around that, such as its number.</param>
    public void Paint(PdfPage page, IReadOnlyList<PlacedBox> boxes, IReadOnlyList<PdfOp> frame)
    {
        _page = page;
        Silent(frame, 0, 0);
        foreach (var placed in boxes)
        {
            Rails(placed);
            if (placed.IsRepeat)
            {
                Silent(placed.Box.Ops, Sheet.Margin, placed.Y);
            }
            else
            {
                Ops(placed.Box.Ops, Sheet.Margin, placed.Y);
            }
        }
    }

    private void Rails(PlacedBox placed)
    {
        for (var i = 0; i < placed.Box.Rails.Count; i++)
        {
            var x = Sheet.Margin + placed.Box.Rails[i];
            _page.MarkArtifact();
            _page.Canvas.Line(new PdfPen(Ink.Line, 2), new(x, placed.Y - (i < placed.Joined ? placed.Gap : 0)), new(x, placed.Y + placed.Box.Height));
        }
    }

    private void Ops(IReadOnlyList<PdfOp> ops, double x, double y)
    {
        foreach (var op in ops)
        {
            switch (op)
            {
                case BeginOp begin: Begin(begin.Tag, EntriesOf(begin)); break;
                case EndOp: _element = _element.Parent!; break;
                case OutlineOp entry: outline.Add(entry.Level, entry.Title, _page.Number, y - 6); break;
                case LineOp line: Line(line, x, y); break;
                case StrokeOp or AreaOp: Silent([op], x, y); break;
                case ChartOp chart: Chart(chart, x, y); break;
                case GroupOp group: Ops(group.Ops, x + group.X, y + group.Y); break;
            }
        }
    }

    private void Silent(IReadOnlyList<PdfOp> ops, double x, double y)
    {
        _page.MarkArtifact();
        foreach (var op in ops)
        {
            switch (op)
            {
                case LineOp line:
                    foreach (var piece in line.Line.Pieces)
                    {
                        Text(piece, line, x, y, ColorOf(piece.Run, isLink: false));
                    }

                    break;
                case StrokeOp s: _page.Canvas.Line(new PdfPen(s.Color, s.Width), new(x + s.X1, y + s.Y1), new(x + s.X2, y + s.Y2)); break;
                case AreaOp { IsFrame: true } a: _page.Canvas.Rectangle(new PdfPen(a.Color, 0.8), null, x + a.X, y + a.Y, a.Width, a.Height); break;
                case AreaOp a: _page.Canvas.Rectangle(null, a.Color, x + a.X, y + a.Y, a.Width, a.Height); break;
                case GroupOp group: Silent(group.Ops, x + group.X, y + group.Y); break;
            }
        }
    }

    private void Line(LineOp op, double x, double y)
    {
        foreach (var (href, pieces) in ByLink(op.Line.Pieces))
        {
            var target = href is null ? null : TargetOf(href);
            if (target is not null)
            {
                Begin("Link", "");
                var (left, top) = (x + op.X + pieces[0].X, y + op.Y);
                _page.Link(_element, (left, top, x + op.X + pieces[^1].X + pieces[^1].Width, top + op.Type.Line), href!.StartsWith('#') ? "In this document" : href, target);
            }

            foreach (var piece in pieces)
            {
                _page.Mark(_element);
                Text(piece, op, x, y, ColorOf(piece.Run, target is not null));
                if (target is not null)
                {
                    var under = y + op.Y + op.Type.Baseline + 1.6;
                    _page.Canvas.Line(new PdfPen(Ink.Accent, 0.5), new(x + op.X + piece.X, under), new(x + op.X + piece.X + piece.Width, under));
                }
            }

            _element = target is null ? _element : _element.Parent!;
        }
    }

    private void Text(LinePiece piece, LineOp op, double x, double y, PdfColor color)
    {
        var (font, glyphs) = fonts.Encode(piece.Face, piece.Text);
        var rise = piece.Run.Style.HasFlag(RunStyle.Raised) ? op.Type.Size * 0.35 : 0;
        _page.Canvas.Glyphs(font, piece.Size, op.Type.Track * piece.Size, color, new(x + op.X + piece.X, y + op.Y + op.Type.Baseline - rise), glyphs);
    }

    private void Chart(ChartOp op, double x, double y)
    {
        var (left, top) = (x + op.X, y + op.Y);
        Begin("Figure", string.Create(
            CultureInfo.InvariantCulture,
            $"/Alt {PdfSyntax.Text(op.Chart.Label)}/A<</O/Layout/Placement/Block/BBox[{PdfSyntax.Number(left)} {PdfSyntax.Number(Sheet.Height - top - op.Chart.Height)} {PdfSyntax.Number(left + op.Width)} {PdfSyntax.Number(Sheet.Height - top)}]>>"));
        _page.Mark(_element);
        new ChartPainter(_page.Canvas, fonts, left, top, op.Width, op.Chart).Paint();
        _element = _element.Parent!;
    }

    private void Begin(string tag, string entries)
    {
        var element = new PdfElement(tag, _element) { Entries = entries };
        _element.Kids.Add(element);
        _element = element;
    }

    private string? TargetOf(string href) =>
        !href.StartsWith('#') ? $"/A<</S/URI/URI{PdfSyntax.Address(href)}>>"
        : goals.GetValueOrDefault(href[1..]) is { } goal ? $"/Dest[{PdfSyntax.Ref(pages[goal.Page].Number)}/XYZ null {PdfSyntax.Number(Sheet.Height - goal.Y)} null]"
        : null;

    private static string EntriesOf(BeginOp begin)
    {
        var scope = begin.Scope is null ? "" : "/Scope/" + begin.Scope;
        var span = begin.Span > 1 ? string.Create(CultureInfo.InvariantCulture, $"/ColSpan {begin.Span}") : "";
        return begin.IsNumbered ? "/A<</O/List/ListNumbering/Decimal>>" : scope.Length + span.Length == 0 ? "" : $"/A<</O/Table{scope}{span}>>";
    }

    private static PdfColor ColorOf(Run run, bool isLink) => isLink ? Ink.Accent : run.Style.HasFlag(RunStyle.Muted) ? Ink.Muted : Ink.Text;

    private static IEnumerable<(string? Href, List<LinePiece> Pieces)> ByLink(IReadOnlyList<LinePiece> pieces)
    {
        var group = new List<LinePiece>();
        foreach (var piece in pieces)
        {
            if (group.Count > 0 && group[0].Run.Href != piece.Run.Href)
            {
                yield return (group[0].Run.Href, group);
                group = [];
            }

            group.Add(piece);
        }

        if (group.Count > 0)
        {
            yield return (group[0].Run.Href, group);
        }
    }
}
