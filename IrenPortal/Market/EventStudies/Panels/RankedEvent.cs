namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>One event's ranks, worked out once for all the windows that it counts in.</summary>
/// <param name="Days">Its relative days: those of the estimation window, then those reported.</param>
/// <param name="Deviations">Each day's rank less (T + 1) / 2.</param>
internal sealed record RankedEvent(IReadOnlyList<int> Days, IReadOnlyList<double> Deviations)
{
    public static RankedEvent Of(PanelEvent one)
    {
        var ranks = Ranks([.. one.Model.Model.Residuals, .. one.Model.Days.Select(d => d.Abnormal.Value)]);
        return new RankedEvent(
            [.. one.Study.Estimation.Days, .. one.Model.Days.Select(d => d.Day)],
            Array.ConvertAll(ranks, rank => rank - ((ranks.Length + 1) / 2.0)));
    }

    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort([.. values], order);
        var ranks = new double[values.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to + 1 < order.Length && values[order[to + 1]].Equals(values[order[from]]))
            {
                to++;
            }

            for (var i = from; i <= to; i++)
            {
                ranks[order[i]] = ((from + to) / 2.0) + 1;
            }

            from = to + 1;
        }

        return ranks;
    }
}
