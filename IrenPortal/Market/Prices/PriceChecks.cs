using IrenPortal.Market.Calendar;

namespace IrenPortal.Market.Prices;

/// <summary>A fault of one row, counted from 0, in a sentence that says what to write instead.</summary>
public sealed record PriceIssue(int Row, string Sentence);

/// <summary>Whether bars and corporate actions are plausible, before anything is stored.</summary>
public static class PriceChecks
{
    // Bounds within which no ratio or sum of decimals can overflow.
    private const decimal LowestPrice = 0.000001m;
    private const decimal HighestPrice = 1_000_000_000m;
    private const long HighestVolume = 1_000_000_000_000_000;
    private const decimal HighestSplit = 10_000m;

    /// <summary>The faults of one bar by itself.</summary>
    public static IReadOnlyList<string> IssuesOf(Bar bar)
    {
        var issues = new List<string>();
        foreach (var (name, price) in new[] { ("open", bar.Open), ("high", bar.High), ("low", bar.Low), ("close", bar.Close) })
        {
            if (price is < LowestPrice or > HighestPrice)
            {
                issues.Add(Invariant($"the {name} {price} must be from {LowestPrice} to {HighestPrice}"));
            }
        }

        foreach (var (name, price) in new[] { ("open", bar.Open), ("close", bar.Close), ("high", bar.High) })
        {
            if (price < bar.Low)
            {
                issues.Add(Invariant($"the {name} {price} is below the low {bar.Low}; low <= open, close <= high must hold"));
            }
        }

        foreach (var (name, price) in new[] { ("open", bar.Open), ("close", bar.Close) })
        {
            if (price > bar.High)
            {
                issues.Add(Invariant($"the {name} {price} is above the high {bar.High}; low <= open, close <= high must hold"));
            }
        }

        if (bar.Volume is < 0 or > HighestVolume)
        {
            issues.Add(Invariant($"the volume {bar.Volume} must be a number of shares from 0 to {HighestVolume}"));
        }

        return issues;
    }

    /// <summary>
    /// The faults of a list of bars: of each by itself, dates that do not ascend, dates that are no session of the calendar.
    /// </summary>
    public static IReadOnlyList<PriceIssue> IssuesOf(IReadOnlyList<Bar> bars, ExchangeCalendar calendar)
    {
        var issues = new List<PriceIssue>();
        for (var row = 0; row < bars.Count; row++)
        {
            var date = bars[row].Date;
            issues.AddRange(IssuesOf(bars[row]).Select(sentence => new PriceIssue(row, sentence)));
            if (!calendar.Covers(date))
            {
                issues.Add(new PriceIssue(row, Invariant(
                    $"{date:uuuu-MM-dd} is outside {calendar.First:uuuu-MM-dd} to {calendar.Last:uuuu-MM-dd}, the dates that the calendar knows")));
            }
            else if (!calendar.IsSession(date))
            {
                issues.Add(new PriceIssue(row, Invariant($"the market did not trade on {date:uuuu-MM-dd}; leave the row out")));
            }

            if (row > 0 && date <= bars[row - 1].Date)
            {
                issues.Add(new PriceIssue(row, Invariant(
                    $"{date:uuuu-MM-dd} comes after {bars[row - 1].Date:uuuu-MM-dd}; dates must ascend, each once")));
            }
        }

        return issues;
    }

    /// <summary>The faults of corporate actions, given the (ascending) bars that they act on.</summary>
    public static IReadOnlyList<PriceIssue> IssuesOf(IReadOnlyList<CorporateAction> actions, PriceSeries series)
    {
        var issues = new List<PriceIssue>();
        for (var row = 0; row < actions.Count; row++)
        {
            var (exDate, kind, value) = actions[row];
            if (kind == CorporateActionKind.Split && value is < 1 / HighestSplit or > HighestSplit)
            {
                issues.Add(new PriceIssue(row, Invariant(
                    $"the split {value} must be the number of new shares for one old share, from {1 / HighestSplit} to {HighestSplit}")));
            }

            if (kind == CorporateActionKind.Dividend && (value <= 0 || value >= series.LastBefore(exDate)?.Close))
            {
                issues.Add(new PriceIssue(row, Invariant(
                    $"the dividend {value} must be above 0 and below the close before {exDate:uuuu-MM-dd}")));
            }

            if (actions.Take(row).Any(earlier => earlier.ExDate == exDate && earlier.Kind == kind))
            {
                issues.Add(new PriceIssue(row, Invariant($"a second {kind} on {exDate:uuuu-MM-dd}; write one row with both together")));
            }
        }

        return issues;
    }

    private static string Invariant(FormattableString sentence) => FormattableString.Invariant(sentence);
}
