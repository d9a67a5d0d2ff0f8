using IrenPortal.Market.EventStudies;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>Announcements that do nothing are found to do something as often as p says, and those that do are found.</summary>
public sealed class SizeAndPowerTests
{
    private const int Studies = 2_000;

    // The distance that 2,000 uniform draws keep from the uniform distribution with probability 0.999 (Kolmogorov, Smirnov).
    private static readonly double Reach = 1.949 / Math.Sqrt(Studies);

    private static readonly List<ModelStudy> WithoutEffect =
        [.. Enumerable.Range(1, Studies).Select(seed => SimulatedStudy.Draw(seed).Run().Headline!)];

    [Theory]
    [InlineData(0, 0), InlineData(-1, 1), InlineData(-5, 5), InlineData(0, 10)]
    public void Without_an_effect_p_is_uniform(int first, int last) =>
        DistanceFromUniform(WithoutEffect.Select(s => s.Over(new EventWindow(first, last))!.Value.P)).ShouldBeLessThan(Reach);

    [Fact]
    public void Without_an_effect_the_plain_error_of_a_long_window_is_too_small()
    {
        double Rejected(Func<Estimate, double> p) => WithoutEffect.Count(s => p(s.Over(new EventWindow(-5, 5))!.Value) < 0.05) / (double)Studies;

        Rejected(e => e.P).ShouldBeInRange(0.04, 0.06);
        Rejected(e => e.PlainP).ShouldBeGreaterThan(Rejected(e => e.P));
    }

    [Fact]
    public void Intervals_cover_what_is_there_as_often_as_they_say() =>
        (WithoutEffect.Count(s => s.Over(EventWindow.Primary)!.Value.Interval() is var (low, high) && low <= 0 && high >= 0) / (double)Studies).ShouldBeInRange(0.94, 0.96);

    [Fact]
    public void An_effect_is_found_in_its_size_and_on_its_day()
    {
        const double effect = 0.15;
        var studies = Enumerable.Range(1, 400).Select(seed => SimulatedStudy.Draw(seed, effect).Run().Headline!).ToList();

        studies.Average(s => s.On(0)!.Abnormal.Value).ShouldBe(effect, 4 * SimulatedStudy.Sigma / 20);
        studies.Average(s => s.Over(EventWindow.Primary)!.Value.Value).ShouldBe(effect, 4 * SimulatedStudy.Sigma * Math.Sqrt(3) / 20);
        studies.Average(s => s.On(1)!.Abnormal.Value).ShouldBe(0, 4 * SimulatedStudy.Sigma / 20);
        studies.Count(s => s.On(0)!.Abnormal.P < 1e-6).ShouldBeGreaterThan(390);
        studies.Average(s => s.Model.Beta).ShouldBe(SimulatedStudy.Beta, 0.05);
        studies.Average(s => s.Model.Alpha).ShouldBe(SimulatedStudy.Alpha, 0.0005);
        studies.Average(s => s.Model.Sigma).ShouldBe(SimulatedStudy.Sigma, 0.0005);
    }

    private static double DistanceFromUniform(IEnumerable<double> probabilities)
    {
        var sorted = probabilities.Order().ToList();
        return sorted.Select((p, i) => Math.Max(((i + 1.0) / sorted.Count) - p, p - ((double)i / sorted.Count))).Max();
    }
}
