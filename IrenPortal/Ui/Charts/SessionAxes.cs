using IrenPortal.Ui.Formats;

namespace IrenPortal.Ui.Charts;

/// <summary>What a window's lines are read against: grid, days, and the volume in multiples of the usual.</summary>
internal static class SessionAxes
{
    public static IEnumerable<Mark> Values(SessionPlot plot)
    {
        var about = plot.Window.PlotHeight < 200 ? 3 : 4;
        var decimals = NiceTicks.Step(plot.Scale.Low * 100, plot.Scale.High * 100, about) is { } step && step % 1 != 0 ? 1 : 0;
        foreach (var tick in NiceTicks.Between(plot.Scale.Low, plot.Scale.High, about))
        {
            yield return new Rule(0, plot.Y(tick), 1, plot.Y(tick), tick == 0 ? "zero" : "grid");
            yield return new Words(0, plot.Y(tick) + 5, Format.SignedPercent(tick, decimals), Anchor.End, "words muted", -10);
        }
    }

    public static IEnumerable<Mark> Days(SessionPlot plot)
    {
        yield return new Rule(0, plot.Foot, 1, plot.Foot, "axis");
        for (var day = plot.Window.First; day <= plot.Window.Last; day++)
        {
            if (day % 5 == 0)
            {
                yield return new Rule(plot.X(day), plot.Foot, plot.X(day), plot.Foot + 5, "axis");
                yield return new Words(plot.X(day), plot.Foot + 22, day == 0 ? UiTexts.DayZero : Format.Signed(day, 0), Anchor.Middle, "words muted");
            }
        }
    }

    public static IEnumerable<Mark> Volume(SessionPlot plot)
    {
        if (!plot.HasVolume)
        {
            yield break;
        }

        var scale = new LinearScale(0, plot.Days.Max(d => d.VolumeMultiple ?? 0), plot.Foot, plot.VolumeTop);
        foreach (var day in plot.Days.Where(d => d.VolumeMultiple is not null))
        {
            var top = scale.At(day.VolumeMultiple!.Value);
            yield return new Block(
                plot.X(day.Day) - plot.HalfBar, plot.X(day.Day) + plot.HalfBar, top, plot.Foot - top, day.Day == 0 ? "volume day-zero" : "volume");
        }

        yield return new Words(0, plot.VolumeTop - 6, UiTexts.Volume, Anchor.Start, "words muted");
        if (scale.High >= 1)
        {
            yield return new Rule(0, scale.At(1), 1, scale.At(1), "usual");
            yield return new Words(1, scale.At(1) + 5, UiTexts.UsualVolume, Anchor.Start, "words muted", 12);
        }

        if (plot.DayZero?.VolumeMultiple is { } multiple)
        {
            yield return new Words(plot.X(0), plot.VolumeTop - 6, Format.Multiple(multiple), Anchor.Start, "words strong halo", 8);
        }
    }
}
