using System.Text;
using IrenPortal.Content;
using IrenPortal.Market.Prices;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Newsroom.Prices;

/// <summary>Every change of a plan as a file, with what was there before and what is odd about it.</summary>
internal static class ChangesCsv
{
    /// <summary>A row a change: bars, then splits and dividends.</summary>
    public static string Write(PriceChangePlan plan)
    {
        var doubts = plan.Doubts.ToLookup(d => d.Date, d => d.Sentence);
        var text = new StringBuilder("Date,What,Open,High,Low,Close,Volume,Value,OpenBefore,HighBefore,LowBefore,CloseBefore,VolumeBefore,ValueBefore,LookAt\n");
        foreach (var (bar, before) in plan.Bars)
        {
            Append(text, bar.Date, before is null ? "new" : "replaced", [.. Figures(bar), null], [.. Figures(before), null], doubts[bar.Date]);
        }

        foreach (var (action, before) in plan.Actions)
        {
            Append(text, action.ExDate, $"{action.Kind} {(before is null ? "new" : "replaced")}", [.. Figures(null), action.Value], [.. Figures(null), before?.Value], plan.Bars.Any(b => b.Bar.Date == action.ExDate) ? [] : doubts[action.ExDate]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, LocalDate date, string what, IEnumerable<decimal?> after, IEnumerable<decimal?> before, IEnumerable<string> doubts) => text
        .Append(LocalDatePattern.Iso.Format(date)).Append(',').Append(what).Append(',')
        .AppendJoin(',', after.Concat(before).Select(CsvCell.Number)).Append(',')
        .Append(CsvCell.Text(string.Join("; ", doubts))).Append('\n');

    private static decimal?[] Figures(Bar? bar) => [bar?.Open, bar?.High, bar?.Low, bar?.Close, bar?.Volume];
}
