using System.Runtime.InteropServices;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// A straight mapping of values from <see cref="Low"/>..<see cref="High"/> to positions along an axis, in either direction.
/// A domain without width is widened, so that a flat series lies in the middle.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinearScale
{
    private readonly double _from;
    private readonly double _to;

    /// <summary>Maps <paramref name="low"/> to <paramref name="from"/> and <paramref name="high"/> to <paramref name="to"/>.</summary>
    /// <exception cref="ArgumentException">A bound is not a finite number.</exception>
    public LinearScale(double low, double high, double from, double to)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high))
        {
            throw new ArgumentException("A scale needs finite bounds.", nameof(low));
        }

        if (high <= low)
        {
            var middle = (low + high) / 2;
            var half = middle == 0 ? 1 : Math.Abs(middle) * 0.05;
            (low, high) = (middle - half, middle + half);
        }

        (Low, High, _from, _to) = (low, high, from, to);
    }

    /// <summary>The value at the beginning.</summary>
    public double Low { get; }

    /// <summary>The value at the end.</summary>
    public double High { get; }

    /// <summary>The position of a value.</summary>
    public double At(double value) => _from + ((value - Low) / (High - Low) * (_to - _from));

    /// <summary>The value of a position.</summary>
    public double ValueAt(double position) => Low + ((position - _from) / (_to - _from) * (High - Low));
}
