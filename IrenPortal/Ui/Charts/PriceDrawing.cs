using NodaTime;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// Prices as a line or as candles, with numbered links above and the volume below on the stock page. Alone they stand in their
/// currency with the value axis in a right margin; beside others as changes in per cent, with the axis in a left margin and the
/// ends of the lines named in the right one. Prices do not start at zero; volume does.
/// </summary>
public static class PriceDrawing
{
    private const double MarkerGap = 27;
    private const double MarkerRow = 30;
    private const double FarFromItsSession = 48;
    private const int MostRowsForNearness = 3;

    /// <summary>The chart of the stock page.</summary>
    public static PriceChart Full(PriceHistory history, bool wide, PriceStyle? style = null)
    {
        var compared = history.Compared.Count > 0;
        var width = (wide, compared) switch { (true, false) => 920d, (true, true) => 776d, (false, false) => 232d, _ => 150d };
        var index = Index(history);
        var releases = history.Releases.Where(r => index.ContainsKey(r.Session)).ToList();
        var rows = Rows([.. releases.Select(r => (index[r.Session] + 0.5) / history.Points.Count * width)], width);
        var top = releases.Count == 0 ? 8 : (rows * MarkerRow) + 34;
        var (plotHeight, volumeHeight) = wide ? (232d, 64d) : (200d, 48d);
        var plot = new PricePlot(history, style ?? new PriceStyle(), top, top + plotHeight, width);
        var placed = Place(releases, rows, plot, index);

        var marks = new List<Mark>();
        marks.AddRange(plot.ValueAxis());
        var foot = plot.Bottom + 32 + volumeHeight;
        marks.AddRange(plot.Volume(plot.Bottom + 32, foot));
        marks.AddRange(plot.TimeAxis(foot));
        marks.AddRange(placed.Select(m => Leader(m, plot.X(index[m.Release.Session]), plot.Y(index[m.Release.Session]), rows)));
        marks.AddRange(plot.Prices());
        marks.AddRange(placed.Select(m => new Dot(plot.X(index[m.Release.Session]), plot.Y(index[m.Release.Session]), 4.5, "release")));
        marks.AddRange(plot.Ends(twoLines: !wide));
        return new PriceChart(new Drawing(foot + 26, width, marks), placed, (rows * MarkerRow) + 2);
    }

    /// <summary>The small chart of the home page: a line, with a dot at each session that reacted to a release.</summary>
    public static PriceChart Small(PriceHistory history)
    {
        var index = Index(history);
        var plot = new PricePlot(history, new PriceStyle(), 8, 184, 232);
        var marks = new List<Mark>();
        marks.AddRange(plot.ValueAxis());
        marks.AddRange(plot.TimeAxis(plot.Bottom + 10));
        marks.AddRange(plot.Prices());
        marks.AddRange(history.Releases.Select(r => r.Session).Distinct().Where(index.ContainsKey)
            .Select(s => new Dot(plot.X(index[s]), plot.Y(index[s]), 4.5, "release")));
        marks.AddRange(plot.Ends(twoLines: false));
        return new PriceChart(new Drawing(plot.Bottom + 36, 232, marks), [], 0);
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
        List<ReleaseMarker> releases, int rows, PricePlot plot, Dictionary<LocalDate, int> index)
    {
        // In turn through the rows, so that neighbours in one row are always further apart than neighbours in time.
        var centres = Spread.Apart([.. releases.Select(r => plot.X(index[r.Session]) * plot.Width)], MarkerGap / rows, 0, plot.Width);
        return [.. releases.Select((r, i) => new PlacedMarker(r, centres[i] / plot.Width, 14 + (i % rows * MarkerRow)))];
    }

    // As many rows as the numbers need, and some more where a number would stand far from its session.
    private static int Rows(IReadOnlyList<double> sessions, double width)
    {
        var rows = Math.Max(1, (int)Math.Ceiling(sessions.Count * MarkerGap / width));
        while (rows < MostRowsForNearness && Spread.Apart(sessions, MarkerGap / rows, 0, width).Zip(sessions).Any(p => Math.Abs(p.First - p.Second) > FarFromItsSession))
        {
            rows++;
        }

        return rows;
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
}
