namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>
/// Corrado's ranks: per event, the estimation residuals and the abnormal returns of -10..+10 ranked together, ties at their
/// mean rank; D(t) is the mean over events of rank - (T + 1) / 2. A relative day that an event lacks is left out of that day's mean.
/// </summary>
internal sealed class RankTable
{
    private readonly Dictionary<int, (double Sum, int Count)> _days = [];

    public RankTable(IReadOnlyList<PanelEvent> events)
    {
        foreach (var one in events)
        {
            Add(one);
        }

        Spread = Math.Sqrt(_days.Values.Select(d => Math.Pow(d.Sum / d.Count, 2)).DefaultIfEmpty(0).Average());
    }

    /// <summary>T: the relative days that some event has.</summary>
    public int Days => _days.Count;

    /// <summary>S: the root of the mean of D(t) squared.</summary>
    public double Spread { get; }

    /// <summary>The statistic of a window: sum of D(k) over sqrt(L) S; null when a day has no rank.</summary>
    public TestResult? Test(EventWindow window)
    {
        var sum = 0.0;
        foreach (var day in window.Days)
        {
            if (!_days.TryGetValue(day, out var of))
            {
                return null;
            }

            sum += of.Sum / of.Count;
        }

        return TestResult.Normal(sum / (Math.Sqrt(window.Length) * Spread));
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

    private void Add(PanelEvent one)
    {
        var days = one.Study.Estimation.Days.Concat(one.Model.Days.Select(d => d.Day)).ToList();
        var ranks = Ranks([.. one.Model.Model.Residuals, .. one.Model.Days.Select(d => d.Abnormal.Value)]);
        for (var i = 0; i < ranks.Length; i++)
        {
            var (sum, count) = _days.GetValueOrDefault(days[i]);
            _days[days[i]] = (sum + ranks[i] - ((ranks.Length + 1) / 2.0), count + 1);
        }
    }
}
