using IrenPortal.Ui.Formats;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// The trading-day bar: one scale in per cent, the previous close at zero as the event line, low to high as a band, the open
/// and the close as marks, and, on wide pages, each figure of the press as a dotted tick with its words.
/// </summary>
public static class TradingDayDrawing
{
    private const double Bar = 76;
    private const double BarHeight = 28;
    private const double LabelsEnd = 154;
    private const double PressRow = 24;

    /// <summary>Draws the day for wide or for narrow pages.</summary>
    public static Drawing Make(TradingDay day, bool wide)
    {
        var width = wide ? 976d : 288d;
        var press = wide ? day.Press.Where(p => double.IsFinite(p.Change)).OrderBy(p => p.Change).ToList() : [];
        var scale = Scale(day, press, width);
        var placed = PressRows(press, scale, width);
        var foot = LabelsEnd + (placed.Count == 0 ? 0 : ((placed.Max(p => p.Row) + 1) * PressRow) + 6);

        var marks = new List<Mark>();
        foreach (var tick in NiceTicks.Between(scale.Low, scale.High, wide ? 4 : 3))
        {
            if (tick != 0)
            {
                marks.Add(new Rule(scale.At(tick), 28, scale.At(tick), foot, "grid"));
            }

            marks.Add(Inside(scale.At(tick), foot + 18, Format.SignedPercent(tick, Decimals(scale, wide)), "muted", width));
        }

        marks.AddRange(placed.Select(p => new Rule(p.X, Bar - 6, p.X, p.Baseline(LabelsEnd) + 3, "press")));
        if (day is { High: { } high, Low: { } low })
        {
            marks.Add(new Block(scale.At(day.Change(low)), scale.At(day.Change(high)), Bar, BarHeight, "band"));
            marks.AddRange(placed.Select(p => new Rule(p.X, Bar - 6, p.X, Bar + BarHeight + 6, "press")));
        }

        if (day.Open is { } open)
        {
            marks.Add(new Rule(scale.At(day.Change(open)), Bar, scale.At(day.Change(open)), Bar + BarHeight, "open"));
        }

        marks.Add(new Rule(scale.At(0), 0, scale.At(0), foot, "event"));
        marks.Add(new Rule(scale.At(day.Change(day.Close)), Bar - 8, scale.At(day.Change(day.Close)), Bar + BarHeight + 8, "close"));
        marks.Add(PreviousClose(day, scale.At(0), width));
        marks.AddRange(Row([new(UiTexts.Close, day.Close, Large: true), new(UiTexts.High, day.High)], day, scale, width, 42, 64));
        marks.AddRange(Row([new(UiTexts.Low, day.Low), new(UiTexts.Open, day.Open)], day, scale, width, 128, 148));
        marks.AddRange(placed.Select(p => new Words(p.X, p.Baseline(LabelsEnd), p.Words, Anchor.Start, "words muted halo", 7)));
        return new Drawing(foot + 26, width, marks);
    }

    private static LinearScale Scale(TradingDay day, IReadOnlyList<PressFigure> press, double width)
    {
        var values = new[] { day.Open, day.High, day.Low, day.Close }.OfType<decimal>().Select(day.Change)
            .Concat(press.Select(p => p.Change)).Append(0).ToList();
        var (low, high) = (values.Min(), values.Max());
        var span = high - low is > 0 and var s ? s : 0.02;

        // A label of the press begins at its tick: make room for the last ones to the right.
        var right = press
            .Select(p => (span * 0.06) + Math.Max(0, p.Change + (span * 1.25 * (PressWidth(p) + 12) / width) - high))
            .DefaultIfEmpty(span * 0.06).Max();
        return new LinearScale(low - (span * 0.06), high + right, 0, 1);
    }

    private static int Decimals(LinearScale scale, bool wide) =>
        NiceTicks.Step(scale.Low * 100, scale.High * 100, wide ? 4 : 3) is { } step && step % 1 != 0 ? 1 : 0;

    private static Words PreviousClose(TradingDay day, double zero, double width)
    {
        var text = Phrase.With(UiTexts.PreviousClose, Format.Price(day.PreviousClose));
        var fits = (zero * width) + 8 + TextWidth.Of(text, 14, strong: true) <= width;
        return new Words(zero, 14, text, fits ? Anchor.Start : Anchor.End, "words strong accent halo", fits ? 8 : -8);
    }

    private static IEnumerable<Mark> Row(
        IReadOnlyList<PriceLabel> labels, TradingDay day, LinearScale scale, double width, double nameLine, double figureLine)
    {
        var shown = labels.Where(l => l.Price is not null).Select(l => l.Placed(day, scale)).OrderBy(l => l.X).ToList();
        if (shown.Count == 0)
        {
            yield break;
        }

        var gaps = shown.Zip(shown.Skip(1), (a, b) => ((a.Width + b.Width) / 2) + 16).ToList();
        var centres = Spread.Apart([.. shown.Select(l => l.X * width)], gaps, shown[0].Width / 2, width - (shown[^1].Width / 2));
        for (var i = 0; i < shown.Count; i++)
        {
            var (label, offset) = (shown[i], centres[i] - (shown[i].X * width));
            yield return new Words(label.X, label.Large ? nameLine - 4 : nameLine, label.Name, Anchor.Middle, "words halo", offset);
            yield return new Words(label.X, figureLine, label.Figure, Anchor.Middle, label.Large ? "words large halo" : "words strong halo", offset);
        }
    }

    private static List<PressTick> PressRows(IReadOnlyList<PressFigure> press, LinearScale scale, double width)
    {
        // From right to left: a label that would run over ticks to its right goes under the lowest of theirs.
        var placed = new List<PressTick>();
        foreach (var figure in press.Reverse())
        {
            var x = scale.At(figure.Change);
            var end = (x * width) + 7 + PressWidth(figure) + 8;
            var over = placed.Where(p => p.X * width < end).Select(p => p.Row + 1).DefaultIfEmpty(0).Max();
            placed.Add(new PressTick(x, Quote(figure), over));
        }

        return placed;
    }

    private static double PressWidth(PressFigure figure) => TextWidth.Of(Quote(figure), 14, strong: false);

    private static string Quote(PressFigure figure) => Phrase.With(UiTexts.Quoted, figure.Words);

    private static Words Inside(double x, double y, string text, string @class, double width)
    {
        var half = TextWidth.Of(text, 14, strong: false) / 2;
        var at = x * width;
        var offset = Math.Clamp(at, half, Math.Max(half, width - half)) - at;
        return new Words(x, y, text, Anchor.Middle, "words " + @class, offset);
    }

    private sealed record PressTick(double X, string Words, int Row)
    {
        public double Baseline(double top) => top + 18 + (Row * PressRow);
    }

    private sealed record PriceLabel(string What, decimal? Price, bool Large = false)
    {
        public PlacedLabel Placed(TradingDay day, LinearScale scale)
        {
            var (name, figure) = ($"{What} {Format.Price(Price!.Value)}", Format.SignedPercent(day.Change(Price.Value)));
            var width = Math.Max(TextWidth.Of(name, 14, strong: false), TextWidth.Of(figure, Large ? 24 : 14, strong: true));
            return new PlacedLabel(scale.At(day.Change(Price.Value)), name, figure, Large, width);
        }
    }

    private sealed record PlacedLabel(double X, string Name, string Figure, bool Large, double Width);
}
