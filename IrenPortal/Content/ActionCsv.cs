using IrenPortal.Content.Csv;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Market.Prices;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>Splits and dividends as CSV: <c>ExDate,Kind,Value</c>.</summary>
public static class ActionCsv
{
    private static readonly string[] Columns = ["ExDate", "Kind", "Value"];

    /// <summary>Reads and checks a file; rows may come in any order and come out oldest first. A date has at most one split and one dividend.</summary>
    /// <param name="path">The file as the caller names it.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="symbol">The symbol whose actions they are.</param>
    /// <param name="bars">The bars on which they act, oldest first; empty leaves the size of a dividend unchecked.</param>
    public static ContentRead<ActionFile> Read(string path, string text, string symbol, IReadOnlyList<Bar>? bars = null)
    {
        var series = new PriceSeries(symbol, "", bars ?? [], []);
        var table = CsvTable.Read(path, text, Columns, Columns, mayBeEmpty: true);
        var actions = new SortedDictionary<(LocalDate, CorporateActionKind), CorporateAction>();
        foreach (var row in table.Rows)
        {
            var date = row.Date("ExDate");
            var word = row.Text("Kind");
            var kind = Words<CorporateActionKind>.Parse(word.ToLowerInvariant());
            var value = row.Price("Value", required: true);
            if (kind is null)
            {
                row.Fault("Kind", $"is `{FieldReader.Shown(word)}`: write {Nearest.Choice(Words<CorporateActionKind>.All)}");
            }
            else if (date is { } day && value is { } number)
            {
                var action = new CorporateAction(day, kind.Value, number);
                foreach (var issue in PriceChecks.IssuesOf([action], series))
                {
                    row.Fault(issue.Sentence);
                }

                if (!actions.TryAdd((day, kind.Value), action))
                {
                    row.Fault("ExDate", $"repeats the {word} of {LocalDatePattern.Iso.Format(day)}: write one row with both together");
                }
            }
        }

        return table.Finish(new ActionFile(symbol, [.. actions.Values]));
    }
}
