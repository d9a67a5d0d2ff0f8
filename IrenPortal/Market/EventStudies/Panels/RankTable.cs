namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>
/// Corrado's ranks: per event, the estimation residuals and the abnormal returns of -10..+10 ranked together, ties at their
/// mean rank; D(t) is the mean over events of rank - (T + 1) / 2. A relative day that an event lacks is left out of that day's mean.
/// </summary>
internal sealed class RankTable
{
    private readonly Dictionary<int, (double Sum, int Count)> _days = [];

    public RankTable(IEnumerable<RankedEvent> events)
    {
        foreach (var (days, deviations) in events)
        {
            for (var i = 0; i < days.Count; i++)
            {
                var (sum, count) = _days.GetValueOrDefault(days[i]);
                _days[days[i]] = (sum + deviations[i], count + 1);
            }
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
}
