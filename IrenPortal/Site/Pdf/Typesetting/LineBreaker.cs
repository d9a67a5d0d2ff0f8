using System.Globalization;

namespace IrenPortal.Site.Pdf.Typesetting;

/// <summary>
/// Breaks runs into lines of a width: at spaces, after hyphens and slashes, at soft hyphens and zero-width spaces, and
/// anywhere in a word that is wider than the line, so that nothing ever runs over. Mutable, for one block.
/// </summary>
internal sealed class LineBreaker
{
    private readonly TypeSize _type;
    private readonly double _width;
    private readonly List<Line> _lines = [];
    private readonly List<LinePiece> _line = [];
    private readonly List<(FacePart Part, Run Run, double Width)> _word = [];
    private double _x;
    private double _wordWidth;
    private Run? _softRun;

    private LineBreaker(TypeSize type, double width) => (_type, _width) = (type, width);

    /// <summary>The lines of some runs; at least one.</summary>
    public static IReadOnlyList<Line> Break(IReadOnlyList<Run> runs, TypeSize type, double width)
    {
        var breaker = new LineBreaker(type, Math.Max(width, type.Size));
        foreach (var run in runs)
        {
            breaker.Add(run with { Style = run.Style | type.Style });
        }

        breaker.EndWord();
        breaker.EndLine();
        return breaker._lines;
    }

    private void Add(Run run)
    {
        var text = run.Text;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    Word(text[start..i], run);
                    EndWord();
                    EndLine();
                    start = i + 1;
                    break;
                case ' ':
                    Word(text[start..i], run);
                    EndWord();
                    Space(run);
                    start = i + 1;
                    break;
                case '\u200B':
                    Word(text[start..i], run);
                    EndWord();
                    start = i + 1;
                    break;
                case '\u00AD':
                    Word(text[start..i], run);
                    EndWord(hyphen: true, run);
                    start = i + 1;
                    break;
                case '-' or '/' or '\u2013' or '\u2014' when i > start && i + 1 < text.Length && char.IsLetter(text[i + 1]):
                    Word(text[start..(i + 1)], run);
                    EndWord();
                    start = i + 1;
                    break;
            }
        }

        Word(text[start..], run);
    }

    private void Word(string text, Run run)
    {
        foreach (var part in PdfFaces.Parts(text, run.Style))
        {
            var width = part.Face.WidthOf(part.Text, _type.Of(run.Style), _type.Track);
            _word.Add((part, run, width));
            _wordWidth += width;
        }
    }

    private void Space(Run run)
    {
        if (_line.Count > 0)
        {
            foreach (var part in PdfFaces.Parts(" ", run.Style))
            {
                Place(part, run, part.Face.WidthOf(part.Text, _type.Of(run.Style), _type.Track));
            }
        }
    }

    private void EndWord(bool hyphen = false, Run? run = null)
    {
        if (_word.Count == 0)
        {
            return;
        }

        if (_x + _wordWidth > _width && _line.Count > 0)
        {
            // The word before may end at a soft hyphen: only now is it known that the line does.
            if (_softRun is { } soft)
            {
                foreach (var part in PdfFaces.Parts("-", soft.Style))
                {
                    Place(part, soft, part.Face.WidthOf(part.Text, _type.Of(soft.Style), _type.Track));
                }
            }

            EndLine();
        }

        foreach (var (part, from, width) in _word)
        {
            if (_x + width <= _width)
            {
                Place(part, from, width);
            }
            else
            {
                Anywhere(part, from);
            }
        }

        _word.Clear();
        _wordWidth = 0;
        _softRun = hyphen ? run : null;
    }

    private void Anywhere(FacePart part, Run run)
    {
        var size = _type.Of(run.Style);
        for (var at = 0; at < part.Text.Length;)
        {
            var (end, width) = (at, 0.0);
            while (end < part.Text.Length)
            {
                var next = end + StringInfo.GetNextTextElementLength(part.Text.AsSpan(end));
                var wider = width + part.Face.WidthOf(part.Text.AsSpan(end, next - end), size, _type.Track);
                if (_x + wider > _width && (end > at || _line.Count > 0))
                {
                    break;
                }

                (end, width) = (next, wider);
            }

            if (end > at)
            {
                Place(part with { Text = part.Text[at..end] }, run, width);
            }

            at = end;
            if (at < part.Text.Length)
            {
                EndLine();
            }
        }
    }

    private void Place(FacePart part, Run run, double width)
    {
        var size = _type.Of(run.Style);
        if (_line.Count > 0 && _line[^1] is var last && last.Face == part.Face && last.Run.Style == run.Style && last.Run.Href == run.Href)
        {
            _line[^1] = last with { Text = last.Text + part.Text, Width = last.Width + width };
        }
        else
        {
            _line.Add(new LinePiece(_x, width, part.Text, part.Face, size, run));
        }

        _x += width;
    }

    private void EndLine()
    {
        var width = 0.0;
        if (_line.Count > 0)
        {
            var last = _line[^1];
            var trimmed = last.Text.TrimEnd(' ');
            width = last.X + last.Face.WidthOf(trimmed, last.Size, _type.Track);
            _line[^1] = last with { Width = width - last.X };
        }

        _lines.Add(new Line([.. _line], width));
        _line.Clear();
        _x = 0;
        _softRun = null;
    }
}
