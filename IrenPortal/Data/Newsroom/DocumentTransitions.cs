namespace IrenPortal.Data.Newsroom;

/// <summary>Where a document stands.</summary>
public enum DocumentState
{
    /// <summary>Being written; also a correction of something released.</summary>
    Draft = 1,

    /// <summary>Handed to a second person.</summary>
    InReview = 2,

    /// <summary>Approved for an instant that lies ahead; the release loop hands it to the gate then.</summary>
    Scheduled = 3,

    /// <summary>Handed to the gate; the next start finishes it after a crash.</summary>
    Releasing = 4,

    /// <summary>Published; nothing is waiting.</summary>
    Released = 5,

    /// <summary>Given up before it was ever released.</summary>
    Cancelled = 6,

    /// <summary>Approved without a time: somebody says when.</summary>
    Approved = 7,

    /// <summary>Published by its author alone; asks for a later sign-off by somebody else.</summary>
    ReleasedAlone = 8,

    /// <summary>Published once and withdrawn with a notice; the text stays readable as an earlier edition.</summary>
    Withdrawn = 9,
}

/// <summary>What is done with a document.</summary>
public enum DocumentMove
{
    /// <summary>A new revision is saved; it voids a hand-over or approval, and over something published it begins a correction.</summary>
    Revise = 1,

    /// <summary>Its author hands it to a second person.</summary>
    Submit = 2,

    /// <summary>It goes back to its author.</summary>
    SendBack = 3,

    /// <summary>It is approved, and has no time yet.</summary>
    Approve = 4,

    /// <summary>It is approved for an instant that lies ahead.</summary>
    Schedule = 5,

    /// <summary>The gate gets it.</summary>
    BeginRelease = 6,

    /// <summary>The gate has published it.</summary>
    FinishRelease = 7,

    /// <summary>The gate has refused it.</summary>
    AbortRelease = 8,

    /// <summary>Somebody else has looked at what its author released alone.</summary>
    SignOff = 9,

    /// <summary>It is given up before any reader had it.</summary>
    Cancel = 10,

    /// <summary>A correction is given up; readers keep what they have.</summary>
    GiveUpCorrection = 11,

    /// <summary>The newsroom takes over what the public store has, after a restore.</summary>
    Adopt = 12,
}

/// <summary>
/// The one table of what may follow what. A pair that isn't in it is refused. Superseded is no state of a document: it is the
/// standing of an edition that a newer one has replaced.
/// </summary>
public static class DocumentTransitions
{
    /// <summary>Staff still have it in hand: readers don't have it, and the gate hasn't either.</summary>
    public static IReadOnlyList<DocumentState> Unreleased { get; } = [DocumentState.Draft, DocumentState.InReview, DocumentState.Approved, DocumentState.Scheduled];

    /// <summary>Something is still to be done before readers have it.</summary>
    public static IReadOnlyList<DocumentState> Open { get; } = [.. Unreleased, DocumentState.Releasing];

    /// <summary>Readers have its newest text, or its notice of withdrawal.</summary>
    public static IReadOnlyList<DocumentState> Public { get; } = [DocumentState.Released, DocumentState.ReleasedAlone, DocumentState.Withdrawn];

    /// <summary>The table: from these states, this move leads to one of those.</summary>
    public static IReadOnlyList<(IReadOnlyList<DocumentState> From, DocumentMove Move, IReadOnlyList<DocumentState> To)> Table { get; } =
    [
        ([.. Unreleased, .. Public], DocumentMove.Revise, [DocumentState.Draft]),
        ([DocumentState.Draft], DocumentMove.Submit, [DocumentState.InReview]),
        ([DocumentState.InReview, DocumentState.Approved, DocumentState.Scheduled], DocumentMove.SendBack, [DocumentState.Draft]),
        ([DocumentState.InReview], DocumentMove.Approve, [DocumentState.Approved]),
        ([DocumentState.Draft, DocumentState.InReview], DocumentMove.Schedule, [DocumentState.Scheduled]),
        (Unreleased, DocumentMove.BeginRelease, [DocumentState.Releasing]),
        ([DocumentState.Releasing], DocumentMove.FinishRelease, Public),
        ([DocumentState.Releasing], DocumentMove.AbortRelease, [DocumentState.Draft]),
        ([DocumentState.ReleasedAlone], DocumentMove.SignOff, [DocumentState.Released]),
        (Unreleased, DocumentMove.Cancel, [DocumentState.Cancelled]),
        (Unreleased, DocumentMove.GiveUpCorrection, Public),
        (Enum.GetValues<DocumentState>(), DocumentMove.Adopt, Public),
    ];

    /// <summary>Whether the table has it.</summary>
    public static bool Allows(DocumentState from, DocumentMove move, DocumentState to) => Table.Any(row => row.Move == move && row.From.Contains(from) && row.To.Contains(to));

    /// <summary>Whether a move is possible at all from a state.</summary>
    public static bool Allows(DocumentState from, DocumentMove move) => Table.Any(row => row.Move == move && row.From.Contains(from));

    /// <summary>True while readers have its newest text, or its notice of withdrawal.</summary>
    public static bool IsPublic(this DocumentState state) => Public.Contains(state);

    /// <summary>True while staff still have it in hand, to edit, discuss or cancel: readers don't have it, and the gate hasn't either.</summary>
    public static bool IsUnreleased(this DocumentState state) => Unreleased.Contains(state);

    /// <summary>True while something is still to be done before readers have it.</summary>
    public static bool IsOpen(this DocumentState state) => Open.Contains(state);
}
