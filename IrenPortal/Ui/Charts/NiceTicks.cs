namespace IrenPortal.Ui.Charts;

/// <summary>Round values for an axis.</summary>
public static class NiceTicks
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];
    private static readonly double[][] LeadingDigits = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]];

    /// <summary>
    /// The multiples of a round step (1, 2, 2.5 or 5 times a power of ten) that lie between two values, about
    /// <paramref name="about"/> of them and at least three; empty when the span is no finite positive number.
    /// </summary>
    public static IReadOnlyList<double> Between(double low, double high, int about)
    {
        if (Step(low, high, about) is not { } step)
        {
            return [];
        }

        var ticks = new List<double>();
        for (var i = (long)Math.Ceiling((low / step) - 1e-9); i * step <= high + (step * 1e-9); i++)
        {
            ticks.Add(Math.Round(i * step, 10));
        }

        return ticks;
    }

    /// <summary>
    /// The round step that divides a span into about this many parts and puts at least three ticks between its ends; null for
    /// a span that is no finite positive number.
    /// </summary>
    public static double? Step(double low, double high, int about)
    {
        var span = high - low;
        if (!double.IsFinite(span) || span <= 0)
        {
            return null;
        }

        for (var parts = Math.Max(1, about); ; parts++)
        {
            var rough = span / parts;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = Steps.First(s => s * power >= rough * 0.999 || s == 10) * power;
            if (Math.Floor((high / step) + 1e-9) - Math.Ceiling((low / step) - 1e-9) >= 2 || parts > about + 8)
            {
                return step;
            }
        }
    }

    /// <summary>
    /// Round values for a logarithmic axis: powers of ten, with as few values between them as give three ticks or more; those
    /// of <see cref="Between"/> where the bounds lie too near for that.
    /// </summary>
    /// <param name="low">The lower bound, above 0.</param>
    /// <param name="high">The upper bound.</param>
    /// <param name="about">How many ticks where the bounds lie near.</param>
    public static IReadOnlyList<double> Logarithmic(double low, double high, int about)
    {
        foreach (var digits in LeadingDigits)
        {
            var ticks = new List<double>();
            for (var power = Math.Floor(Math.Log10(low)); power <= Math.Log10(high); power++)
            {
                ticks.AddRange(digits.Select(d => Math.Round(d * Math.Pow(10, power), 10)).Where(t => t >= low && t <= high));
            }

            if (ticks.Count >= 3)
            {
                return ticks;
            }
        }

        return Between(low, high, about);
    }
}
