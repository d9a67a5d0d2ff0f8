using IrenPortal.Ui.Formats;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// Lines of money over time, with the sum at the beginning as a level line. The value axis stands in a left margin, names and
/// last values in a right one; both belong to the page's style. Values do not start at zero.
/// </summary>
public static class ValueDrawing
{
    private const double Top = 12;
    private const double LeastEndGap = 36;

    /// <summary>Draws the lines for wide or for narrow pages.</summary>
    public static Drawing Make(ValueHistory history, bool wide)
    {
        var (width, bottom) = wide ? (776d, 272d) : (150d, 232d);
        var values = history.Lines.SelectMany(l => l.Values).OfType<decimal>().Append(history.Start).Select(v => (double)v).ToList();
        var room = (values.Max() - values.Min()) * 0.06;
        var scale = new LinearScale(values.Min() - room, values.Max() + room, bottom, Top);
        double X(int i) => (i + 0.5) / Math.Max(1, history.Dates.Count);

        var marks = new List<Mark>();
        marks.AddRange(ValueAxis(scale));
        marks.Add(new Rule(0, scale.At((double)history.Start), 1, scale.At((double)history.Start), "usual"));
        marks.AddRange(TimeAxis(history, X, bottom + 10, width));
        marks.AddRange(history.Lines.Reverse().Select(l => new Curve(Runs(l, X, scale), l.Kind.ToString().ToLowerInvariant())));
        marks.AddRange(Ends(history, X, scale, bottom));
        return new Drawing(bottom + 36, width, marks);
    }

    private static IEnumerable<Mark> ValueAxis(LinearScale scale)
    {
        foreach (var tick in NiceTicks.Between(scale.Low, scale.High, 4))
        {
            yield return new Rule(0, scale.At(tick), 1, scale.At(tick), "grid");
            yield return new Words(0, scale.At(tick) + 5, Short((decimal)tick), Anchor.End, "words muted", -9);
        }
    }

    private static IEnumerable<Mark> TimeAxis(ValueHistory history, Func<int, double> x, double y, double width)
    {
        yield return new Rule(0, y, 1, y, "axis");
        foreach (var tick in TimeTicks.Of(history.Dates, width))
        {
            yield return new Rule(x(tick.Index), y, x(tick.Index), y + 5, "axis");
            if ((x(tick.Index) * width) + TextWidth.Of(tick.Label, 14, strong: false) <= width + 40)
            {
                yield return new Words(x(tick.Index), y + 21, tick.Label, Anchor.Start, "words muted");
            }
        }
    }

    private static IEnumerable<Mark> Ends(ValueHistory history, Func<int, double> x, LinearScale scale, double bottom)
    {
        var last = history.Dates.Count - 1;
        var ends = history.Lines.Select(l => (l.Name, IsFirm: l.Kind is LineKind.Firm, Value: l.Values[last]!.Value, Y: scale.At((double)l.Values[last]!.Value))).OrderBy(e => e.Y).ToList();
        foreach (var (end, y) in ends.Zip(Spread.Apart([.. ends.Select(e => e.Y)], LeastEndGap, Top + 8, bottom - 8)))
        {
            var weight = end.IsFirm ? "words strong halo" : "words halo";
            yield return new Dot(x(last), end.Y, end.IsFirm ? 4.5 : 3.5, end.IsFirm ? "dot" : "index-dot");
            yield return new Words(1, y - 4, end.Name, Anchor.Start, weight, 9);
            yield return new Words(1, y + 13, Format.Money(end.Value), Anchor.Start, weight, 9);
        }
    }

    // The left margin holds seven characters.
    private static string Short(decimal value) => value switch
    {
        >= 1_000_000_000 => Format.Number(value / 1_000_000_000, 2) + "bn",
        >= 1_000_000 => Format.Number(value / 1_000_000, 2) + "m",
        >= 100_000 => Format.Number(value / 1_000, 2) + "k",
        >= 1_000 => Format.Number(value, 1),
        _ => Format.Number(value, 2),
    };

    private static List<IReadOnlyList<PlotPoint>> Runs(ValueLine line, Func<int, double> x, LinearScale scale)
    {
        var runs = new List<IReadOnlyList<PlotPoint>>();
        var run = new List<PlotPoint>();
        for (var i = 0; i <= line.Values.Count; i++)
        {
            if (i < line.Values.Count && line.Values[i] is { } value)
            {
                run.Add(new PlotPoint(x(i), scale.At((double)value)));
            }
            else if (run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }
        }

        return runs;
    }
}
