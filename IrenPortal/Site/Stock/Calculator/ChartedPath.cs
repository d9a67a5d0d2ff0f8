using IrenPortal.Market.Investments;
using IrenPortal.Ui.Charts;
using NodaTime;
using NodaTime.Calendars;

namespace IrenPortal.Site.Stock.Calculator;

/// <summary>
/// The sessions that the chart draws and its table lists: each of a short span, else the last of every week, and always those of
/// the highest and the lowest value and of the ends of the worst fall and the best rise.
/// </summary>
/// <param name="Rows">Each session with both values; the second is null where there is none.</param>
/// <param name="IsWeekly">True where sessions were left out.</param>
public sealed record ChartedPath(IReadOnlyList<ChartedRow> Rows, bool IsWeekly)
{
    private const int MostSessions = 130;

    /// <summary>Chooses the sessions of a path.</summary>
    public static ChartedPath Of(InvestmentPath path, InvestmentPath? other)
    {
        var others = other?.Points.ToDictionary(p => p.Date) ?? [];
        var weekly = path.Points.Count > MostSessions;
        var kept = weekly ? Kept(path).Concat(other is null ? [] : Kept(other)).ToHashSet() : [];
        return new ChartedPath(
            [.. path.Points.Where(p => !weekly || kept.Contains(p.Date)).Select(p => new ChartedRow(p, others.GetValueOrDefault(p.Date)))], weekly);
    }

    /// <summary>The same as the chart takes it.</summary>
    public ValueHistory History(InvestmentPath path, InvestmentPath? other) => new(
        [.. Rows.Select(r => r.Point.Date)], path.Amount,
        [
            new ValueLine(path.Symbol, LineKind.Firm, [.. Rows.Select(r => (decimal?)r.Point.Value)]),
            .. other is null ? Array.Empty<ValueLine>() : [new ValueLine(other.Symbol, LineKind.Index, [.. Rows.Select(r => r.Other?.Value)])],
        ]);

    private static IEnumerable<LocalDate> Kept(InvestmentPath path) => path.Points
        .GroupBy(p => (WeekYearRules.Iso.GetWeekYear(p.Date), WeekYearRules.Iso.GetWeekOfWeekYear(p.Date))).Select(week => week.Last())
        .Concat([path.Start, path.End, path.Highest, path.Lowest])
        .Concat(Ends(ValueSwing.WorstFall(path.Points))).Concat(Ends(ValueSwing.BestRise(path.Points)))
        .Select(p => p.Date);

    private static IEnumerable<InvestmentPoint> Ends(ValueSwing? swing) => swing is null ? [] : [swing.From, swing.To];
}

/// <summary>A session of the chart.</summary>
/// <param name="Point">The investment.</param>
/// <param name="Other">What it is compared with.</param>
public sealed record ChartedRow(InvestmentPoint Point, InvestmentPoint? Other);
