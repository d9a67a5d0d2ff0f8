using IrenPortal.Ui.Formats;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// Dot and range: rows of estimates on one scale, zero through all of them, each a dot with its value above it in a band with
/// end caps. On wide pages the labels stand in a left margin of <see cref="LabelMargin"/> pixels, on narrow ones above their row.
/// </summary>
public static class RangeRowsDrawing
{
    /// <summary>The left margin that the labels need on wide pages, in pixels.</summary>
    public const double LabelMargin = 184;

    private const double Top = 4;
    private const double BarHeight = 16;
    private const double Padding = 0.04;

    /// <summary>Draws the rows for wide or for narrow pages.</summary>
    public static Drawing Make(IReadOnlyList<RangeRow> rows, bool wide)
    {
        var width = wide ? 200d : 288d;
        var rowHeight = wide ? 64d : 78d;
        var scale = Scale(rows);
        var foot = Top + (rows.Count * rowHeight);
        var marks = new List<Mark>();
        marks.AddRange(Axis(scale, foot, width));
        for (var i = 0; i < rows.Count; i++)
        {
            marks.AddRange(Row(rows[i], Top + (i * rowHeight), scale, width, wide));
        }

        return new Drawing(foot + 26, width, marks);
    }

    private static LinearScale Scale(IReadOnlyList<RangeRow> rows)
    {
        var ends = rows.Select(r => r.Estimate).OfType<RangeEstimate>().SelectMany(e => new[] { e.Low, e.High }).Append(0).ToList();
        var room = Math.Max(0.005, (ends.Max() - ends.Min()) * Padding);
        return new LinearScale(ends.Min() - room, ends.Max() + room, 0, 1);
    }

    private static IEnumerable<Mark> Axis(LinearScale scale, double foot, double width)
    {
        var ticks = NiceTicks.Between(scale.Low, scale.High, 3);
        var step = NiceTicks.Step(scale.Low * 100, scale.High * 100, 3) ?? 1;
        var words = ticks.ToDictionary(t => t, t => Inside(scale.At(t), foot + 20, Format.SignedPercent(t, step % 1 != 0 ? 1 : 0), "words muted", width));

        // Where labels would touch, every second or third stands, zero among them.
        var every = Enumerable.Range(1, ticks.Count).First(n => Clear([.. ticks.Where(t => IsLabelled(t, n)).Select(t => words[t].ExtentAt(width))]));
        foreach (var tick in ticks)
        {
            yield return new Rule(scale.At(tick), 0, scale.At(tick), foot, tick == 0 ? "zero" : "grid");
            if (IsLabelled(tick, every))
            {
                yield return words[tick];
            }
        }

        bool IsLabelled(double tick, int every) => (long)Math.Round(tick * 100 / step) % every == 0;
    }

    private static bool Clear(IReadOnlyList<Extent> labels) => labels.Zip(labels.Skip(1)).All(p => p.First.Right + 6 < p.Second.Left);

    private static IEnumerable<Mark> Row(RangeRow row, double top, LinearScale scale, double width, bool wide)
    {
        var bar = wide ? top + 30 : top + 34;
        var label = wide
            ? new Words(0, bar + 13, row.Label, Anchor.Start, "words strong", -LabelMargin)
            : new Words(0, top + 22, row.Label, Anchor.Start, "words strong halo");
        yield return label;
        var taken = label.ExtentAt(width).Right;
        if (row.Note is { } note && wide)
        {
            var lines = TextWidth.Wrap(note, LabelMargin - 8, 14, strong: false);
            yield return new Words(0, bar + 31, lines[0], Anchor.Start, "words accent", -LabelMargin);
            if (lines.Count > 1)
            {
                yield return new Words(0, bar + 48, TextWidth.Fit(string.Join(' ', lines.Skip(1)), LabelMargin - 8, 14, strong: false), Anchor.Start, "words accent", -LabelMargin);
            }
        }
        else if (row.Note is { } above)
        {
            yield return new Words(0, top + 22, TextWidth.Fit(above, width - taken - 12, 14, strong: false), Anchor.Start, "words accent halo", taken + 12);
            taken = width;
        }

        if (row.Estimate is not { } estimate)
        {
            yield return new Words(0, bar + 13, row.Missing ?? "", Anchor.Start, "words muted halo", wide ? 6 : 0);
            yield break;
        }

        var (low, high) = (scale.At(estimate.Low), scale.At(estimate.High));
        yield return new Block(low, high, bar, BarHeight, "band");
        yield return new Rule(low, bar, low, bar + BarHeight, "open");
        yield return new Rule(high, bar, high, bar + BarHeight, "open");
        yield return new Dot(scale.At(estimate.Value), bar + (BarHeight / 2), 6, "dot");
        var value = Inside(scale.At(estimate.Value), bar - 8, Format.SignedPercent(estimate.Value), "words strong halo", width);
        yield return wide || value.ExtentAt(width).Left > taken + 8 ? value : value with { Y = bar + BarHeight + 18 };
    }

    private static Words Inside(double x, double y, string text, string @class, double width)
    {
        var half = TextWidth.Of(text, 14, @class.Contains("strong", StringComparison.Ordinal)) / 2;
        var at = x * width;
        return new Words(x, y, text, Anchor.Middle, @class, Math.Clamp(at, half, Math.Max(half, width - half)) - at);
    }
}
