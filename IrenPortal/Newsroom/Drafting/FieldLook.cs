using IrenPortal.Content;
using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>How a field is filled in.</summary>
public enum FieldControl
{
    /// <summary>One line.</summary>
    Line = 1,

    /// <summary>Several lines, one entry each.</summary>
    Lines = 2,

    /// <summary>A tick.</summary>
    Tick = 3,

    /// <summary>A choice.</summary>
    Choice = 4,

    /// <summary>Amount, currency, and whether it is approximate.</summary>
    Money = 5,
}

/// <summary>Where a field stands in the editor.</summary>
public enum FieldPlace
{
    /// <summary>Above the text.</summary>
    Top = 1,

    /// <summary>Under the text.</summary>
    Below = 2,

    /// <summary>In the side panel.</summary>
    Side = 3,
}

/// <summary>One field as the editor shows it.</summary>
/// <param name="Name">As in the content format.</param>
/// <param name="Label">What to write.</param>
/// <param name="Control">How it is filled in.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Hint">What helps to fill it in.</param>
/// <param name="MaxLength">The most characters.</param>
/// <param name="Wide">True when it takes both columns.</param>
public sealed record FieldLook(
    string Name, string Label, FieldControl Control, FieldPlace Place, string? Hint = null, int? MaxLength = null, bool Wide = false)
{
    private const string SourcesHint = "One a line: title | address";

    private static readonly FieldLook ReasonLook = new(
        DraftFields.Reason, "Why it is corrected", FieldControl.Line, FieldPlace.Top, "Readers see this sentence above the text.", ContentLimits.SummaryLength, Wide: true);

    private static readonly FieldLook[] Announcement =
    [
        new("headline", "Headline", FieldControl.Line, FieldPlace.Top),
        new("category", "Category", FieldControl.Choice, FieldPlace.Top),
        new("summary", "Summary", FieldControl.Lines, FieldPlace.Top, MaxLength: ContentLimits.SummaryLength, Wide: true),
        new("slug", "Address", FieldControl.Line, FieldPlace.Side, "Made from the headline where it is empty."),
        new("tags", "Tags", FieldControl.Lines, FieldPlace.Side, "One a line."),
        new("contract", "Contract", FieldControl.Choice, FieldPlace.Side),
        new("featured", "Featured on the home page", FieldControl.Tick, FieldPlace.Side),
        new("reported", "Figures are known from reports only", FieldControl.Tick, FieldPlace.Side),
        new("sources", "Sources", FieldControl.Lines, FieldPlace.Below, SourcesHint, Wide: true),
        new("pressReports", "Press reports of the share price", FieldControl.Lines, FieldPlace.Below, "One a line: words | percent | source", Wide: true),
    ];

    private static readonly FieldLook[] Contract =
    [
        new("title", "Title", FieldControl.Line, FieldPlace.Top),
        new("counterparty", "Other party", FieldControl.Line, FieldPlace.Top),
        new("role", "The other party is", FieldControl.Choice, FieldPlace.Top),
        new("status", "Status", FieldControl.Choice, FieldPlace.Top),
        new("signed", "Signed", FieldControl.Line, FieldPlace.Top, "A date such as 2025-11-02."),
        new("announced", "Announced", FieldControl.Line, FieldPlace.Top, "A date such as 2025-11-03."),
        new("totalValue", "Total value", FieldControl.Money, FieldPlace.Top),
        new("annualRunRate", "Run rate a year", FieldControl.Money, FieldPlace.Top),
        new("termYears", "Term in years", FieldControl.Line, FieldPlace.Top),
        new("termNote", "Note on the term", FieldControl.Line, FieldPlace.Top),
        new("prepaymentPercent", "Prepayment in percent", FieldControl.Line, FieldPlace.Top),
        new("prepaymentNote", "Note on the prepayment", FieldControl.Line, FieldPlace.Top),
        new("hardware", "Hardware", FieldControl.Line, FieldPlace.Top),
        new("site", "Site", FieldControl.Line, FieldPlace.Top),
        new("itLoadMegawatts", "IT load in megawatts", FieldControl.Line, FieldPlace.Top),
        new("termination", "Termination", FieldControl.Line, FieldPlace.Top),
        new("phases", "Phases", FieldControl.Lines, FieldPlace.Below, "One a line: name | megawatts | status | date | true where only reported", Wide: true),
        new("relatedSpend", "Related spend", FieldControl.Lines, FieldPlace.Below, "One a line: other party | amount in dollars | what for", Wide: true),
        new("sources", "Sources", FieldControl.Lines, FieldPlace.Below, SourcesHint, Wide: true),
        new("slug", "Address", FieldControl.Line, FieldPlace.Side, "Made from the title where it is empty."),
        new("announcement", "Announced by", FieldControl.Choice, FieldPlace.Side, "Released with it, in the same moment."),
        new("reported", "Figures are known from reports only", FieldControl.Tick, FieldPlace.Side),
    ];

    private static readonly FieldLook[] Page =
    [
        new("title", "Title", FieldControl.Line, FieldPlace.Top, Wide: true),
        new("summary", "Summary", FieldControl.Lines, FieldPlace.Top, MaxLength: ContentLimits.SummaryLength, Wide: true),
        new("slug", "Address", FieldControl.Line, FieldPlace.Side, "Made from the title where it is empty."),
    ];

    private static readonly FieldLook[] Event =
    [
        new("title", "Title", FieldControl.Line, FieldPlace.Top, Wide: true),
        new("startsAt", "Starts", FieldControl.Line, FieldPlace.Top, "A date such as 2026-11-05, or a time such as 2026-11-05T17:00:00-05:00."),
        new("endsAt", "Ends", FieldControl.Line, FieldPlace.Top, "The same; empty where it is not known."),
        new("zone", "Zone of times without offset", FieldControl.Line, FieldPlace.Top, "Such as America/New_York; then 2026-11-05T17:00:00 is enough above."),
        new("place", "Place", FieldControl.Line, FieldPlace.Top),
        new("webcast", "Address of the webcast", FieldControl.Line, FieldPlace.Top, Wide: true),
        new("materials", "Materials", FieldControl.Lines, FieldPlace.Below, SourcesHint, Wide: true),
        new("slug", "Address", FieldControl.Line, FieldPlace.Side, "Made from the title where it is empty."),
    ];

    /// <summary>The one field of a withdrawal.</summary>
    public static FieldLook OfWithdrawal { get; } = ReasonLook with { Label = "Why it is withdrawn" };

    /// <summary>What staff call a field, those included that have a card of their own instead of a place in the form.</summary>
    public static string LabelOf(EditionKind kind, string name) => Of(kind, correction: true).FirstOrDefault(f => f.Name == name)?.Label ?? name switch
    {
        FormShape.Body => "Text",
        "releaseAt" => "Release time",
        "zone" => "Zone",
        "timing" => "Timing",
        "status" => "Status",
        "files" => "Files",
        DraftFields.Withdrawn => "Withdrawn",
        _ => name,
    };

    /// <summary>The fields of a kind in order; a correction begins with its reason.</summary>
    public static IReadOnlyList<FieldLook> Of(EditionKind kind, bool correction)
    {
        var fields = kind switch
        {
            EditionKind.Announcement => Announcement,
            EditionKind.Contract => Contract,
            EditionKind.Event => Event,
            _ => Page,
        };
        return correction ? [ReasonLook, .. fields] : fields;
    }
}
