using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace IrenPortal.Data.Public;

/// <summary>Filings as the CSV that the ledger hashes, under EDGAR's own names: LF line ends, an empty cell for what isn't known.</summary>
public static class FilingCsv
{
    private const string Header =
        "accessionNumber,filingDate,reportDate,acceptanceDateTime,form,items,size,isXBRL,isInlineXBRL,primaryDocument,primaryDocDescription\n";

    /// <summary>The filings in the order given.</summary>
    public static string Write(IEnumerable<FilingRevision> filings)
    {
        var text = new StringBuilder(Header);
        foreach (var filing in filings)
        {
            text.AppendJoin(',', Cells(filing).Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string?> Cells(FilingRevision filing) =>
    [
        filing.AccessionNumber, LocalDatePattern.Iso.Format(filing.FiledOn), filing.ReportedOn is { } day ? LocalDatePattern.Iso.Format(day) : null,
        filing.AcceptedAt is { } at ? InstantPattern.ExtendedIso.Format(at) : null, filing.Form, filing.Items, filing.Size?.ToString(CultureInfo.InvariantCulture),
        filing.HasXbrl ? "1" : "0", filing.HasInlineXbrl ? "1" : "0", filing.Document, filing.Description,
    ];

    private static string? Cell(string? text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
