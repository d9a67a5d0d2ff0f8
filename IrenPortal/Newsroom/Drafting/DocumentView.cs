using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Compare;
using IrenPortal.Newsroom.Editions;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Preflight;
using IrenPortal.Newsroom.Review;
using IrenPortal.Newsroom.Scheduling;
using IrenPortal.Ui;
using NodaTime;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>A save of a document.</summary>
/// <param name="Number">Its revision.</param>
/// <param name="By">Who saved.</param>
/// <param name="At">When.</param>
public sealed record RevisionLine(int Number, string By, Instant At);

/// <summary>A yes to a revision.</summary>
/// <param name="By">Who approved.</param>
/// <param name="At">When.</param>
public sealed record ApprovalLine(string By, Instant At);

/// <summary>What readers have of a document.</summary>
/// <param name="Version">The newest edition.</param>
/// <param name="Href">The reader's address.</param>
/// <param name="ReleasedAt">The approved instant.</param>
/// <param name="CommittedAt">When the store took the newest edition.</param>
public sealed record PublishedLine(int Version, string Href, Instant ReleasedAt, Instant CommittedAt);

/// <summary>A text that somebody else saved in between.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="By">Whose it is.</param>
/// <param name="Differences">The fields that differ.</param>
public sealed record ConflictView(int Revision, string By, IReadOnlyList<FieldDifference> Differences);

/// <summary>A field with two texts.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Mine">As typed here, in pieces: what the other text has not is changed.</param>
/// <param name="Theirs">As saved by the other person, likewise.</param>
public sealed record FieldDifference(string Field, string Label, IReadOnlyList<Piece> Mine, IReadOnlyList<Piece> Theirs);

/// <summary>All that the page of one document shows.</summary>
public sealed record DocumentView
{
    /// <summary>What stands around it.</summary>
    public required StaffFrame Frame { get; init; }

    /// <summary>The document as opened.</summary>
    public required OpenedDraft Draft { get; init; }

    /// <summary>The form's values: those stored, or those that could not be saved.</summary>
    public required DraftFields Fields { get; init; }

    /// <summary>The revision under the edit.</summary>
    public required int BaseRevision { get; init; }

    /// <summary>Choices by field.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<SelectOption>> Choices { get; init; }

    /// <summary>Saves, newest first.</summary>
    public required IReadOnlyList<RevisionLine> History { get; init; }

    /// <summary>What readers have; null before the first release.</summary>
    public PublishedLine? Published { get; init; }

    /// <summary>The editions that readers got, newest first.</summary>
    public IReadOnlyList<EditionLine> Editions { get; init; } = [];

    /// <summary>Who could be named for it, and who is.</summary>
    public required IReadOnlyList<InsiderChoice> Insiders { get; init; }

    /// <summary>What was said of its text, open conversations first.</summary>
    public IReadOnlyList<Conversation> Comments { get; init; } = [];

    /// <summary>Words that were refused; null where none were.</summary>
    public RefusedWords? Words { get; init; }

    /// <summary>What a field for comments holds: words that were refused, or nothing.</summary>
    public string WordsIn(string field) => Typed(field) ?? "";

    /// <summary>What was typed into a field and refused; null where nothing was.</summary>
    public string? Typed(string field) => Words?.Typed.GetValueOrDefault(field);

    /// <summary>Why the words of a field for comments were refused; null where they were not.</summary>
    public string? FaultIn(string field) => Words is { } refused && refused.FieldId == field ? refused.Fault : null;

    /// <summary>The yes to the revision that is shown, or to the one that readers have; null before it.</summary>
    public ApprovalLine? Approval { get; init; }

    /// <summary>Whether a second person is required.</summary>
    public required SecondPersonRule SecondPerson { get; init; }

    /// <summary>Makes a post again the same post.</summary>
    public required string Key { get; init; }

    /// <summary>The revision that is shown, where it is not the newest.</summary>
    public int? OldRevision { get; init; }

    /// <summary>Why the last command was refused.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>The other person's text; null where there is none.</summary>
    public ConflictView? Conflict { get; init; }

    /// <summary>What changed since the edition that readers have, else since the first save; shown where it is reviewed.</summary>
    public CompareView? Changes { get; init; }

    /// <summary>True when every issue is shown beside its field, typed in or not.</summary>
    public bool ShowAllIssues { get; init; }

    /// <summary>What the text is held to before a second person gets it; empty where it isn't being written.</summary>
    public PreflightView Preflight { get; init; } = PreflightView.None;

    /// <summary>The release time that the text names; null where it names none that lies ahead.</summary>
    public PlannedRelease? Planned { get; init; }

    /// <summary>Valid times to choose from after one that names no instant or two.</summary>
    public IReadOnlyList<OffsetDateTime> Nearest { get; init; } = [];

    /// <summary>Whoever reads has a passkey: an approval asks for a fresh touch of it.</summary>
    public bool AsksForTouch { get; init; }

    /// <summary>What such a touch is for: this document at this revision, and nothing else.</summary>
    public string TouchPurpose => TouchFor(Line.Id, Line.Revision);

    /// <summary>The purpose of a touch that approves a revision of a document.</summary>
    public static string TouchFor(Guid document, int revision) => FormattableString.Invariant($"approve/{document:N}/{revision}");

    /// <summary>Text, files and time are locked: its release is less than ten minutes away.</summary>
    public bool Locked { get; init; }

    /// <summary>The document's line.</summary>
    public DocumentLine Line => Draft.Line;

    /// <summary>Its desk.</summary>
    public Desk Desk => Desk.Of(Line.Kind);

    /// <summary>Its address.</summary>
    public string Href => Desk.HrefOf(Line.Kind, Line.Id);

    /// <summary>The address of its commands and files.</summary>
    public string CommandHref => $"/admin/drafts/{Line.Id:D}";

    /// <summary>What has to be put right before its release.</summary>
    public IReadOnlyList<DraftIssue> Issues => Preflight.Issues;

    /// <summary>What is wrong with a field, where that should be shown now.</summary>
    public string? ErrorOf(string field) =>
        ShowAllIssues || Fields[field].Length > 0 ? Issues.FirstOrDefault(i => i.Field == field)?.Sentence : null;
}
