using IrenPortal.Market.Investments;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Stock.History;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Stock.Calculator;

/// <summary>How the calculator says things.</summary>
public static class CalculatorWords
{
    /// <summary>The result in one sentence.</summary>
    public static string Result(CalculatorView view, InvestmentPath path) => string.Concat(Sentence(view, path).Select(p => p.Text));

    /// <summary>The result in one sentence, its figures apart from its words.</summary>
    public static IEnumerable<(string Text, bool IsFigure)> Sentence(CalculatorView view, InvestmentPath path)
    {
        yield return (Format.Exactly(path.Amount, path.Currency), true);
        yield return ($" put into {path.Symbol} at the close of {Format.Date(path.Start.Date)} became ", false);
        yield return (Format.Sum(path.End.Value, path.Currency), true);
        yield return ($" by the close of {Format.Date(path.End.Date)}: ", false);
        yield return (Format.SignedPercent(path.GainFraction), true);
        if (path.YearlyFraction is { } rate)
        {
            yield return (", or ", false);
            yield return (Format.SignedPercent(rate), true);
            yield return (" a year", false);
        }

        if (view.Other is { } other)
        {
            yield return ($"; in {other.Symbol} it became ", false);
            yield return (Format.Sum(other.End.Value, other.Currency), true);
            yield return (", ", false);
            yield return (Format.SignedPercent(other.GainFraction), true);
        }

        yield return (".", false);
    }

    /// <summary>What a reader must know about this result.</summary>
    public static IEnumerable<string> Notes(CalculatorView view, InvestmentPath path)
    {
        if (path.Start.Date != view.From)
        {
            yield return $"{WhyNot(view, view.From)} The shares are bought at the next close, on {Format.Date(path.Start.Date)}.";
        }

        if (path.End.Date != view.To)
        {
            yield return view.To > view.Series!.Last!.Date
                ? $"The newest price of {path.Symbol} is of {Format.Date(path.End.Date)}; the value is of that day."
                : $"{WhyNot(view, view.To)} The value is of the session before, {Format.Date(path.End.Date)}.";
        }

        if (Uncompared(view, path) is { } reason)
        {
            yield return reason;
        }

        foreach (var one in new[] { path, view.Other }.OfType<InvestmentPath>())
        {
            if (one.Missing.Count > 0)
            {
                yield return $"Missing in the data of {one.Symbol}: {HistoryWords.Dates(one.Missing)}.";
            }

            if (one.Actions.Count > 0)
            {
                yield return $"Since the purchase, {one.Symbol}: {HistoryWords.Names(one.Actions, one.Currency)}.";
            }
        }

        if (Undividended(view) is { Count: > 0 } without)
        {
            yield return $"The data holds no dividends of {string.Join(" or ", without)}. If there were any, they are not in these figures.";
        }
    }

    /// <summary>The name of a row of the table year by year.</summary>
    public static string Name(Anniversary row) => row.After switch
    {
        null => "End",
        { Years: > 0 and var years } => Format.Plural(years, "year", "years"),
        { Months: > 0 and var months } => Format.Plural(months, "month", "months"),
        _ => "Purchase",
    };

    /// <summary>A swing in words: <c>−73.1%</c> with its sessions under it.</summary>
    public static (string Figure, string? Days) Swing(ValueSwing? swing) => swing is null
        ? ("none", null)
        : (Format.SignedPercent(swing.Fraction), $"{Format.Date(swing.From.Date)} to {Format.Date(swing.To.Date)}");

    /// <summary>A number of shares: two decimals of many, more of few.</summary>
    public static string Shares(decimal shares) => Format.Number(shares, shares >= 100 ? 2 : shares >= 1 ? 4 : 8);

    /// <summary>What is done with dividends.</summary>
    public static string Name(DividendUse use) => use switch
    {
        DividendUse.Reinvested => "Reinvested on the ex-date",
        DividendUse.Cash => "Kept as cash",
        _ => "Left out",
    };

    private static string WhyNot(CalculatorView view, LocalDate date) => view.Calendar.IsSession(date)
        ? $"The data has no price of {view.Series!.Symbol} for {Format.Date(date)}."
        : view.Calendar.ClosureOn(date) is { } closure ? $"The market was closed on {Format.Date(date)}: {closure}." : $"{Format.Weekday(date)} was no session.";

    private static string? Uncompared(CalculatorView view, InvestmentPath path)
    {
        if (view.Other is not null || view.AgainstSeries is not { Last: { } last } series)
        {
            return null;
        }

        var (first, reason) = (series.Bars[0].Date, $"There is no comparison with {series.Symbol}: ");
        return first > path.Start.Date ? $"{reason}its prices begin on {Format.Date(first)}."
            : last.Date < path.End.Date ? $"{reason}its newest price is of {Format.Date(last.Date)}. Choose a last day up to then."
            : $"{reason}it has no price of {Format.Date(series.BarOn(path.Start.Date) is null ? path.Start.Date : path.End.Date)}.";
    }

    private static IReadOnlyList<string> Undividended(CalculatorView view) =>
    [
        .. new[] { view.Series, view.Other is null ? null : view.AgainstSeries }.OfType<PriceSeries>()
            .Where(s => s.Actions.All(a => a.Kind != CorporateActionKind.Dividend)).Select(s => s.Symbol),
    ];
}
