using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Market.Calendar;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>Announcements as files: Markdown with front matter in, the canonical import format out.</summary>
public static partial class AnnouncementFile
{
    /// <summary>Reads and checks one file.</summary>
    /// <param name="path">The file as the caller names it; its name gives the slug where the fields don't.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="context">What it is checked against.</param>
    public static ContentRead<AnnouncementDocument> Read(string path, string text, ContentContext context) => MarkdownDocument.Read(path, text, (fields, body) =>
    {
        var headline = fields.RequiredText("headline");
        var slug = fields.Slug("slug");
        if (!fields.Has("slug"))
        {
            slug = Rules.SlugOfName(DatePrefix().Replace(Path.GetFileName(path.Replace('\\', '/')), ""), fields.Issues);
        }

        fields.Require("status", "status: draft");
        var status = fields.Choice<DocumentStatus>("status");
        var withdrawn = status is DocumentStatus.Withdrawn;
        var summary = withdrawn ? fields.Text("summary", ContentLimits.SummaryLength) : fields.RequiredText("summary", ContentLimits.SummaryLength);
        if (withdrawn)
        {
            fields.Require("reason", "reason: what readers are told of why it was withdrawn");
        }

        var timing = fields.Choice<ReleaseTiming>("timing") ?? ReleaseTiming.Exact;
        var reported = fields.Flag("reported");
        var release = Release.Read(fields, status, timing, context);
        var category = Category(fields, context);
        var document = new AnnouncementDocument
        {
            Slug = slug ?? "",
            Headline = headline,
            Summary = summary ?? "",
            Status = status ?? DocumentStatus.Draft,
            Timing = timing,
            Reported = reported,
            ReleaseAt = release.At,
            ReleaseDate = release.Date,
            Zone = release.Zone,
            Category = category,
            Tags = fields.TextList("tags", StringComparer.OrdinalIgnoreCase),
            Featured = fields.Flag("featured"),
            Contract = fields.Slug("contract"),
            Files = fields.TextList("files", StringComparer.OrdinalIgnoreCase),
            Sources = fields.Links("sources"),
            PressReports = fields.MapList("pressReports", Report),
            Reason = fields.Text("reason", ContentLimits.SummaryLength),
            Body = body,
        };
        MediaNames(fields, document.Files);
        if (body.Length == 0 && status is not (DocumentStatus.Draft or DocumentStatus.Withdrawn))
        {
            fields.Issues.Add(1, null, "the body is empty: write the announcement below the front matter");
        }

        return withdrawn ? document.AsWithdrawn() : document;
    });

    /// <summary>
    /// The canonical import format: fields in fixed order, defaults left out, the release instant in UTC, LF line ends. These
    /// are the bytes (in UTF-8) of the announcement's <c>.md</c> address, and their hash is in the ledger.
    /// </summary>
    public static string Write(AnnouncementDocument document) => MarkdownDocument.Write(document.Body, fields =>
    {
        fields.Text("headline", document.Headline);
        fields.Text("summary", document.Status is DocumentStatus.Withdrawn ? null : document.Summary);
        fields.Text("slug", document.Slug);
        fields.Text("status", Words<DocumentStatus>.Of(document.Status));
        fields.Text("timing", document.Timing == ReleaseTiming.Exact ? null : document.Timing.Word());
        fields.Flag("reported", document.Reported);
        fields.Moment("releaseAt", document.Timing == ReleaseTiming.Exact ? document.ReleaseAt : null);
        fields.Date("releaseAt", document.Timing == ReleaseTiming.Exact ? null : document.ReleaseDate);
        fields.Text("zone", document.Zone);
        fields.Text("category", document.Category);
        fields.TextList("tags", document.Tags);
        fields.Flag("featured", document.Featured);
        fields.Text("contract", document.Contract);
        fields.TextList("files", document.Files);
        fields.Links("sources", document.Sources);
        fields.List("pressReports", document.PressReports, (entry, report) =>
        {
            entry.Text("words", report.Words);
            entry.Number("percent", report.Percent);
            entry.Text("source", report.Source);
        });
        fields.Text("reason", document.Reason);
    });

    /// <summary>Where the file lies in a content folder: <c>announcements/DATE-SLUG.md</c>, without the date where there is none.</summary>
    /// <param name="document">The announcement.</param>
    /// <param name="zone">The company's zone, which tells the date of an exact release.</param>
    public static string PathOf(AnnouncementDocument document, DateTimeZone zone)
    {
        var date = document.ReleaseDate ?? document.ReleaseAt?.InZone(zone).Date;
        return date is { } day ? $"announcements/{LocalDatePattern.Iso.Format(day)}-{document.Slug}.md" : $"announcements/{document.Slug}.md";
    }

    private static PressReport Report(FieldReader fields) =>
        new(fields.RequiredText("words"), fields.Number("percent", -100, 100_000), fields.RequiredText("source"));

    private static string Category(FieldReader fields, ContentContext context)
    {
        var category = fields.RequiredText("category");
        if (category.Length > 0 && context.Categories is { } known && !known.Contains(category, StringComparer.Ordinal))
        {
            var meant = Nearest.To(category, known);
            fields.Fault("category", $"is `{FieldReader.Shown(category)}`, which company.yml doesn't list: "
                + (meant is null ? $"write {Nearest.Choice(known)}" : $"did you mean `{meant}`?"));
        }

        return category;
    }

    private static void MediaNames(FieldReader fields, IReadOnlyList<string> files)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (MediaCheck.NameFault(files[i]) is { } fault)
            {
                fields.Issues.Add(fields.Lines[string.Create(CultureInfo.InvariantCulture, $"files[{i}]")], "files", fault);
            }
        }
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}-(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex DatePrefix();
}
