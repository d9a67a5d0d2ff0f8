using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>
/// Closes of several symbols side by side on the sessions of the first: each as a multiple of its close on the first session
/// that all of them have (1 there), adjusted for splits and not for dividends. Immutable.
/// </summary>
/// <param name="Since">The session on which every line is 1.</param>
/// <param name="Sessions">The sessions from <paramref name="Since"/> on.</param>
/// <param name="Lines">The first symbol, then the others that could be compared, in the order asked for.</param>
/// <param name="LeftOut">The symbols that share no session with those before them.</param>
public sealed record Comparison(
    LocalDate Since, IReadOnlyList<LocalDate> Sessions, IReadOnlyList<ComparedSeries> Lines, IReadOnlyList<PriceSeries> LeftOut)
{
    /// <summary>
    /// Compares over some sessions of the first symbol. Others count with the close of the same date alone: nothing is
    /// carried forward, what is missing stays missing.
    /// </summary>
    /// <param name="first">The symbol whose sessions make the axis.</param>
    /// <param name="sessions">Some of its dates, ascending, at least one.</param>
    /// <param name="others">The symbols to lay beside it.</param>
    public static Comparison Of(PriceSeries first, IReadOnlyList<LocalDate> sessions, IReadOnlyList<PriceSeries> others)
    {
        var common = Enumerable.Range(0, sessions.Count).ToList();
        var closes = new List<(PriceSeries Series, decimal?[] Closes)> { (first, ClosesOn(first, sessions)) };
        var leftOut = new List<PriceSeries>();
        foreach (var other in others)
        {
            var own = ClosesOn(other, sessions);
            var shared = common.Where(i => own[i] is not null).ToList();
            if (shared.Count == 0)
            {
                leftOut.Add(other);
                continue;
            }

            common = shared;
            closes.Add((other, own));
        }

        var start = common[0];
        return new Comparison(
            sessions[start], [.. sessions.Skip(start)],
            [.. closes.Select(c => new ComparedSeries(c.Series, [.. c.Closes.Skip(start).Select(close => close / c.Closes[start])]))], leftOut);
    }

    private static decimal?[] ClosesOn(PriceSeries series, IReadOnlyList<LocalDate> sessions)
    {
        var adjustment = new Adjustment(series);
        return [.. sessions.Select(date => series.BarOn(date) is { } bar ? bar.Close * adjustment.SplitFactor(date, series.Last!.Date) : (decimal?)null)];
    }
}

/// <summary>One line of a <see cref="Comparison"/>.</summary>
/// <param name="Series">Whose prices they are.</param>
/// <param name="Multiples">One for each session; null where the symbol has no close on that date.</param>
public sealed record ComparedSeries(PriceSeries Series, IReadOnlyList<decimal?> Multiples)
{
    /// <summary>The newest multiple.</summary>
    public decimal Last => Multiples.Last(m => m is not null)!.Value;

    /// <summary>True where the newest session has none: the symbol's prices end earlier.</summary>
    public bool EndsEarlier => Multiples[^1] is null;
}
