namespace IrenPortal.Ui.Charts;

/// <summary>The event line with its label at the top, and the other releases of a window, dashed, with theirs at the foot.</summary>
internal static class SessionReleases
{
    public static Mark Line(SessionPlot plot) =>
        new Rule(plot.X(plot.Window.Event.At), 0, plot.X(plot.Window.Event.At), plot.Foot, "event");

    public static Words Label(SessionPlot plot)
    {
        var (mark, x) = (plot.Window.Event, plot.X(plot.Window.Event.At));
        var room = Math.Max(x * plot.Width, (1 - x) * plot.Width) + 36;
        var text = plot.Wide && TextWidth.Of(mark.Label, 14, strong: true) + 8 <= room + 50 ? mark.Label : mark.ShortLabel;
        var fitsLeft = (x * plot.Width) + 36 >= TextWidth.Of(text, 14, strong: true) + 8;
        return new Words(x, 12, text, fitsLeft ? Anchor.End : Anchor.Start, "words strong accent halo", fitsLeft ? -8 : 8);
    }

    /// <summary>The other releases; their labels keep clear of those of the axes.</summary>
    public static IEnumerable<Mark> Others(SessionPlot plot, IReadOnlyList<Mark> axes)
    {
        var shown = plot.Window.Others.Where(o => o.At >= plot.Window.First && o.At <= plot.Window.Last).OrderBy(o => o.At).ToList();
        var lines = shown.Select(o => plot.X(o.At) * plot.Width).Append(plot.X(plot.Window.Event.At) * plot.Width).ToList();
        List<Words> placed = [];
        var taken = axes.OfType<Words>().Select(w => w.ExtentAt(plot.Width)).ToList();
        foreach (var other in shown)
        {
            // A label stays between its line and the next one, with its name if there is room, else with its day alone.
            var at = plot.X(other.At) * plot.Width;
            var right = lines.Where(l => l > at).Append(plot.Width + 16).Min() - at - 10;
            var left = at - lines.Where(l => l < at).Append(0).Max() - 10;
            var text = TextWidth.Of(other.Label, 14, strong: false) <= Math.Max(left, right) ? other.Label : other.ShortLabel;
            var toRight = right >= Math.Min(left, TextWidth.Of(text, 14, strong: false));
            var words = new Words(plot.X(other.At), plot.HasVolume ? plot.Bottom + 4 : plot.Bottom - 7, text, toRight ? Anchor.Start : Anchor.End, "words accent halo", toRight ? 7 : -7);
            while (taken.Exists(t => t.Overlaps(words.ExtentAt(plot.Width))))
            {
                words = words with { Y = words.Y - 18 };
            }

            taken.Add(words.ExtentAt(plot.Width));
            placed.Add(words);
            yield return new Rule(plot.X(other.At), SessionPlot.Top + 4, plot.X(other.At), Math.Min(plot.Bottom + 8, plot.Foot), "event other");
        }

        foreach (var words in placed)
        {
            yield return words;
        }
    }
}
