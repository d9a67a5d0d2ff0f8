using IrenPortal.Content;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Newsroom.Prices;

/// <summary>Every change of a plan as a file, with what was there before and what is odd about it.</summary>
internal static class ChangesCsv
{
    /// <summary>A row a change: bars, then splits and dividends.</summary>
    public static string Write(PriceChangePlan plan)
    {
        var doubts = plan.Doubts.ToLookup(d => d.Date, d => d.Sentence);
        var csv = new CsvText(
            ["Date", "What", "Open", "High", "Low", "Close", "Volume", "Value", "OpenBefore", "HighBefore", "LowBefore", "CloseBefore", "VolumeBefore", "ValueBefore", "LookAt"]);
        foreach (var (bar, before) in plan.Bars)
        {
            Add(csv, bar.Date, before is null ? "new" : "replaced", [.. Figures(bar), null], [.. Figures(before), null], doubts[bar.Date]);
        }

        foreach (var (action, before) in plan.Actions)
        {
            Add(csv, action.ExDate, $"{action.Kind} {(before is null ? "new" : "replaced")}", [.. Figures(null), action.Value], [.. Figures(null), before?.Value], plan.Bars.Any(b => b.Bar.Date == action.ExDate) ? [] : doubts[action.ExDate]);
        }

        return csv.ToString();
    }

    private static void Add(CsvText csv, LocalDate date, string what, IEnumerable<decimal?> after, IEnumerable<decimal?> before, IEnumerable<string> doubts) =>
        csv.Row([CsvCell.Date(date), what, .. after.Concat(before).Select(CsvCell.Number), CsvCell.Text(string.Join("; ", doubts))]);

    private static decimal?[] Figures(Bar? bar) => [bar?.Open, bar?.High, bar?.Low, bar?.Close, bar?.Volume];
}
