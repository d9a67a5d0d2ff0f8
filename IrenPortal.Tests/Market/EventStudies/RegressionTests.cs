using IrenPortal.Market.EventStudies;
using MathNet.Numerics.LinearAlgebra;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>The closed forms against regressions solved by matrices.</summary>
public sealed class RegressionTests
{
    private static readonly FittedDraw[] Draws = [.. Enumerable.Range(1, 20).Select(FittedDraw.Of)];

    [Fact]
    public void The_market_model_is_least_squares()
    {
        foreach (var draw in Draws)
        {
            var design = Matrix<double>.Build.Dense(draw.Firm.Length, 2, (i, j) => j == 0 ? 1 : draw.Index[i]);
            var solved = design.QR().Solve(Vector<double>.Build.Dense(draw.Firm));
            var residuals = Vector<double>.Build.Dense(draw.Firm) - (design * solved);
            var variance = residuals.DotProduct(residuals) / (draw.Firm.Length - 2);
            var covariance = variance * design.TransposeThisAndMultiply(design).Inverse();

            draw.Model.Alpha.ShouldBe(solved[0], 1e-12);
            draw.Model.Beta.ShouldBe(solved[1], 1e-11);
            draw.Model.Sigma.ShouldBe(Math.Sqrt(variance), 1e-13);
            draw.Model.AlphaError!.Value.ShouldBe(Math.Sqrt(covariance[0, 0]), 1e-12);
            draw.Model.BetaError!.Value.ShouldBe(Math.Sqrt(covariance[1, 1]), 1e-11);
        }
    }

    // s^2 (L + 1'X*(X'X)^-1 X*'1), X the estimation window's design and X* the event window's.
    [Fact]
    public void The_corrected_error_is_the_one_in_matrices()
    {
        foreach (var draw in Draws)
        {
            var design = Matrix<double>.Build.Dense(draw.Firm.Length, 2, (i, j) => j == 0 ? 1 : draw.Index[i]);
            var events = Matrix<double>.Build.Dense(draw.EventFirm.Length, 2, (i, j) => j == 0 ? 1 : draw.EventIndex[i]);
            var ones = Vector<double>.Build.Dense(draw.EventFirm.Length, 1);
            var reach = events.TransposeThisAndMultiply(ones);
            var forecast = draw.EventFirm.Length + reach.DotProduct(design.TransposeThisAndMultiply(design).Inverse() * reach);

            draw.Cumulated.CorrectedError.ShouldBe(draw.Model.Sigma * Math.Sqrt(forecast), 1e-12);
        }
    }

    // One dummy a day of the event window in the same regression (Salkever 1976; Karafiath 1988).
    [Fact]
    public void A_regression_with_a_dummy_for_each_event_day_says_the_same()
    {
        foreach (var draw in Draws)
        {
            var (m, length) = (draw.Firm.Length, draw.EventFirm.Length);
            double[] index = [.. draw.Index, .. draw.EventIndex];
            var design = Matrix<double>.Build.Dense(m + length, 2 + length, (i, j) => j switch { 0 => 1, 1 => index[i], _ => i == m + j - 2 ? 1 : 0 });
            var firm = Vector<double>.Build.Dense([.. draw.Firm, .. draw.EventFirm]);
            var solved = design.QR().Solve(firm);
            var residuals = firm - (design * solved);
            var covariance = residuals.DotProduct(residuals) / (m - 2) * design.TransposeThisAndMultiply(design).Inverse();

            for (var k = 0; k < length; k++)
            {
                var day = draw.Model.Cumulate(draw.EventFirm.AsSpan(k, 1), draw.EventIndex.AsSpan(k, 1));
                day.Value.ShouldBe(solved[2 + k], 1e-12);
                day.CorrectedError.ShouldBe(Math.Sqrt(covariance[2 + k, 2 + k]), 1e-12);
            }

            draw.Cumulated.Value.ShouldBe(solved.SubVector(2, length).Sum(), 1e-12);
            draw.Cumulated.CorrectedError.ShouldBe(Math.Sqrt(covariance.SubMatrix(2, length, 2, length).Enumerate().Sum()), 1e-12);
        }
    }

    [Fact]
    public void The_mean_model_is_a_regression_on_nothing_but_a_constant()
    {
        foreach (var draw in Draws)
        {
            var model = FittedModel.Fit(ReturnModel.MeanAdjusted, draw.Firm, draw.Index);
            var length = draw.EventFirm.Length;
            var variance = draw.Firm.Sum(r => Math.Pow(r - draw.Firm.Average(), 2)) / (draw.Firm.Length - 1);

            var sum = model.Cumulate(draw.EventFirm, draw.EventIndex);
            sum.Value.ShouldBe(draw.EventFirm.Sum() - (length * draw.Firm.Average()), 1e-12);
            sum.CorrectedError.ShouldBe(Math.Sqrt(variance * (length + (length * length / (double)draw.Firm.Length))), 1e-12);
            sum.DegreesOfFreedom.ShouldBe(119);
        }
    }

    private sealed record FittedDraw(double[] Firm, double[] Index, double[] EventFirm, double[] EventIndex, FittedModel Model, Estimate Cumulated)
    {
        public static FittedDraw Of(int seed)
        {
            var drawn = SimulatedStudy.Draw(seed);
            var (firm, index) = (Returns(drawn.Firm), Returns(drawn.Index));
            var model = FittedModel.Fit(ReturnModel.Market, firm.AsSpan(0, 120), index.AsSpan(0, 120));
            return new FittedDraw(firm[..120], index[..120], firm[125..136], index[125..136], model, model.Cumulate(firm.AsSpan(125, 11), index.AsSpan(125, 11)));
        }

        private static double[] Returns(IReadOnlyList<StudyBar> bars) =>
            [.. bars.Skip(1).Zip(bars, (bar, before) => (bar.AdjustedClose / before.AdjustedClose) - 1)];
    }
}
