using NodaTime;

namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>The seven tests of a window over the events that have it; formulas in <c>docs/event-studies.md</c>.</summary>
internal static class PanelTests
{
    public static PanelMeasure Measure(EventWindow window, bool isDay, IReadOnlyList<PanelEvent> events, int flagged, RankTable ranks)
    {
        var estimates = events.Select(e => e.Over(window)!.Value).ToList();
        var values = estimates.ConvertAll(e => e.Value);
        var n = events.Count;
        var positive = values.Count(v => v > 0);
        return new PanelMeasure(
            window, n, flagged, Overlapping(window, events), n == 0 ? null : values.Average(), ErrorOfMean(values),
            CrossSectional(values),
            MacKinlay(estimates, e => e.PlainError),
            MacKinlay(estimates, e => e.CorrectedError),
            isDay ? PatellOfDay(estimates, events) : PatellOfWindow(window, events),
            CrossSectional(estimates.ConvertAll(e => e.T)),
            n == 0 ? null : ranks.Test(window),
            positive,
            TestResult.Normal((positive - (n / 2.0)) / (Math.Sqrt(n) / 2)),
            n == 0 ? null : Tails.FairCoin(positive, n),
            GeneralizedSign(positive, events));
    }

    public static double PositiveShare(IReadOnlyList<PanelEvent> events) =>
        events.Average(e => e.Model.Model.Residuals.Count(r => r > 0) / (double)e.Model.Model.Observations);

    /// <summary>sd / sqrt(N), the divisor of sd being N - 1; null under two values.</summary>
    public static double? ErrorOfMean(IReadOnlyList<double> values)
    {
        var n = values.Count;
        if (n < 2)
        {
            return null;
        }

        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (n - 1) / n);
    }

    // Dates tell it for events of one firm and of many: two windows overlap when neither ends before the other begins. In
    // order of their beginnings, one overlaps when an earlier one reaches it or it reaches the next.
    private static int Overlapping(EventWindow window, IReadOnlyList<PanelEvent> events)
    {
        var spans = events.Select(e => (From: e.Model.On(window.First)!.Session, To: e.Model.On(window.Last)!.Session)).OrderBy(s => s.From).ToList();
        var (count, reached) = (0, LocalDate.MinIsoValue);
        for (var i = 0; i < spans.Count; i++)
        {
            count += spans[i].From <= reached || (i + 1 < spans.Count && spans[i + 1].From <= spans[i].To) ? 1 : 0;
            reached = LocalDate.Max(reached, spans[i].To);
        }

        return count;
    }

    private static TestResult? CrossSectional(List<double> values) =>
        ErrorOfMean(values) is { } error ? TestResult.StudentT(values.Average() / error, values.Count - 1) : null;

    private static TestResult? MacKinlay(List<Estimate> estimates, Func<Estimate, double> error) =>
        TestResult.Normal(estimates.Sum(e => e.Value) / Math.Sqrt(estimates.Sum(e => error(e) * error(e))));

    // Over a day and over a window of one day the two differ where the events' M does: the window weighs each event alike.
    private static TestResult? PatellOfDay(List<Estimate> estimates, IReadOnlyList<PanelEvent> events) =>
        TestResult.Normal(estimates.Sum(e => e.T) / Math.Sqrt(events.Sum(VarianceOfT)));

    private static TestResult? PatellOfWindow(EventWindow window, IReadOnlyList<PanelEvent> events)
    {
        var sum = events.Sum(e => window.Days.Sum(day => e.Model.On(day)!.Abnormal.T) / Math.Sqrt(window.Length * VarianceOfT(e)));
        return TestResult.Normal(sum / Math.Sqrt(events.Count));
    }

    // The variance of Student's t with M - 2 degrees of freedom.
    private static double VarianceOfT(PanelEvent e) => (e.Model.Model.Observations - 2.0) / (e.Model.Model.Observations - 4.0);

    private static TestResult? GeneralizedSign(int positive, IReadOnlyList<PanelEvent> events)
    {
        if (events.Count == 0)
        {
            return null;
        }

        var (n, share) = (events.Count, PositiveShare(events));
        return TestResult.Normal((positive - (n * share)) / Math.Sqrt(n * share * (1 - share)));
    }
}
