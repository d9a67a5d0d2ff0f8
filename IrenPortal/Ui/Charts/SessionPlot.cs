namespace IrenPortal.Ui.Charts;

/// <summary>Where the days and values of a window lie in its drawing.</summary>
internal sealed class SessionPlot
{
    public const double Top = 26;
    private const double VolumeGap = 32;
    private const double VolumeHeight = 48;

    private readonly int _slots;

    public SessionPlot(SessionWindow window, bool wide)
    {
        (Window, Wide, Width) = (window, wide, wide ? 370 : 172);
        _slots = Math.Max(2, window.Last - window.First + 1);
        Days = [.. window.Days.Where(d => d.Day >= window.First && d.Day <= window.Last)];
        Band = [.. window.Band.Where(b => b.Day >= window.First && b.Day <= window.Last)];
        Bottom = Top + window.PlotHeight;
        HasVolume = Days.Any(d => d.VolumeMultiple > 0);
        Foot = HasVolume ? Bottom + VolumeGap + VolumeHeight : Bottom;
        VolumeTop = Foot - VolumeHeight;

        var values = Days.SelectMany(d => new[] { d.Firm, d.Benchmark }).OfType<double>().Concat(Band.SelectMany(b => new[] { b.Low, b.High })).Append(0).ToList();
        var room = Math.Max(0.01, (values.Max() - values.Min()) * (Band.Count > 0 ? 0.04 : 0.08));
        Scale = new LinearScale(values.Min() - room, values.Max() + room, Bottom, Top);
    }

    public SessionWindow Window { get; }

    public bool Wide { get; }

    /// <summary>The least width of the drawing in pixels.</summary>
    public double Width { get; }

    public IReadOnlyList<SessionDay> Days { get; }

    public IReadOnlyList<BandDay> Band { get; }

    public LinearScale Scale { get; }

    /// <summary>The lower edge of the plot of returns.</summary>
    public double Bottom { get; }

    public bool HasVolume { get; }

    public double VolumeTop { get; }

    /// <summary>The axis of days.</summary>
    public double Foot { get; }

    /// <summary>Half a volume bar's width as a share of the drawing's.</summary>
    public double HalfBar => 0.28 / _slots;

    public SessionDay? DayZero => Days.FirstOrDefault(d => d.Day == 0);

    public double X(double day) => (day - Window.First + 0.5) / _slots;

    public double Y(double value) => Scale.At(value);

    /// <summary>A line through the days that have a value; a missing day breaks it.</summary>
    public IReadOnlyList<IReadOnlyList<PlotPoint>> Runs(Func<SessionDay, double?> value)
    {
        var runs = new List<List<PlotPoint>>();
        var expected = int.MinValue;
        foreach (var day in Days)
        {
            if (value(day) is not { } known)
            {
                continue;
            }

            if (day.Day != expected)
            {
                runs.Add([]);
            }

            runs[^1].Add(new PlotPoint(X(day.Day), Y(known)));
            expected = day.Day + 1;
        }

        return runs;
    }
}
