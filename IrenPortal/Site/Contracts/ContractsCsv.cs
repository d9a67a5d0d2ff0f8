using IrenPortal.Content;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Layout;

namespace IrenPortal.Site.Contracts;

/// <summary>The contract book as CSV, a row each, largest first: the parties' own figures, an empty cell where none is public.</summary>
public static class ContractsCsv
{
    private static readonly string[] Columns =
    [
        "slug", "title", "counterparty", "role", "status", "signed", "announced", "total_value", "currency", "approximate", "term_years",
        "prepayment_percent", "annual_run_rate", "it_load_mw", "reported", "url",
    ];

    /// <summary>The file.</summary>
    public static Answer Answer(SiteChrome chrome, IEnumerable<ContractDocument> contracts)
    {
        var csv = new CsvText(Columns);
        foreach (var c in contracts.LargestFirst())
        {
            csv.Row(
            [
                c.Slug, CsvCell.Text(c.Title), CsvCell.Text(c.Counterparty), ContractWords.Query(c.Role), c.Status.ToString().ToLowerInvariant(), CsvCell.Date(c.Signed), CsvCell.Date(c.Announced),
                CsvCell.Number(c.TotalValue?.Amount), c.TotalValue?.Currency, c.TotalValue is { } value ? CsvCell.Flag(value.Approximate) : "", CsvCell.Number(c.TermYears),
                CsvCell.Number(c.PrepaymentPercent), CsvCell.Number(c.AnnualRunRate?.Amount), CsvCell.Number(c.ItLoadMegawatts), CsvCell.Flag(c.Reported), chrome.Absolute("/contracts/" + c.Slug),
            ]);
        }

        return Hosting.Answers.Answer.Csv(csv.ToString());
    }
}
