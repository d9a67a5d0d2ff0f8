namespace IrenPortal.Ui.Charts;

/// <summary>Tells how much of a window's drawing a label would cover.</summary>
internal sealed class SessionClearance(SessionPlot plot, IReadOnlyList<Mark> marks)
{
    private const int Steps = 8;

    /// <summary>0 where the box is free: texts count most, then the edge of the plot, then each stretch of a line.</summary>
    public int Hits(Extent box)
    {
        var hits = marks.OfType<Words>().Count(w => w.ExtentAt(plot.Width).Overlaps(box)) * 50;
        hits += box.Left < -4 || box.Top < SessionPlot.Top - 8 || box.Bottom > plot.Bottom ? 100 : 0;
        hits += marks.OfType<Curve>().Sum(c => c.Runs.Sum(run => Crossings(run, box)));
        return hits + (marks.OfType<Rule>().Count(r => Crosses(r, box)) * 10);
    }

    private int Crossings(IReadOnlyList<PlotPoint> run, Extent box)
    {
        var inside = 0;
        for (var i = 1; i < run.Count; i++)
        {
            for (var step = 0; step <= Steps; step++)
            {
                var (a, b, t) = (run[i - 1], run[i], step / (double)Steps);
                var (x, y) = ((a.X + ((b.X - a.X) * t)) * plot.Width, a.Y + ((b.Y - a.Y) * t));
                inside += x > box.Left && x < box.Right && y > box.Top && y < box.Bottom ? 1 : 0;
            }
        }

        return inside;
    }

    // Upright lines alone: a grid line under a label does no harm.
    private bool Crosses(Rule rule, Extent box) =>
        rule.X1 == rule.X2 && rule.X1 * plot.Width > box.Left && rule.X1 * plot.Width < box.Right && rule.Y1 < box.Bottom && rule.Y2 > box.Top;
}
