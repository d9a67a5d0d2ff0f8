using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.News;

/// <summary>
/// The sessions around a release as CSV: returns as fractions, errors corrected, what is not known empty. Sums of the share and
/// the benchmark run from the close before day 0, those of abnormal returns from day -10.
/// </summary>
internal static class ReactionCsv
{
    private static readonly (string Name, Func<ReactionSession, string?> Of)[] Columns =
    [
        ("Day", s => s.Day.ToString(CultureInfo.InvariantCulture)),
        ("Session", s => CsvCell.Date(s.Date)),
        ("Close", s => CsvCell.Number(s.Close)),
        ("Volume", s => CsvCell.Number(s.Volume)),
        ("VolumeMultiple", s => CsvCell.Exact((double?)s.VolumeMultiple)),
        ("FirmReturn", s => CsvCell.Exact((double?)s.FirmReturn)),
        ("FirmSum", s => CsvCell.Exact((double?)s.FirmSum)),
        ("BenchmarkReturn", s => CsvCell.Exact((double?)s.BenchmarkReturn)),
        ("BenchmarkSum", s => CsvCell.Exact((double?)s.BenchmarkSum)),
        ("ExpectedReturn", s => CsvCell.Exact(s.Expected)),
        ("AbnormalReturn", s => CsvCell.Exact(s.Abnormal?.Value)),
        ("AbnormalError", s => CsvCell.Exact(s.Abnormal?.CorrectedError)),
        ("CumulativeAbnormalReturn", s => CsvCell.Exact(s.Cumulative?.Value)),
        ("CumulativeError", s => CsvCell.Exact(s.Cumulative?.CorrectedError)),
        ("OtherReleases", s => CsvCell.Text(string.Join(' ', s.Releases.Select(r => r.Release.Slug)))),
    ];

    public static Answer Answer(ReactionView view)
    {
        var csv = new CsvText(Columns.Select(c => c.Name));
        foreach (var session in view.Sessions)
        {
            csv.Row(Columns.Select(c => c.Of(session)));
        }

        return Hosting.Answers.Answer.Csv(csv.ToString());
    }
}
