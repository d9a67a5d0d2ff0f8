using IrenPortal.Ui.Formats;

namespace IrenPortal.Ui.Charts;

/// <summary>What stands beside the lines of a window: their ends, day 0, and what the band is.</summary>
internal static class SessionLabels
{
    private const double LabelHeight = 36;

    private static string[] BandWords => [UiTexts.BandRange, UiTexts.BandWithoutNews];

    public static IEnumerable<Mark> Ends(SessionPlot plot)
    {
        var ends = new[]
        {
            (Name: plot.Window.Firm, Last: plot.Days.LastOrDefault(d => d.Firm is not null), Value: (Func<SessionDay, double?>)(d => d.Firm), Strong: true),
            (Name: plot.Window.Benchmark, Last: plot.Days.LastOrDefault(d => d.Benchmark is not null), Value: d => d.Benchmark, Strong: false),
        }.Where(e => e.Last is not null).OrderBy(e => plot.Y(e.Value(e.Last!)!.Value)).ToList();
        var heights = Spread.Apart([.. ends.Select(e => plot.Y(e.Value(e.Last!)!.Value))], plot.Wide ? 20 : 40, SessionPlot.Top + 10, plot.Bottom - 4);
        for (var i = 0; i < ends.Count; i++)
        {
            var (name, last, value, strong) = ends[i];
            var figure = Format.SignedPercent(value(last!)!.Value);
            var at = plot.X(last!.Day);
            var @class = strong ? "words strong halo" : "words halo";
            yield return new Dot(at, plot.Y(value(last)!.Value), 4, strong ? "dot" : "dot index-dot");
            if (plot.Wide || name.Length == 0)
            {
                yield return new Words(at, heights[i] + 5, $"{name} {figure}".TrimStart(), Anchor.Start, @class, 10);
            }
            else
            {
                yield return new Words(at, heights[i] - 3, name, Anchor.Start, @class, 8);
                yield return new Words(at, heights[i] + 13, figure, Anchor.Start, @class, 8);
            }
        }
    }

    /// <summary>Day 0's value where it covers least of what is already there; null where it isn't told.</summary>
    public static Words? DayZero(SessionPlot plot, SessionClearance clearance)
    {
        if (!plot.Window.TellsDayZero || plot.DayZero?.Firm is not { } value)
        {
            return null;
        }

        var (x, y, text) = (plot.X(0), plot.Y(value), plot.Wide ? Phrase.With(UiTexts.DayZeroClose, Format.SignedPercent(value)) : Format.SignedPercent(value));
        var left = Math.Min(0, (plot.X(plot.Window.Event.At) - x) * plot.Width) - 12;
        var places = new[]
        {
            (Y: y - 4, Anchor.End, Offset: left), (Y: y - 14, Anchor.Start, Offset: 10d), (Y: y + 18, Anchor.End, Offset: left),
            (Y: y + 20, Anchor.Start, Offset: 10d), (Y: y - 24, Anchor.End, Offset: left), (Y: y - 30, Anchor.Start, Offset: 10d),
        }.Select(p => new Words(x, p.Y, text, p.Item2, "words strong halo", p.Offset));
        return places.MinBy(p => clearance.Hits(p.ExtentAt(plot.Width)));
    }

    /// <summary>The band's name inside it, on wide pages and where nothing else is in the way.</summary>
    public static IEnumerable<Words> Band(SessionPlot plot, SessionClearance clearance)
    {
        if (!plot.Wide || plot.Band.Count < 2)
        {
            return [];
        }

        var wide = BandWords.Max(w => TextWidth.Of(w, 14, strong: false));
        var places =
            from end in plot.Band.Skip(1).Reverse()
            let right = (plot.X(end.Day) * plot.Width) - 8
            let over = Over(plot, right - wide, right)
            where over.Count > 0 && plot.X(plot.Band[0].Day) * plot.Width < right - wide
            let highest = over.Max(b => plot.Y(b.High)) + 4
            let lowest = over.Min(b => plot.Y(b.Low)) - 4
            from top in new[] { highest, lowest - LabelHeight }
            let box = new Extent(right - wide, top, right, top + LabelHeight)
            where top >= highest && top + LabelHeight <= lowest && clearance.Hits(box) == 0
            select BandWords.Select((word, i) => new Words(plot.X(end.Day), top + 13 + (i * 18), word, Anchor.End, "words muted", -8)).ToList();
        return places.FirstOrDefault() ?? [];
    }

    // The days of the band above and below a stretch, with one more on either side.
    private static List<BandDay> Over(SessionPlot plot, double left, double right)
    {
        var step = (plot.X(1) - plot.X(0)) * plot.Width;
        return [.. plot.Band.Where(b => plot.X(b.Day) * plot.Width > left - step && plot.X(b.Day) * plot.Width < right + step)];
    }
}
