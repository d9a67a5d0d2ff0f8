using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>How a field of a form stands in front matter.</summary>
public enum FieldShape
{
    /// <summary>A line of text.</summary>
    Text = 1,

    /// <summary>A number, date, instant, word or flag, written without quotes where it can be one.</summary>
    Typed = 2,

    /// <summary>Texts, one a line.</summary>
    List = 3,

    /// <summary>Mappings, one a line, columns parted by <c>|</c>.</summary>
    Rows = 4,

    /// <summary>One mapping, columns parted by <c>|</c>.</summary>
    Row = 5,
}

/// <summary>One field of a form; its name is the front matter's and the input's.</summary>
/// <param name="Name">As in the content format.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Columns">For rows: the mapping's keys; a trailing <c>*</c> marks a typed one.</param>
public sealed record FormField(string Name, FieldShape Shape, params IReadOnlyList<string> Columns);

/// <summary>The fields that editors fill in, by kind, in the order of the content format.</summary>
public static class FormShape
{
    /// <summary>Name of the field that holds the Markdown.</summary>
    public const string Body = "body";

    private static readonly FormField[] Announcement =
    [
        new("headline", FieldShape.Text), new("summary", FieldShape.Text), new("slug", FieldShape.Text),
        new("status", FieldShape.Typed), new("timing", FieldShape.Typed), new("reported", FieldShape.Typed),
        new("releaseAt", FieldShape.Typed), new("zone", FieldShape.Text), new("category", FieldShape.Text),
        new("tags", FieldShape.List), new("featured", FieldShape.Typed), new("contract", FieldShape.Text),
        new("files", FieldShape.List), new("sources", FieldShape.Rows, "title", "url"),
        new("pressReports", FieldShape.Rows, "words", "percent*", "source"),
        new(DraftFields.Reason, FieldShape.Text),
    ];

    private static readonly FormField[] Contract =
    [
        new("title", FieldShape.Text), new("counterparty", FieldShape.Text), new("role", FieldShape.Typed),
        new("status", FieldShape.Typed), new("signed", FieldShape.Typed), new("announced", FieldShape.Typed),
        new("totalValue", FieldShape.Row, "amount*", "currency", "approximate*"), new("termYears", FieldShape.Typed),
        new("termNote", FieldShape.Text), new("prepaymentPercent", FieldShape.Typed), new("prepaymentNote", FieldShape.Text),
        new("annualRunRate", FieldShape.Row, "amount*", "currency", "approximate*"), new("hardware", FieldShape.Text),
        new("site", FieldShape.Text), new("itLoadMegawatts", FieldShape.Typed),
        new("relatedSpend", FieldShape.Rows, "counterparty", "amount*", "what"),
        new("phases", FieldShape.Rows, "name", "megawatts*", "status", "date*", "reported*"),
        new("termination", FieldShape.Text), new("announcement", FieldShape.Text), new("reported", FieldShape.Typed),
        new("sources", FieldShape.Rows, "title", "url"), new(DraftFields.Withdrawn, FieldShape.Typed), new(DraftFields.Reason, FieldShape.Text),
    ];

    private static readonly FormField[] Page =
        [new("title", FieldShape.Text), new("summary", FieldShape.Text), new(DraftFields.Withdrawn, FieldShape.Typed), new(DraftFields.Reason, FieldShape.Text)];

    private static readonly FormField[] Event =
    [
        new("title", FieldShape.Text), new("startsAt", FieldShape.Typed), new("endsAt", FieldShape.Typed), new("zone", FieldShape.Text),
        new("place", FieldShape.Text), new("webcast", FieldShape.Text), new("materials", FieldShape.Rows, "title", "url"),
        new(DraftFields.Withdrawn, FieldShape.Typed), new(DraftFields.Reason, FieldShape.Text),
    ];

    /// <summary>The fields of a kind that editors work on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind has no form.</exception>
    public static IReadOnlyList<FormField> Of(EditionKind kind) => kind switch
    {
        EditionKind.Announcement => Announcement,
        EditionKind.Contract => Contract,
        EditionKind.Page => Page,
        EditionKind.Event => Event,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no form."),
    };

    /// <summary>The folder of a kind in the content format.</summary>
    public static string Folder(EditionKind kind) => kind switch
    {
        EditionKind.Announcement => "announcements",
        EditionKind.Contract => "contracts",
        EditionKind.Page => "pages",
        EditionKind.Event => "events",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no form."),
    };

    /// <summary>The field that names a document.</summary>
    public static string TitleOf(EditionKind kind) => kind is EditionKind.Announcement ? "headline" : "title";
}
