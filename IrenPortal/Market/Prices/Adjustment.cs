using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>
/// The factors that carry prices and volumes of a series back over its splits and cash dividends. Going back over a split
/// of n:1, prices are divided by n and volumes multiplied by n; over a dividend D, prices are multiplied by
/// 1 - D / (close before the ex-date). An ex-date after the newest bar has not acted yet.
/// </summary>
public sealed class Adjustment
{
    private readonly List<Step> _steps;

    /// <summary>Works out the factors of a series.</summary>
    /// <exception cref="InvalidOperationException">A split is not positive, or a dividend takes the whole price or more.</exception>
    public Adjustment(PriceSeries series) => _steps = series.Actions
        .Where(action => series.Last is { } last && action.ExDate <= last.Date)
        .GroupBy(action => action.ExDate)
        .OrderBy(actions => actions.Key)
        .Select(actions => StepOn(series, actions.Key, [.. actions]))
        .ToList();

    /// <summary>What a price of <paramref name="date"/> is multiplied by to compare with prices of <paramref name="basis"/>.</summary>
    public decimal PriceFactor(LocalDate date, LocalDate basis) => Factor(date, basis, step => step.Price);

    /// <summary>As <see cref="PriceFactor"/>, for splits alone: dividends leave the price as it was.</summary>
    public decimal SplitFactor(LocalDate date, LocalDate basis) => Factor(date, basis, step => 1 / step.Shares);

    /// <summary>What a volume of <paramref name="date"/> is multiplied by to compare with volumes of <paramref name="basis"/>.</summary>
    public decimal VolumeFactor(LocalDate date, LocalDate basis) => Factor(date, basis, step => step.Shares);

    private static Step StepOn(PriceSeries series, LocalDate exDate, IReadOnlyList<CorporateAction> actions)
    {
        var shares = Product(actions.Where(a => a.Kind == CorporateActionKind.Split).Select(a => a.Value));
        var cash = actions.Where(a => a.Kind == CorporateActionKind.Dividend).Sum(a => a.Value);
        if (shares <= 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"A split of {series.Symbol} on {exDate:uuuu-MM-dd} is not positive."));
        }

        if (cash == 0 || series.LastBefore(exDate) is not { } before)
        {
            return new Step(exDate, 1 / shares, shares);
        }

        // A dividend is paid on the shares that exist on the ex-date, so the close before it is put in those shares,
        // also over a split on a date without a bar.
        var closeBefore = before.Close / Product(series.Actions
            .Where(a => a.Kind == CorporateActionKind.Split && a.ExDate > before.Date && a.ExDate <= exDate)
            .Select(a => a.Value));
        return cash < closeBefore
            ? new Step(exDate, (1 - (cash / closeBefore)) / shares, shares)
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"The dividend of {series.Symbol} on {exDate:uuuu-MM-dd} is not smaller than the close before it."));
    }

    private static decimal Product(IEnumerable<decimal> factors) => factors.Aggregate(1m, (product, factor) => product * factor);

    private decimal Factor(LocalDate date, LocalDate basis, Func<Step, decimal> of) => date <= basis
        ? Product(_steps.Where(step => step.ExDate > date && step.ExDate <= basis).Select(of))
        : 1 / Factor(basis, date, of);

    private sealed record Step(LocalDate ExDate, decimal Price, decimal Shares);
}
