using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Filings;

/// <summary>Filings as CSV, newest first, a row each.</summary>
internal static class FilingsCsv
{
    private static readonly string[] Columns =
        ["accession_number", "form", "form_name", "filed_on", "reported_on", "accepted_at", "items", "description", "bytes", "document", "index", "inline_xbrl", "releases"];

    /// <summary>The file; several releases are parted by blanks.</summary>
    public static Answer Answer(SiteMoment moment, FilingQuery query)
    {
        var book = FilingBook.Of(moment.Site);
        var csv = new CsvText(Columns);
        foreach (var row in query.Of(book.Filings).Select(book.RowOf))
        {
            var f = row.Filing;
            csv.Row(
            [
                f.AccessionNumber, CsvCell.Text(f.Form), CsvCell.Text(row.FormName), CsvCell.Date(f.FiledOn), CsvCell.Date(f.ReportedOn),
                f.AcceptedAt is { } at ? ApiMapping.Milliseconds.Format(at) : "", CsvCell.Text(f.Items), CsvCell.Text(f.Description), f.Size?.ToString(CultureInfo.InvariantCulture),
                row.Document, row.Index, row.Viewer, CsvCell.Text(string.Join(' ', row.Releases.Select(r => moment.Chrome.Absolute("/news/" + r.Slug)))),
            ]);
        }

        return Hosting.Answers.Answer.Csv(csv.ToString());
    }
}
