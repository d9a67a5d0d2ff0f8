namespace IrenPortal.Market.Investments;

/// <summary>A move of an investment between two of its sessions.</summary>
/// <param name="From">Where it began.</param>
/// <param name="To">Where it ended.</param>
public sealed record ValueSwing(InvestmentPoint From, InvestmentPoint To)
{
    /// <summary>The move as a fraction of the value at its beginning.</summary>
    public decimal Fraction => (To.Value / From.Value) - 1;

    /// <summary>The deepest fall from a highest value so far (the maximum drawdown); null where the value never fell.</summary>
    public static ValueSwing? WorstFall(IReadOnlyList<InvestmentPoint> points) => Widest(points, isFall: true);

    /// <summary>The greatest rise from a lowest value so far; null where the value never rose.</summary>
    public static ValueSwing? BestRise(IReadOnlyList<InvestmentPoint> points) => Widest(points, isFall: false);

    private static ValueSwing? Widest(IReadOnlyList<InvestmentPoint> points, bool isFall)
    {
        var sign = isFall ? -1 : 1;
        ValueSwing? widest = null;
        var start = points.Count == 0 ? null : points[0];
        foreach (var point in points)
        {
            if ((point.Value - start!.Value) * sign < 0)
            {
                start = point;
            }

            var swing = new ValueSwing(start, point);
            if (swing.Fraction * sign > (widest?.Fraction * sign ?? 0))
            {
                widest = swing;
            }
        }

        return widest;
    }
}
