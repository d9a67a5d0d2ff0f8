namespace IrenPortal.Ui.Charts;

/// <summary>Moves labels apart along one line.</summary>
public static class Spread
{
    /// <summary>
    /// Positions at least <paramref name="gap"/> apart, between <paramref name="low"/> and <paramref name="high"/>, in the order given
    /// and as near to the wanted ones as least squares has it. Where they cannot all fit, the gap shrinks evenly.
    /// </summary>
    /// <param name="wanted">The wanted positions, ascending.</param>
    /// <param name="gap">The least distance between neighbours.</param>
    /// <param name="low">The least position.</param>
    /// <param name="high">The greatest position.</param>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> wanted, double gap, double low, double high)
    {
        if (wanted.Count > 1)
        {
            gap = Math.Min(gap, (high - low) / (wanted.Count - 1));
        }

        return Apart(wanted, [.. Enumerable.Repeat(gap, Math.Max(0, wanted.Count - 1))], low, high);
    }

    /// <summary>As above with a distance for each pair of neighbours; the caller sees to it that they fit.</summary>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> wanted, IReadOnlyList<double> gaps, double low, double high)
    {
        // With the gaps taken out, "at least a gap apart" becomes "not descending": pool adjacent violators.
        var before = new double[wanted.Count];
        for (var i = 1; i < wanted.Count; i++)
        {
            before[i] = before[i - 1] + gaps[i - 1];
        }

        var pools = new List<(double Sum, int Count)>();
        for (var i = 0; i < wanted.Count; i++)
        {
            pools.Add((wanted[i] - before[i], 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                var last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (pools[^1].Sum + last.Sum, pools[^1].Count + last.Count);
            }
        }

        var top = high - (wanted.Count == 0 ? 0 : before[^1]);
        var placed = pools.SelectMany(pool => Enumerable.Repeat(Math.Max(low, Math.Min(top, pool.Sum / pool.Count)), pool.Count));
        return [.. placed.Select((position, i) => position + before[i])];
    }
}
