using System.Globalization;
using System.Text;
using IrenPortal.Content;
using IrenPortal.Hosting.Answers;
using IrenPortal.Market.EventStudies;
using NodaTime.Text;

namespace IrenPortal.Site.News;

/// <summary>
/// The sessions around a release as CSV: returns as fractions, errors corrected, what is not known empty. Sums of the share and
/// the benchmark run from the close before day 0, those of abnormal returns from day -10.
/// </summary>
internal static class ReactionCsv
{
    private const string Header =
        "Day,Session,Close,Volume,VolumeMultiple,FirmReturn,FirmSum,BenchmarkReturn,BenchmarkSum,ExpectedReturn,AbnormalReturn,AbnormalError,CumulativeAbnormalReturn,CumulativeError,OtherReleases";

    public static Answer Answer(ReactionView view)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var s in view.Sessions)
        {
            text.AppendJoin(',', s.Day.ToString(CultureInfo.InvariantCulture), LocalDatePattern.Iso.Format(s.Date), CsvCell.Number(s.Close), s.Volume?.ToString(CultureInfo.InvariantCulture), Number((double?)s.VolumeMultiple))
                .Append(',').AppendJoin(',', Number((double?)s.FirmReturn), Number((double?)s.FirmSum), Number((double?)s.BenchmarkReturn), Number((double?)s.BenchmarkSum), Number(s.Expected))
                .Append(',').AppendJoin(',', Estimate(s.Abnormal), Estimate(s.Cumulative), CsvCell.Text(string.Join(' ', s.Releases.Select(r => r.Release.Slug)))).Append('\n');
        }

        return new Answer("text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Estimate(Estimate? estimate) => $"{Number(estimate?.Value)},{Number(estimate?.CorrectedError)}";

    private static string? Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);
}
