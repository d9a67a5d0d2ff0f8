using System.Runtime.InteropServices;

namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>A test statistic and its two-sided p.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TestResult(double Statistic, double P)
{
    /// <summary>A statistic that is standard normal when announcements do nothing; null where it can't be computed.</summary>
    internal static TestResult? Normal(double statistic) =>
        double.IsFinite(statistic) ? new TestResult(statistic, Tails.Normal(statistic)) : null;

    /// <summary>A statistic that is Student's t when announcements do nothing; null where it can't be computed.</summary>
    internal static TestResult? StudentT(double statistic, int degreesOfFreedom) =>
        double.IsFinite(statistic) && degreesOfFreedom > 0 ? new TestResult(statistic, Tails.StudentT(statistic, degreesOfFreedom)) : null;
}
