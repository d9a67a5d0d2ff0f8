using System.Globalization;
using IrenPortal.Site.Pdf.Markup;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Layout;

/// <summary>Sets blocks in a column: lines, lists, quotations, tables, charts. Mutable, for one text.</summary>
/// <param name="charts">The charts by name; one that is missing is left out.</param>
internal sealed class BlockLayout(IReadOnlyDictionary<string, PdfChart> charts)
{
    private const double Indent = 16;
    private const double LeastWidth = 150;
    private const double NoticePadding = 10;
    private PdfFlow _flow = new();
    private IReadOnlyList<double> _rails = [];

    /// <summary>The boxes of a text.</summary>
    public IReadOnlyList<PdfBox> Run(IReadOnlyList<Block> blocks)
    {
        Blocks(blocks, 0, Sheet.TextWidth, Spacing.Spread);
        return _flow.Boxes;
    }

    private void Blocks(IReadOnlyList<Block> blocks, double left, double width, double before)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            One(blocks[i], left, width, i == 0 && before < Spacing.Spread ? before : Spacing.Between(i == 0 ? null : blocks[i - 1], blocks[i]));
            if (i + 1 < blocks.Count && blocks[i + 1] is ChartBlock && _flow.Boxes.Count > 0)
            {
                // What says what a chart shows stands on its page.
                _flow.Boxes[^1].KeepsNext = true;
            }
        }
    }

    private void One(Block block, double left, double width, double before)
    {
        switch (block)
        {
            case HeadingBlock heading: Heading(heading, left, width, before); break;
            case ParagraphBlock paragraph: Paragraph(paragraph, "P", left, width, before); break;
            case ListBlock list: List(list, left, width, before); break;
            case QuoteBlock quote: Quote(quote, left, width, before); break;
            case IndentBlock indent: Blocks(indent.Blocks, left + Step(width), width - Step(width), 2); break;
            case NoticeBlock notice: Notice(notice, left, width, before); break;
            case CodeBlock code: Code(code, left, width, before); break;
            case TableBlock table: TableLayout.Add(_flow, table, left, width, before, _rails); break;
            case FactsBlock facts: FactsLayout.Add(_flow, facts, left, width, before); break;
            case ChartBlock chart: Chart(chart, left, width, before); break;
            case RuleBlock: _flow.Add(Box(1, before, new StrokeOp(left, 0, left + width, 0, 0.5, Ink.Line))); break;
        }
    }

    private void Heading(HeadingBlock heading, double left, double width, double before)
    {
        var title = string.Concat(heading.Runs.Select(r => r.Text)).Replace('\n', ' ').Trim();
        _flow.Begin(new OutlineOp(heading.Level, title));
        if (heading.Id is { } id)
        {
            _flow.Begin(new GoalOp(id));
        }

        var count = _flow.Boxes.Count;
        Paragraph(new ParagraphBlock(heading.Runs, TypeSize.HeadingOf(heading.Level)), Invariant($"H{heading.Level}"), left, width, before);
        foreach (var box in _flow.Boxes.Skip(count))
        {
            box.KeepsNext = true;
        }
    }

    private void Paragraph(ParagraphBlock paragraph, string tag, double left, double width, double before)
    {
        var lines = LineBreaker.Break(paragraph.Runs, paragraph.Type, width);
        _flow.Begin(new BeginOp(tag));
        for (var i = 0; i < lines.Count; i++)
        {
            var box = Box(paragraph.Type.Line, i == 0 ? before : 0, new LineOp(left, 0, paragraph.Type, lines[i]));
            box.KeepsNext = lines.Count > 1 && (i == 0 || i == lines.Count - 2);
            _flow.Add(box);
        }

        _flow.End();
    }

    private void List(ListBlock list, double left, double width, double before)
    {
        _flow.Begin(new BeginOp("L", IsNumbered: list.Start is not null));
        var step = Math.Max(Step(width), list.Start is { } from ? 7 + (6 * Invariant($"{from + list.Items.Count}").Length) : 0);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var (item, count) = (list.Items[i], _flow.Boxes.Count);
            _flow.Begin(new BeginOp("LI"));
            if (item.Id is { } id)
            {
                _flow.Begin(new GoalOp(id));
            }

            var label = list.Start is { } start ? Invariant($"{start + i}.") : "•";
            var type = item.Blocks.OfType<ParagraphBlock>().FirstOrDefault()?.Type ?? TypeSize.Body;
            var line = LineBreaker.Break([new Run(label)], type, step)[0];
            _flow.Begin(new BeginOp("Lbl"));
            _flow.Begin(new LineOp(list.Start is null ? left + 4 : left + step - 5 - line.Width, 0, type, line));
            _flow.Begin(new EndOp());
            _flow.Begin(new BeginOp("LBody"));
            Blocks(item.Blocks.Count == 0 ? [new ParagraphBlock([], type)] : item.Blocks, left + step, width - step, 0);
            _flow.End();
            _flow.End();
            if (count < _flow.Boxes.Count)
            {
                _flow.Boxes[count].Before = i == 0 ? Math.Min(before, 6) : 3;
            }
        }

        _flow.End();
    }

    private void Quote(QuoteBlock quote, double left, double width, double before)
    {
        var outer = _rails;
        var (count, step) = (_flow.Boxes.Count, Step(width));
        _rails = [.. _rails, left + 2];
        _flow.Begin(new BeginOp("BlockQuote"));
        Blocks(quote.Blocks, left + step, width - step, 0);
        _flow.End();
        _rails = outer;
        if (count < _flow.Boxes.Count)
        {
            _flow.Boxes[count].Before = before;
        }
    }

    private void Notice(NoticeBlock notice, double left, double width, double before)
    {
        var (outer, rails) = (_flow, _rails);
        (_flow, _rails) = (new PdfFlow(), []);
        Blocks(notice.Blocks, left + NoticePadding, width - (2 * NoticePadding), 0);
        var inner = _flow.Boxes;
        (_flow, _rails) = (outer, rails);
        var height = inner.Select((b, i) => b.Height + (i == 0 ? 0 : b.Before)).Sum() + (1.4 * NoticePadding);
        if (height > (Sheet.Bottom - Sheet.Top) / 2)
        {
            // Too long for a frame: it goes on over pages as any text.
            Blocks(notice.Blocks, left, width, Spacing.Spread);
            return;
        }

        var box = Box(height, before, new AreaOp(left, 0, width, height, Ink.Text, IsFrame: true));
        var y = 0.7 * NoticePadding;
        for (var i = 0; i < inner.Count; i++)
        {
            y += i == 0 ? 0 : inner[i].Before;
            box.Ops.Add(new GroupOp(0, y, inner[i].Ops));
            y += inner[i].Height;
        }

        _flow.Begin(new BeginOp("Div"));
        _flow.Add(box);
        _flow.End();
    }

    private void Code(CodeBlock code, double left, double width, double before)
    {
        const double padding = 8;
        _flow.Begin(new BeginOp("P"));
        var lines = code.Lines.SelectMany(l => LineBreaker.Break([new Run(l.Replace("\t", "    ", StringComparison.Ordinal).Replace(' ', '\u00A0'))], TypeSize.Code, width - (2 * padding))).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (top, foot) = (i == 0 ? padding - 2 : 0, i == lines.Count - 1 ? padding - 2 : 0);
            var box = Box(TypeSize.Code.Line + top + foot, i == 0 ? before : 0, new AreaOp(left, 0, width, TypeSize.Code.Line + top + foot + 0.2, Ink.Sunken, IsFrame: false));
            box.Ops.Add(new LineOp(left + padding, top, TypeSize.Code, lines[i]));
            _flow.Add(box);
        }

        _flow.End();
    }

    private void Chart(ChartBlock block, double left, double width, double before)
    {
        if (charts.GetValueOrDefault(block.Name) is { } chart)
        {
            _flow.Add(Box(chart.Height, before, new ChartOp(left, 0, width, chart)));
        }
    }

    private PdfBox Box(double height, double before, PdfOp op)
    {
        var box = new PdfBox(height) { Before = before, Rails = _rails };
        box.Ops.Add(op);
        return box;
    }

    // Deep nests stop moving in before nothing is left of the line.
    private static double Step(double width) => width - Indent >= LeastWidth ? Indent : 0;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
