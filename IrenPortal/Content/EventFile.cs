using IrenPortal.Content.FrontMatter;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>Events as files: Markdown with front matter in, the canonical import format out.</summary>
public static class EventFile
{
    /// <summary>Reads and checks one file. A time may have an offset or, with the field <c>zone</c>, be local; a plain date is a whole day.</summary>
    /// <param name="path">The file as the caller names it; its name is the slug.</param>
    /// <param name="text">The whole file.</param>
    public static ContentRead<EventDocument> Read(string path, string text) => MarkdownDocument.Read(path, text, (fields, body) =>
    {
        var slug = Rules.SlugOfName(path, fields.Issues);
        var title = fields.RequiredText("title");
        fields.Require("startsAt", "startsAt: 2026-11-05T17:00:00-05:00");
        var zone = fields.Zone("zone");
        var (startsAt, startDate) = When(fields, "startsAt", zone);
        var (endsAt, endDate) = When(fields, "endsAt", zone);
        if ((startsAt is not null && endDate is not null) || (startDate is not null && endsAt is not null))
        {
            fields.Fault("endsAt", "and `startsAt` differ in kind: write both as times with an offset or both as plain dates");
        }
        else if (endsAt <= startsAt || endDate < startDate)
        {
            fields.Fault("endsAt", "is not after `startsAt`: write a later one or leave it out");
        }

        return new EventDocument
        {
            Slug = slug,
            Title = title,
            StartsAt = startsAt,
            StartDate = startDate,
            EndsAt = endsAt,
            EndDate = endDate,
            Place = fields.Text("place"),
            Webcast = fields.WebAddress("webcast"),
            Materials = fields.Links("materials"),
            Withdrawn = Withdrawal.Read(fields),
            Reason = fields.Text("reason", ContentLimits.SummaryLength),
            Body = body,
        };
    });

    /// <summary>The canonical import format, whose hash is in the ledger; instants in UTC.</summary>
    public static string Write(EventDocument document) => MarkdownDocument.Write(document.Body, fields =>
    {
        fields.Text("title", document.Title);
        fields.Moment("startsAt", document.StartsAt);
        fields.Date("startsAt", document.StartsAt is null ? document.StartDate : null);
        fields.Moment("endsAt", document.EndsAt);
        fields.Date("endsAt", document.EndsAt is null ? document.EndDate : null);
        fields.Text("place", document.Place);
        fields.Text("webcast", document.Webcast);
        fields.Links("materials", document.Materials);
        fields.Flag("withdrawn", document.Withdrawn);
        fields.Text("reason", document.Reason);
    });

    /// <summary>Where the file lies in a content folder.</summary>
    public static string PathOf(EventDocument document) => $"events/{document.Slug}.md";

    private static (Instant? At, LocalDate? Date) When(FieldReader fields, string name, DateTimeZone? zone)
    {
        if (fields.Scalar(name) is not { } scalar)
        {
            return (null, null);
        }

        if (LocalDatePattern.Iso.Parse(scalar.Text) is { Success: true, Value: var date })
        {
            return (null, date);
        }

        var instant = InstantField.Read(scalar.Text, zone, out var fault);
        if (fault is not null)
        {
            fields.Fault(name, fault);
        }

        return (instant, null);
    }
}
