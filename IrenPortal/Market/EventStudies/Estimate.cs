using System.Runtime.InteropServices;

namespace IrenPortal.Market.EventStudies;

/// <summary>
/// An abnormal return or a sum of them, as a fraction, with its standard errors. The plain error leaves out that the model
/// was itself estimated; the corrected one, with the forecast covariance, is the headline (Patell 1976; Salinger 1992).
/// </summary>
/// <param name="Value">The estimate.</param>
/// <param name="PlainError">Standard error without the model's own error.</param>
/// <param name="CorrectedError">Standard error with it.</param>
/// <param name="DegreesOfFreedom">Of the residual variance.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Estimate(double Value, double PlainError, double CorrectedError, int DegreesOfFreedom)
{
    /// <summary>The estimate over its plain error.</summary>
    public double PlainT => Value / PlainError;

    /// <summary>Two-sided p of <see cref="PlainT"/>, Student's t.</summary>
    public double PlainP => Tails.StudentT(PlainT, DegreesOfFreedom);

    /// <summary>The estimate over its corrected error; exactly t distributed under normal errors.</summary>
    public double T => Value / CorrectedError;

    /// <summary>Two-sided p of <see cref="T"/>, Student's t, in full: it may be far below what is shown.</summary>
    public double P => Tails.StudentT(T, DegreesOfFreedom);

    /// <summary>The interval that covers the true value with the given probability, by the corrected error.</summary>
    public (double Low, double High) Interval(double coverage = 0.95) => Tails.Interval(Value, CorrectedError, DegreesOfFreedom, coverage);
}
