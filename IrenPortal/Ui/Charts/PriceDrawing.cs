using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// A line of closes with the value axis in a right margin, and, on the stock page, numbered links above it and the volume
/// below. Prices do not start at zero; volume does.
/// </summary>
public static class PriceDrawing
{
    private const double MarkerGap = 27;
    private const double MarkerRow = 30;

    /// <summary>The chart of the stock page.</summary>
    public static PriceChart Full(PriceHistory history, bool wide)
    {
        var width = wide ? 920d : 232d;
        var index = Index(history);
        var releases = history.Releases.Where(r => index.ContainsKey(r.Session)).ToList();
        var rows = Math.Max(1, (int)Math.Ceiling(releases.Count * MarkerGap / width));
        var top = releases.Count == 0 ? 8 : (rows * MarkerRow) + 34;
        var (plotHeight, volumeHeight) = wide ? (232d, 64d) : (200d, 48d);
        var layout = new Layout(history.Points, top, top + plotHeight, width);
        var placed = Place(releases, rows, layout, index);

        var marks = new List<Mark>();
        marks.AddRange(layout.ValueAxis(4));
        var foot = layout.Bottom + 32 + volumeHeight;
        marks.AddRange(layout.Volume(layout.Bottom + 32, foot));
        marks.AddRange(layout.TimeAxis(foot));
        marks.AddRange(placed.Select(m => Leader(m, layout.X(index[m.Release.Session]), layout.Y(index[m.Release.Session]), rows)));
        marks.AddRange(layout.Line());
        marks.AddRange(placed.Select(m => new Dot(layout.X(index[m.Release.Session]), layout.Y(index[m.Release.Session]), 4.5, "release")));
        marks.AddRange(layout.LastClose());
        return new PriceChart(new Drawing(foot + 26, width, marks), placed, (rows * MarkerRow) + 2);
    }

    /// <summary>The small chart of the home page: a line, with a dot at each session that reacted to a release.</summary>
    public static PriceChart Small(PriceHistory history)
    {
        var index = Index(history);
        var layout = new Layout(history.Points, 8, 184, 232);
        var marks = new List<Mark>();
        marks.AddRange(layout.ValueAxis(4));
        marks.AddRange(layout.TimeAxis(layout.Bottom + 10));
        marks.AddRange(layout.Line());
        marks.AddRange(history.Releases.Select(r => r.Session).Distinct().Where(index.ContainsKey)
            .Select(s => new Dot(layout.X(index[s]), layout.Y(index[s]), 4.5, "release")));
        marks.AddRange(layout.LastClose());
        return new PriceChart(new Drawing(layout.Bottom + 36, 232, marks), [], 0);
    }

    private static Dictionary<LocalDate, int> Index(PriceHistory history)
    {
        var index = new Dictionary<LocalDate, int>();
        for (var i = 0; i < history.Points.Count; i++)
        {
            index[history.Points[i].Date] = i;
        }

        return index;
    }

    private static List<PlacedMarker> Place(
        List<ReleaseMarker> releases, int rows, Layout layout, Dictionary<LocalDate, int> index)
    {
        // In turn through the rows, so that neighbours in one row are always further apart than neighbours in time.
        var gap = Math.Min(MarkerGap / rows, releases.Count < 2 ? MarkerGap : layout.Width / (releases.Count - 1));
        var centres = Spread.Apart([.. releases.Select(r => layout.X(index[r.Session]) * layout.Width)], gap, 0, layout.Width);
        return [.. releases.Select((r, i) => new PlacedMarker(r, centres[i] / layout.Width, 14 + (i % rows * MarkerRow)))];
    }

    private static Curve Leader(PlacedMarker marker, double x, double y, int rows)
    {
        var bend = (rows * MarkerRow) + 4;
        List<PlotPoint> points = [new(marker.X, marker.Y + 12), new(marker.X, bend), new(x, bend + 12)];
        if (y - 5 > bend + 12)
        {
            points.Add(new PlotPoint(x, y - 5));
        }

        return new Curve([points], "leader");
    }

    /// <summary>Scales of one chart.</summary>
    private sealed class Layout
    {
        private readonly IReadOnlyList<PricePoint> _points;
        private readonly LinearScale _price;

        public Layout(IReadOnlyList<PricePoint> points, double top, double bottom, double width)
        {
            (_points, Top, Bottom, Width) = (points, top, bottom, width);
            var (low, high) = points.Count == 0 ? (0d, 1d) : ((double)points.Min(p => p.Close), (double)points.Max(p => p.Close));
            var room = (high - low) * 0.06;
            _price = new LinearScale(low - room, high + room, bottom, top);
        }

        public double Top { get; }

        public double Bottom { get; }

        public double Width { get; }

        public double X(int i) => (i + 0.5) / Math.Max(1, _points.Count);

        public double Y(int i) => _price.At((double)_points[i].Close);

        public IEnumerable<Mark> Line() =>
            _points.Count == 0 ? [] : [new Curve([[.. _points.Select((_, i) => new PlotPoint(X(i), Y(i)))]], "firm")];

        public IEnumerable<Mark> LastClose()
        {
            if (_points.Count > 0)
            {
                yield return new Dot(X(_points.Count - 1), Y(_points.Count - 1), 4.5, "dot");
                yield return new Words(1, Y(_points.Count - 1) + 5, Format.Price(_points[^1].Close), Anchor.Start, "words strong halo", 9);
            }
        }

        public IEnumerable<Mark> ValueAxis(int about)
        {
            if (_points.Count == 0)
            {
                yield break;
            }

            var step = NiceTicks.Step(_price.Low, _price.High, about) ?? 1;
            foreach (var tick in NiceTicks.Between(_price.Low, _price.High, about))
            {
                yield return new Rule(0, _price.At(tick), 1, _price.At(tick), "grid");
                if (Math.Abs(_price.At(tick) - Y(_points.Count - 1)) > 17)
                {
                    yield return new Words(1, _price.At(tick) + 5, Format.Price((decimal)tick, step % 1 == 0 ? 0 : 2), Anchor.Start, "words muted", 9);
                }
            }
        }

        public IEnumerable<Mark> TimeAxis(double y)
        {
            yield return new Rule(0, y, 1, y, "axis");
            foreach (var tick in TimeTicks.Of([.. _points.Select(p => p.Date)], Width))
            {
                var fits = (X(tick.Index) * Width) + TextWidth.Of(tick.Label, 14, strong: false) <= Width + 40;
                yield return new Rule(X(tick.Index), y, X(tick.Index), y + 5, "axis");
                if (fits)
                {
                    yield return new Words(X(tick.Index), y + 21, tick.Label, Anchor.Start, "words muted");
                }
            }
        }

        public IEnumerable<Mark> Volume(double top, double foot)
        {
            var most = _points.Max(p => p.Volume) ?? 0;
            if (most <= 0)
            {
                yield break;
            }

            var scale = new LinearScale(0, most, foot, top);
            var half = 0.34 / _points.Count;

            // One path for hundreds of bars: the same picture in a third of the bytes.
            yield return new Columns(
                [.. _points.Select((p, i) => (Point: p, X: X(i))).Where(p => p.Point.Volume > 0)
                    .Select(p => new PlotPoint(p.X, scale.At(p.Point.Volume!.Value)))], half, foot, "volume");
        }
    }
}
