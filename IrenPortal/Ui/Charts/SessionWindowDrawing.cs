using IrenPortal.Ui.Formats;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// The returns of the share and of the benchmark around a release, with the event line, other releases dashed, and the
/// volume below. Axis labels stand in a left margin, line ends in a right one; both belong to the page's style.
/// </summary>
public static class SessionWindowDrawing
{
    private const double PlotTop = 26;
    private const double PlotBottom = 286;
    private const double VolumeTop = 318;
    private const double VolumeBottom = 366;

    /// <summary>Draws the window for wide or for narrow pages.</summary>
    public static Drawing Make(SessionWindow window, bool wide)
    {
        var width = wide ? 370d : 172d;
        var slots = Math.Max(2, window.Last - window.First + 1);
        double X(double day) => (day - window.First + 0.5) / slots;
        var days = window.Days.Where(d => d.Day >= window.First && d.Day <= window.Last).ToList();
        var values = days.SelectMany(d => new[] { d.Firm, d.Benchmark }).OfType<double>().Append(0).ToList();
        var room = Math.Max(0.01, (values.Max() - values.Min()) * 0.08);
        var scale = new LinearScale(values.Min() - room, values.Max() + room, PlotBottom, PlotTop);

        var firm = Run(days, d => d.Firm, X, scale);
        var benchmark = Run(days, d => d.Benchmark, X, scale);
        var marks = new List<Mark>();
        marks.AddRange(Axis(scale));
        marks.AddRange(DayAxis(window, X));
        marks.AddRange(Volume(days, X, 0.56 / slots));
        marks.AddRange(Others(window, X, width));
        marks.Add(new Curve(benchmark, "index"));
        marks.Add(new Rule(X(window.Event.At), 0, X(window.Event.At), VolumeBottom, "event"));
        marks.Add(new Curve(firm, "firm"));
        marks.Add(EventLabel(window.Event, X(window.Event.At), width, wide));
        marks.AddRange(Ends(window, days, X, scale, wide));
        if (days.FirstOrDefault(d => d.Day == 0)?.Firm is { } dayZero)
        {
            marks.Add(new Dot(X(0), scale.At(dayZero), 5, "dot ringed"));
            var text = wide ? $"Day 0 close {Format.SignedPercent(dayZero)}" : Format.SignedPercent(dayZero);
            marks.Add(DayZeroLabel(text, X(0), X(window.Event.At), scale.At(dayZero), firm, marks, width));
        }

        return new Drawing(VolumeBottom + 26, width, marks);
    }

    private static IEnumerable<Mark> Axis(LinearScale scale)
    {
        var decimals = NiceTicks.Step(scale.Low * 100, scale.High * 100, 4) is { } step && step % 1 != 0 ? 1 : 0;
        foreach (var tick in NiceTicks.Between(scale.Low, scale.High, 4))
        {
            yield return new Rule(0, scale.At(tick), 1, scale.At(tick), tick == 0 ? "zero" : "grid");
            yield return new Words(0, scale.At(tick) + 5, Format.SignedPercent(tick, decimals), Anchor.End, "words muted", -10);
        }
    }

    private static IEnumerable<Mark> DayAxis(SessionWindow window, Func<double, double> x)
    {
        yield return new Rule(0, VolumeBottom, 1, VolumeBottom, "axis");
        for (var day = window.First; day <= window.Last; day++)
        {
            if (day % 5 == 0)
            {
                yield return new Rule(x(day), VolumeBottom, x(day), VolumeBottom + 5, "axis");
                yield return new Words(x(day), VolumeBottom + 22, day == 0 ? "Day 0" : Format.Signed(day, 0), Anchor.Middle, "words muted");
            }
        }
    }

    private static IEnumerable<Mark> Volume(IReadOnlyList<SessionDay> days, Func<double, double> x, double bar)
    {
        var most = days.Select(d => d.VolumeMultiple ?? 0).Append(0).Max();
        if (most <= 0)
        {
            yield break;
        }

        var scale = new LinearScale(0, most, VolumeBottom, VolumeTop);
        foreach (var day in days.Where(d => d.VolumeMultiple is not null))
        {
            var top = scale.At(day.VolumeMultiple!.Value);
            yield return new Block(x(day.Day) - (bar / 2), x(day.Day) + (bar / 2), top, VolumeBottom - top, day.Day == 0 ? "volume day-zero" : "volume");
        }

        yield return new Words(0, VolumeTop - 6, "Volume", Anchor.Start, "words muted");
        if (scale.High >= 1)
        {
            yield return new Rule(0, scale.At(1), 1, scale.At(1), "usual");
            yield return new Words(1, scale.At(1) + 5, "usual", Anchor.Start, "words muted", 12);
        }

        if (days.FirstOrDefault(d => d.Day == 0)?.VolumeMultiple is { } multiple)
        {
            yield return new Words(x(0), VolumeTop - 6, Format.Multiple(multiple), Anchor.Start, "words strong halo", 8);
        }
    }

    private static IEnumerable<Mark> Others(SessionWindow window, Func<double, double> x, double width)
    {
        var shown = window.Others.Where(o => o.At >= window.First && o.At <= window.Last).OrderBy(o => o.At).ToList();
        var lines = shown.Select(o => x(o.At) * width).Append(x(window.Event.At) * width).ToList();
        List<Words> placed = [];
        foreach (var other in shown)
        {
            // A label stays between its line and the next one, with its name if there is room, else with its day alone.
            var at = x(other.At) * width;
            var right = lines.Where(l => l > at).Append(width + 16).Min() - at - 10;
            var left = at - lines.Where(l => l < at).Append(0).Max() - 10;
            var text = TextWidth.Of(other.Label, 14, strong: false) <= Math.Max(left, right) ? other.Label : other.ShortLabel;
            var toRight = right >= Math.Min(left, TextWidth.Of(text, 14, strong: false));
            var words = new Words(x(other.At), PlotBottom + 4, text, toRight ? Anchor.Start : Anchor.End, "words accent halo", toRight ? 7 : -7);
            while (placed.Any(p => p.ExtentAt(width).Overlaps(words.ExtentAt(width))))
            {
                words = words with { Y = words.Y - 18 };
            }

            placed.Add(words);
            yield return new Rule(x(other.At), PlotTop + 4, x(other.At), PlotBottom + 8, "event other");
        }

        foreach (var words in placed)
        {
            yield return words;
        }
    }

    private static Words EventLabel(EventMark mark, double x, double width, bool wide)
    {
        var room = Math.Max(x * width, (1 - x) * width) + 36;
        var text = wide && TextWidth.Of(mark.Label, 14, strong: true) + 8 <= room + 50 ? mark.Label : mark.ShortLabel;
        var fitsLeft = (x * width) + 36 >= TextWidth.Of(text, 14, strong: true) + 8;
        return new Words(x, 12, text, fitsLeft ? Anchor.End : Anchor.Start, "words strong accent halo", fitsLeft ? -8 : 8);
    }

    private static IEnumerable<Mark> Ends(
        SessionWindow window, IReadOnlyList<SessionDay> days, Func<double, double> x, LinearScale scale, bool wide)
    {
        var ends = new[]
        {
            (Name: window.Firm, Last: days.LastOrDefault(d => d.Firm is not null), Value: (Func<SessionDay, double?>)(d => d.Firm), Strong: true),
            (Name: window.Benchmark, Last: days.LastOrDefault(d => d.Benchmark is not null), Value: d => d.Benchmark, Strong: false),
        }.Where(e => e.Last is not null).OrderBy(e => scale.At(e.Value(e.Last!)!.Value)).ToList();
        var heights = Spread.Apart([.. ends.Select(e => scale.At(e.Value(e.Last!)!.Value))], wide ? 20 : 40, PlotTop + 10, PlotBottom - 4);
        for (var i = 0; i < ends.Count; i++)
        {
            var (name, last, value, strong) = ends[i];
            var figure = Format.SignedPercent(value(last!)!.Value);
            var at = x(last!.Day);
            var @class = strong ? "words strong halo" : "words halo";
            yield return new Dot(at, scale.At(value(last)!.Value), 4, strong ? "dot" : "dot index-dot");
            if (wide)
            {
                yield return new Words(at, heights[i] + 5, $"{name} {figure}", Anchor.Start, @class, 10);
            }
            else
            {
                yield return new Words(at, heights[i] - 3, name, Anchor.Start, @class, 8);
                yield return new Words(at, heights[i] + 13, figure, Anchor.Start, @class, 8);
            }
        }
    }

    private static Words DayZeroLabel(
        string text, double x, double eventX, double y, IReadOnlyList<IReadOnlyList<PlotPoint>> firm, List<Mark> marks, double width)
    {
        var left = Math.Min(0, (eventX - x) * width) - 12;
        var places = new[]
        {
            (Y: y - 4, Anchor.End, Offset: left), (Y: y - 14, Anchor.Start, Offset: 10d), (Y: y + 18, Anchor.End, Offset: left),
            (Y: y + 20, Anchor.Start, Offset: 10d), (Y: y - 24, Anchor.End, Offset: left), (Y: y - 30, Anchor.Start, Offset: 10d),
        }.Select(p => new Words(x, p.Y, text, p.Item2, "words strong halo", p.Offset)).ToList();
        return places.MinBy(p => Hits(p.ExtentAt(width), firm, marks, width))!;
    }

    private static int Hits(Extent box, IReadOnlyList<IReadOnlyList<PlotPoint>> firm, List<Mark> marks, double width)
    {
        var hits = marks.OfType<Words>().Count(w => w.ExtentAt(width).Overlaps(box)) * 50;
        hits += box.Left < -4 || box.Top < PlotTop - 8 || box.Bottom > PlotBottom ? 100 : 0;
        foreach (var run in firm)
        {
            for (var i = 1; i < run.Count; i++)
            {
                for (var step = 0; step <= 8; step++)
                {
                    var (a, b, t) = (run[i - 1], run[i], step / 8d);
                    var (px, py) = ((a.X + ((b.X - a.X) * t)) * width, a.Y + ((b.Y - a.Y) * t));
                    hits += px > box.Left && px < box.Right && py > box.Top && py < box.Bottom ? 1 : 0;
                }
            }
        }

        return hits;
    }

    private static List<IReadOnlyList<PlotPoint>> Run(
        IReadOnlyList<SessionDay> days, Func<SessionDay, double?> value, Func<double, double> x, LinearScale scale)
    {
        var runs = new List<IReadOnlyList<PlotPoint>>();
        var run = new List<PlotPoint>();
        var expected = int.MinValue;
        foreach (var day in days)
        {
            if ((value(day) is null || day.Day != expected) && run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }

            if (value(day) is { } v)
            {
                run.Add(new PlotPoint(x(day.Day), scale.At(v)));
                expected = day.Day + 1;
            }
        }

        if (run.Count > 0)
        {
            runs.Add(run);
        }

        return runs;
    }
}
