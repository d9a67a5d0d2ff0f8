namespace IrenPortal.Ui.Charts;

/// <summary>
/// The returns of the share and of the benchmark around a release, over the band in which the share would lie without news,
/// with the event line, other releases dashed, and the volume below. Axis labels stand in a left margin, line ends in a right
/// one; both belong to the page's style.
/// </summary>
public static class SessionWindowDrawing
{
    /// <summary>Draws the window for wide or for narrow pages.</summary>
    public static Drawing Make(SessionWindow window, bool wide)
    {
        var plot = new SessionPlot(window, wide);
        var marks = new List<Mark>();
        if (plot.Band.Count > 1)
        {
            marks.Add(new Area([.. plot.Band.Select(b => new PlotPoint(plot.X(b.Day), plot.Y(b.High)))], [.. plot.Band.Select(b => new PlotPoint(plot.X(b.Day), plot.Y(b.Low)))], "band"));
        }

        marks.AddRange(SessionAxes.Values(plot));
        marks.AddRange(SessionAxes.Days(plot));
        marks.AddRange(SessionAxes.Volume(plot));
        marks.AddRange([.. SessionReleases.Others(plot, marks)]);
        marks.Add(new Curve(plot.Runs(d => d.Benchmark), "index"));
        marks.Add(SessionReleases.Line(plot));
        marks.Add(new Curve(plot.Runs(d => d.Firm), "firm"));
        marks.Add(SessionReleases.Label(plot));
        marks.AddRange(SessionLabels.Ends(plot));
        if (plot.DayZero?.Firm is { } dayZero)
        {
            marks.Add(new Dot(plot.X(0), plot.Y(dayZero), 5, "dot ringed"));
        }

        if (SessionLabels.DayZero(plot, new SessionClearance(plot, marks)) is { } label)
        {
            marks.Add(label);
        }

        marks.AddRange(SessionLabels.Band(plot, new SessionClearance(plot, marks)));
        return new Drawing(plot.Foot + 26, plot.Width, marks);
    }
}
