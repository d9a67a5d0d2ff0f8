using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace IrenPortal.Market.EventStudies;

/// <summary>
/// Two-sided tail probabilities, computed as tails: 1 - cdf is 0 in doubles beyond |t| of about 9.7, the tail is not.
/// </summary>
public static class Tails
{
    // A quantile takes an iterative search, and whole paths of ranges ask for the same one.
    private static readonly ConcurrentDictionary<(double Coverage, int DegreesOfFreedom), double> Quantiles = new();

    /// <summary>
    /// P(|T| > |t|) of Student's t by the incomplete beta function: I_x(df/2, 1/2) with x = df / (df + t^2), or near zero,
    /// where x can't be told from 1, one less the other tail.
    /// </summary>
    public static double StudentT(double t, int degreesOfFreedom)
    {
        var (df, square) = ((double)degreesOfFreedom, t * t);
        return square < 1
            ? 1 - SpecialFunctions.BetaRegularized(0.5, df / 2, square / (df + square))
            : SpecialFunctions.BetaRegularized(df / 2, 0.5, df / (df + square));
    }

    /// <summary>P(|Z| > |z|) of the standard normal distribution.</summary>
    public static double Normal(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>
    /// P of a count as far from trials / 2 as <paramref name="successes"/>, or further, with probability 1/2 each: twice the
    /// smaller tail, at most 1.
    /// </summary>
    public static double FairCoin(int successes, int trials) =>
        Math.Min(1, 2 * new Binomial(0.5, trials).CumulativeDistribution(Math.Min(successes, trials - successes)));

    /// <summary>The t that |T| stays below with the given probability, such as 0.95.</summary>
    public static double StudentTQuantile(double coverage, int degreesOfFreedom) => Quantiles.GetOrAdd(
        (coverage, degreesOfFreedom), key => MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, key.DegreesOfFreedom, (1 + key.Coverage) / 2));

    /// <summary>The interval around an estimate by Student's t.</summary>
    internal static (double Low, double High) Interval(double value, double error, int degreesOfFreedom, double coverage)
    {
        var reach = StudentTQuantile(coverage, degreesOfFreedom) * error;
        return (value - reach, value + reach);
    }

    /// <summary>The same; null where there is no estimate, no error or no degree of freedom.</summary>
    internal static (double Low, double High)? Interval(double? value, double? error, int degreesOfFreedom, double coverage) =>
        value is { } middle && error is { } spread && degreesOfFreedom >= 1 ? Interval(middle, spread, degreesOfFreedom, coverage) : null;
}
