using IrenPortal.Content;
using IrenPortal.Ui.Charts;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.KeyFigures;

/// <summary>
/// A figure over time as bars from zero: columns from left to right on wide pages, rows from top to bottom on narrow ones. What is
/// aimed at is an outline; what no source states leaves its place empty and says so.
/// </summary>
public static class FigureSeriesDrawing
{
    private const double PlotHeight = 200;
    private const double Head = 26;
    private const double Foot = 30;
    private const double LabelHeight = 20;
    private const double RowHeight = 44;
    private const double LeastColumn = 64;
    private static string NotStated => KeyFigureTexts.NotStatedInText;

    /// <summary>Draws the bars for wide or for narrow pages.</summary>
    public static Drawing Make(FigureSeries series, bool wide) => wide ? Wide(series.Values) : Narrow(series.Values);

    private static Drawing Wide(IReadOnlyList<FigureValue> values)
    {
        var scale = Scale(values, Head + PlotHeight, Head);
        var zero = scale.At(0);
        var slot = 1d / values.Count;
        var half = Math.Min(slot * 0.32, 0.04);
        var below = values.Any(v => v.Value < 0) ? LabelHeight : 0;
        var marks = new List<Mark> { new Rule(0, zero, 1, zero, "zero") };
        for (var i = 0; i < values.Count; i++)
        {
            var (value, x) = (values[i], (i + 0.5) * slot);
            marks.Add(new Words(x, Head + PlotHeight + below + 22, value.Period, Anchor.Middle, "words muted"));
            if (value.Value is not { } figure)
            {
                marks.Add(new Words(x, zero - 8, NotStated, Anchor.Middle, "words muted"));
                continue;
            }

            var end = scale.At((double)figure);
            marks.Add(new Block(x - half, x + half, Math.Min(end, zero), Math.Abs(end - zero), Look(value)));
            marks.Add(new Words(x, figure < 0 ? end + 18 : end - 8, Format.Number(figure, 1), Anchor.Middle, "words strong halo"));
        }

        return new Drawing(Head + PlotHeight + below + Foot, values.Count * LeastColumn, marks);
    }

    private static Drawing Narrow(IReadOnlyList<FigureValue> values)
    {
        var scale = Scale(values, 0, 1);
        var zero = scale.At(0);
        var marks = new List<Mark>();
        for (var i = 0; i < values.Count; i++)
        {
            var (value, y) = (values[i], i * RowHeight);
            marks.Add(new Words(0, y + 14, value.Period, Anchor.Start, "words muted"));
            marks.Add(new Words(1, y + 14, value.Value is { } said ? Format.Number(said, 1) : NotStated, Anchor.End, value.Value is null ? "words muted" : "words strong"));
            if (value.Value is { } figure)
            {
                marks.Add(new Block(zero, scale.At((double)figure), y + 21, 12, Look(value)));
            }
        }

        marks.Add(new Rule(zero, 0, zero, values.Count * RowHeight, "zero"));
        return new Drawing(values.Count * RowHeight, 288, marks);
    }

    private static LinearScale Scale(IReadOnlyList<FigureValue> values, double from, double to)
    {
        var stated = values.Select(v => (double)(v.Value ?? 0)).Append(0).ToList();
        return new LinearScale(stated.Min(), stated.Max(), from, to);
    }

    private static string Look(FigureValue value) => value.Target ? "planned" : "solid";
}
