using NodaTime;

namespace IrenPortal.Market.Investments;

/// <summary>An investment some whole years, or months, after the purchase.</summary>
/// <param name="After">The time since the purchase, in years or in months; zero at the purchase, null at an end between two.</param>
/// <param name="Point">The last session up to that day.</param>
public sealed record Anniversary(Period? After, InvestmentPoint Point)
{
    /// <summary>
    /// The purchase, its anniversaries and the end, ascending; months instead of years where it was held for less than a year.
    /// A day without a session counts with the last one before it.
    /// </summary>
    public static IReadOnlyList<Anniversary> Of(InvestmentPath path)
    {
        var (start, end) = (path.Start.Date, path.End.Date);
        Func<int, Period> after = end >= start.PlusYears(1) ? Period.FromYears : Period.FromMonths;
        var rows = new List<Anniversary> { new(Period.Zero, path.Start) };
        for (var n = 1; start + after(n) <= end; n++)
        {
            var day = start + after(n);
            if (path.Points.Last(p => p.Date <= day) is var point && point != rows[^1].Point)
            {
                rows.Add(new Anniversary(after(n), point));
            }
        }

        return rows[^1].Point == path.End ? rows : [.. rows, new Anniversary(null, path.End)];
    }
}
