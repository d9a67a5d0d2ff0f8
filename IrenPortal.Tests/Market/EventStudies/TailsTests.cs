using IrenPortal.Market.EventStudies;

namespace IrenPortal.Tests.Market.EventStudies;

public sealed class TailsTests
{
    // With one degree of freedom Student's t is Cauchy's distribution, with two it is algebraic: closed forms to compare with.
    [Theory]
    [InlineData(0), InlineData(1e-12), InlineData(1e-9), InlineData(1e-7), InlineData(1e-3), InlineData(0.5), InlineData(1), InlineData(2), InlineData(30), InlineData(1e6), InlineData(1e40)]
    public void Student_t_agrees_with_its_closed_forms(double t)
    {
        var (cauchy, algebraic) = (t < 1 ? 1 - (2 / Math.PI * Math.Atan(t)) : 2 / Math.PI * Math.Atan(1 / t), 2 / ((t * t) + 2) / (1 + (t / Math.Sqrt((t * t) + 2))));

        Tails.StudentT(t, 1).ShouldBe(cauchy, cauchy * 1e-12);
        Tails.StudentT(-t, 2).ShouldBe(algebraic, algebraic * 1e-12);
    }

    // By the finite series for even degrees of freedom (Abramowitz and Stegun 26.7.4), summed with 120 digits.
    [Theory]
    [InlineData(1e-8, 0.99999999203804057), InlineData(1e-6, 0.99999920380406293), InlineData(0.1, 0.92051402460422793)]
    [InlineData(0.999, 0.31983889563258128), InlineData(1, 0.31935675661004764), InlineData(1.001, 0.31887509948550585)]
    [InlineData(1.98, 0.050030996119687594), InlineData(5, 2.0151514921272362e-06), InlineData(9.7, 1.0315409122512666e-16)]
    [InlineData(20, 1.0368959103612459e-39), InlineData(60, 2.9157382803066818e-90)]
    public void Student_t_is_a_tail_not_one_less_the_rest(double t, double p) => Tails.StudentT(t, 118).ShouldBe(p, p * 1e-11);

    [Fact]
    public void The_quantile_is_the_t_of_its_probability() =>
        Tails.StudentT(Tails.StudentTQuantile(0.95, 118), 118).ShouldBe(0.05, 1e-10);

    [Theory]
    [InlineData(2, 4, 1), InlineData(0, 4, 0.125), InlineData(4, 4, 0.125), InlineData(1, 4, 0.625), InlineData(7, 26, 0.028959274291992188)]
    public void A_fair_coin_is_two_sided(int successes, int trials, double p) => Tails.FairCoin(successes, trials).ShouldBe(p, 1e-12);
}
