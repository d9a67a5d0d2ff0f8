using System.Runtime.InteropServices;

namespace IrenPortal.Ui.Charts;

/// <summary>A path around an event with a range at each day; sums of returns as fractions.</summary>
/// <param name="Points">A point a day, ascending.</param>
public sealed record BandedPath(IReadOnlyList<BandedPoint> Points);

/// <summary>One day of a path.</summary>
/// <param name="Day">Sessions from day 0.</param>
/// <param name="Value">The path.</param>
/// <param name="Range">The range drawn at this day; null where there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BandedPoint(int Day, double Value, (double Low, double High)? Range);

/// <summary>
/// Small charts of paths on one scale: a zero line, the range as a band, the event line before day 0, the path. Value labels
/// stand in a left margin.
/// </summary>
public sealed class BandedPathDrawing
{
    private const double Top = 8;
    private const double Bottom = 118;
    private const double LeastWidth = 180;

    private readonly LinearScale _scale;
    private readonly IReadOnlyList<double> _ticks;
    private readonly int _first;
    private readonly int _last;

    /// <summary>Takes the days of the axis and a scale on which all these paths have room.</summary>
    public BandedPathDrawing(int first, int last, IEnumerable<BandedPath> paths)
    {
        var (low, high) = (0.0, 0.0);
        foreach (var point in paths.SelectMany(p => p.Points))
        {
            low = Math.Min(low, Math.Min(point.Value, point.Range?.Low ?? 0));
            high = Math.Max(high, Math.Max(point.Value, point.Range?.High ?? 0));
        }

        (_first, _last) = (first, last);
        _scale = new LinearScale(low, high, Bottom, Top);
        _ticks = NiceTicks.Between(_scale.Low, _scale.High, 3);
    }

    /// <summary>Draws one path; a range that goes beyond the scale ends at its edge.</summary>
    /// <param name="path">The path; empty draws the axes alone.</param>
    /// <param name="eventAt">The day of the event line; half a day less than day 0 where the market was told before it.</param>
    public Drawing Make(BandedPath path, double eventAt)
    {
        var ranged = path.Points.Where(p => p.Range is not null).ToList();
        var marks = new List<Mark>();
        if (ranged.Count > 1)
        {
            marks.Add(new Area([.. ranged.Select(p => Within(p.Day, p.Range!.Value.High))], [.. ranged.Select(p => Within(p.Day, p.Range!.Value.Low))], "band"));
        }

        foreach (var tick in _ticks)
        {
            marks.Add(new Rule(0, _scale.At(tick), 1, _scale.At(tick), tick == 0 ? "zero" : "grid"));
            marks.Add(new Words(0, _scale.At(tick) + 5, Formats.Format.SignedPercent(tick, 0), Anchor.End, "words muted", -8));
        }

        marks.AddRange(new[] { _first, 0, _last }.Select(day => new Words(
            X(day), Bottom + 20, day == 0 ? "Day 0" : Formats.Format.Signed(day, 0), day == _first ? Anchor.Start : day == _last ? Anchor.End : Anchor.Middle, "words muted")));
        marks.Add(new Rule(X(eventAt), 0, X(eventAt), Bottom, "event"));
        if (path.Points.Count > 0)
        {
            marks.Add(new Curve([[.. path.Points.Select(p => At(p.Day, p.Value))]], "firm"));
            marks.Add(new Dot(X(path.Points[^1].Day), _scale.At(path.Points[^1].Value), 3.5, "dot"));
        }

        return new Drawing(Bottom + 26, LeastWidth, marks);
    }

    private double X(double day) => (day - _first + 0.5) / (_last - _first + 1);

    private PlotPoint At(int day, double value) => new(X(day), _scale.At(value));

    private PlotPoint Within(int day, double value) => At(day, Math.Clamp(value, _scale.Low, _scale.High));
}
