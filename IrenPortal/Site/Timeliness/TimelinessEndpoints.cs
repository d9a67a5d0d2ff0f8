using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;
using NodaTime;

namespace IrenPortal.Site.Timeliness;

/// <summary>How punctual releases were, from the public record: as a page and as CSV.</summary>
internal static class TimelinessEndpoints
{
    /// <summary>The page's address.</summary>
    public const string Path = "/about/timeliness";

    /// <summary>The same as CSV.</summary>
    public const string CsvPath = Path + ".csv";

    public static void MapTimeliness(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead(Path, (SiteAnswers answers, ReleaseRecords records, DocumentRenderer renderer) => answers.AtAsync(Path, async moment =>
            await renderer.RenderAsync<TimelinessPage>(new()
            {
                [nameof(TimelinessPage.Chrome)] = moment.Chrome,
                [nameof(TimelinessPage.Releases)] = await records.AtAsync(moment.Site.Version),
            })));
        site.MapGetOrHead(CsvPath, (SiteAnswers answers, ReleaseRecords records) => answers.AtAsync(CsvPath, async moment => Csv(await records.AtAsync(moment.Site.Version))));
    }

    private static Answer Csv(IReadOnlyList<ReleaseRecord> releases)
    {
        var csv = new CsvText(["slug", "headline", "origin", "due", "committed", "lag_ms", "first_read", "mails", "first_mail", "last_mail"]);
        foreach (var r in releases)
        {
            csv.Row(
            [
                r.Slug, CsvCell.Text(r.Headline), Word(r.Origin), Text(r.Due), ApiMapping.Milliseconds.Format(r.CommittedAt),
                r.Lag is { } lag ? ((long)lag.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) : "",
                Text(r.Timing?.FirstReadAt), r.Timing?.Mails.ToString(CultureInfo.InvariantCulture) ?? "", Text(r.Timing?.FirstMailAt), Text(r.Timing?.LastMailAt),
            ]);
        }

        return Answer.Csv(csv.ToString());
    }

    private static string Text(Instant? at) => at is { } instant ? ApiMapping.Milliseconds.Format(instant) : "";

    private static string Word(CommandOrigin origin) => origin switch
    {
        CommandOrigin.Scheduled => "scheduled",
        CommandOrigin.AtOnce => "at_once",
        _ => "imported",
    };
}
