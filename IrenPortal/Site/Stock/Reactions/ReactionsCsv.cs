using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Hosting.Answers;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using NodaTime.Text;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>
/// Announcements with all their measures as CSV, a row each: prices as traded, returns as fractions, every number in full. The
/// model is the market model on simple returns; ranges are 95%, by the corrected error.
/// </summary>
public static class ReactionsCsv
{
    private static readonly (string Name, Func<MeasuredRelease, string?> Of)[] Release =
    [
        ("number", r => r.Number.ToString(CultureInfo.InvariantCulture)),
        ("slug", r => r.Slug),
        ("headline", r => r.Headline),
        ("category", r => r.Category),
        ("released", r => r.Moment.Instant is { } instant ? InstantPattern.ExtendedIso.Format(instant) : LocalDatePattern.Iso.Format(r.Moment.Date!.Value)),
        ("timing", r => r.Moment.Timing.Word()),
        ("session", r => CsvCell.Date(r.Reaction?.Session)),
    ];

    private static readonly (string Name, Func<MeasuredRelease, string?> Of)[] Measures =
    [
        ("previous_close", r => CsvCell.Number(r.Reaction?.Day0?.PreviousCloseAsTraded)),
        ("open", r => CsvCell.Number(r.Reaction?.Day0?.Open?.Price)),
        ("high", r => CsvCell.Number(r.Reaction?.Day0?.High?.Price)),
        ("low", r => CsvCell.Number(r.Reaction?.Day0?.Low?.Price)),
        ("close", r => CsvCell.Number(r.Reaction?.Day0?.Close.Price)),
        ("volume", r => CsvCell.Number(r.Reaction?.Day0?.Volume)),
        ("volume_ratio", r => CsvCell.Number(r.Reaction?.Day0?.VolumeMultiple)),
        ("return_open", r => CsvCell.Number(r.Shown?.Open?.Fraction)),
        ("return_close", r => CsvCell.Number(r.Shown?.Close.Fraction)),
        ("return_index", r => CsvCell.Number(r.Shown?.BenchmarkFraction)),
        ("time_unknown", r => CsvCell.Flag(r.Moment.TimeUnknown)),
        ("early_close", r => CsvCell.Flag(r.Reaction?.EarlyClose)),
        ("status", r => r.Study?.Status.ToString().ToLowerInvariant()),
        ("refusal", r => r.Study?.Refusal?.Code),
        ("estimation_first", r => CsvCell.Date(r.Study?.Estimation.FirstSession)),
        ("estimation_last", r => CsvCell.Date(r.Study?.Estimation.LastSession)),
        ("M", r => r.Study?.Estimation.Observations.ToString(CultureInfo.InvariantCulture)),
        ("alpha", r => CsvCell.Exact(r.Study?.Headline?.Model.Alpha)),
        ("beta", r => CsvCell.Exact(r.Study?.Headline?.Model.Beta)),
        ("s", r => CsvCell.Exact(r.Study?.Headline?.Model.Sigma)),
        ("r_squared", r => CsvCell.Exact(r.Study?.Headline?.Model.RSquared)),
    ];

    private static readonly (string Name, Func<MeasuredRelease, EventWindow, string?> Of)[] OfWindow =
    [
        ("return", (r, w) => CsvCell.Exact(r.Returned(w))),
        ("car", (r, w) => CsvCell.Exact(r.Abnormal(w)?.Value)),
        ("se_plain", (r, w) => CsvCell.Exact(r.Abnormal(w)?.PlainError)),
        ("se", (r, w) => CsvCell.Exact(r.Abnormal(w)?.CorrectedError)),
        ("t", (r, w) => CsvCell.Exact(r.Abnormal(w)?.T)),
        ("p", (r, w) => CsvCell.Exact(r.Abnormal(w)?.P)),
        ("low", (r, w) => CsvCell.Exact(r.Abnormal(w)?.Interval().Low)),
        ("high", (r, w) => CsvCell.Exact(r.Abnormal(w)?.Interval().High)),
        ("others", (r, w) => string.Join(' ', r.OthersIn(w).Select(o => FormattableString.Invariant($"{o.Release.Slug}@{o.RelativeDay}")))),
    ];

    /// <summary>The announcements in their order.</summary>
    public static Answer Answer(IEnumerable<MeasuredRelease> releases)
    {
        var csv = new CsvText([.. Release.Concat(Measures).Select(c => c.Name), .. EventWindow.Standard.SelectMany(w => OfWindow.Select(c => c.Name + Suffix(w)))]);
        foreach (var release in releases)
        {
            csv.Row(
            [
                .. Release.Select(c => CsvCell.Text(c.Of(release))), .. Measures.Select(c => c.Of(release)),
                .. EventWindow.Standard.SelectMany(w => OfWindow.Select(c => c.Of(release, w))),
            ]);
        }

        return Hosting.Answers.Answer.Csv(csv.ToString());
    }

    private static string Suffix(EventWindow window) => FormattableString.Invariant($"_{window.First}_{window.Last}");
}
