using IrenPortal.Content;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.KeyFigures;

/// <summary>Every figure of every series as CSV, a row each; a value that no source states is an empty cell.</summary>
public static class KeyFiguresCsv
{
    private static readonly string[] Columns = ["series", "unit", "period", "as_of", "value", "target", "reported", "note", "source", "url"];

    /// <summary>The file.</summary>
    public static Answer Answer(KeyFiguresView view)
    {
        var csv = new CsvText(Columns);
        foreach (var (series, row) in view.Series.SelectMany(s => s.Values.Select(v => (s.Series, v))))
        {
            csv.Row(
            [
                CsvCell.Text(series.Label), CsvCell.Text(series.Unit), CsvCell.Text(row.Value.Period), CsvCell.Date(row.Value.AsOf), CsvCell.Number(row.Value.Value),
                CsvCell.Flag(row.Value.Target), CsvCell.Flag(row.Value.Reported), CsvCell.Text(row.Value.Note), CsvCell.Text(row.Value.Source),
                row.Href is { } href ? view.Chrome.Absolute(href) : "",
            ]);
        }

        return Hosting.Answers.Answer.Csv(csv.ToString());
    }
}
