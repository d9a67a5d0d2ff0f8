using IrenPortal.Data.Public;
using NodaTime;

namespace IrenPortal.Data.Newsroom;

/// <summary>Where a document stands.</summary>
public enum DocumentState
{
    /// <summary>Being written; also a correction of something released.</summary>
    Draft = 1,

    /// <summary>Handed to a second person.</summary>
    InReview = 2,

    /// <summary>Approved for an instant that lies ahead.</summary>
    Scheduled = 3,

    /// <summary>Handed to the gate; the next start finishes it after a crash.</summary>
    Releasing = 4,

    /// <summary>Published; nothing is waiting.</summary>
    Released = 5,

    /// <summary>Given up before it was ever released.</summary>
    Discarded = 6,
}

/// <summary>
/// The thing over time that editors work on: revisions before the release, editions after it. Mutable; its text is in
/// encrypted revisions, here are only ids, states and instants.
/// </summary>
public sealed class NewsroomDocument
{
    public required Guid Id { get; init; }

    public required EditionKind Kind { get; init; }

    public required string CreatedBy { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Keyed hash of the slug, so that a doubled address is found without reading texts.</summary>
    public required string SlugHash { get; set; }

    public required string Category { get; set; }

    public DocumentState State { get; private set; } = DocumentState.Draft;

    /// <summary>The newest revision's number.</summary>
    public int Revision { get; private set; }

    /// <summary>When the text or the state last changed.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>Who made the newest revision.</summary>
    public string ChangedBy { get; private set; } = "";

    /// <summary>The approved instant of a scheduled release.</summary>
    public Instant? ReleaseAt { get; private set; }

    /// <summary>How many editions readers have; 0 before the first release.</summary>
    public int PublishedVersion { get; private set; }

    /// <summary>The revision that the newest edition was made of.</summary>
    public int PublishedRevision { get; private set; }

    /// <summary>Released by its author alone; asks for a sign-off by someone else.</summary>
    public bool ReleasedAlone { get; private set; }

    /// <summary>Guards against two writers; a new value with every change.</summary>
    public Guid Stamp { get; private set; } = Guid.NewGuid();

    /// <summary>Has readers' editions and a newer text that waits.</summary>
    public bool IsCorrection => PublishedVersion > 0 && State is not DocumentState.Released;

    /// <summary>Takes a new revision; any text saved after hand-over or approval makes it a draft again.</summary>
    /// <exception cref="InvalidOperationException">While the gate has it, or after it was discarded.</exception>
    public int Revise(string by, Instant now)
    {
        if (State is DocumentState.Releasing or DocumentState.Discarded)
        {
            throw new InvalidOperationException($"Document {Id} takes no revision while {State}.");
        }

        Revision++;
        ChangedBy = by;
        Move(DocumentState.Draft, now);
        return Revision;
    }

    /// <summary>Hands the newest revision to a second person.</summary>
    public void Submit(Instant now) => Move(DocumentState.InReview, now, DocumentState.Draft);

    /// <summary>Gives it back to its author.</summary>
    public void SendBack(Instant now) => Move(DocumentState.Draft, now, DocumentState.InReview, DocumentState.Scheduled);

    /// <summary>Fixes the instant at which the release loop hands it to the gate.</summary>
    public void Schedule(Instant releaseAt, Instant now)
    {
        Move(DocumentState.Scheduled, now, DocumentState.Draft, DocumentState.InReview);
        ReleaseAt = releaseAt;
    }

    /// <summary>Hands it to the gate.</summary>
    public void BeginRelease(bool alone, Instant now)
    {
        Move(DocumentState.Releasing, now, DocumentState.Draft, DocumentState.InReview, DocumentState.Scheduled);
        ReleasedAlone = alone;
    }

    /// <summary>Records that readers have it as <paramref name="version"/>.</summary>
    public void FinishRelease(int version, int revision, Instant now)
    {
        Move(DocumentState.Released, now, DocumentState.Releasing);
        (PublishedVersion, PublishedRevision) = (version, revision);
    }

    /// <summary>Takes back a hand-over that the gate refused.</summary>
    public void AbortRelease(Instant now) => Move(DocumentState.Draft, now, DocumentState.Releasing);

    /// <summary>Adopts what the public store already has, after a restore or a lost newsroom row.</summary>
    public void Adopt(int version, int revision, Instant now)
    {
        (PublishedVersion, PublishedRevision) = (version, revision);
        Move(DocumentState.Released, now);
    }

    /// <summary>Gives up a text that no reader has seen, or a correction that isn't wanted any more.</summary>
    public void Discard(Instant now) =>
        Move(PublishedVersion > 0 ? DocumentState.Released : DocumentState.Discarded, now, DocumentState.Draft, DocumentState.InReview, DocumentState.Scheduled);

    private void Move(DocumentState to, Instant now, params ReadOnlySpan<DocumentState> from)
    {
        if (!from.IsEmpty && !from.Contains(State))
        {
            throw new InvalidOperationException($"Document {Id} can't go from {State} to {to}.");
        }

        if (to is not DocumentState.Scheduled)
        {
            ReleaseAt = null;
        }

        State = to;
        ChangedAt = now;
        Stamp = Guid.NewGuid();
    }
}

/// <summary>One save of a document's text in import format, encrypted. Immutable.</summary>
public sealed class Revision
{
    public required Guid DocumentId { get; init; }

    /// <summary>1, 2, 3 … within its document.</summary>
    public required int Number { get; init; }

    public required string SavedBy { get; init; }

    public required Instant SavedAt { get; init; }

    /// <summary>The text, sealed with the draft key.</summary>
    public required byte[] SealedText { get; init; }
}

/// <summary>A file of a draft, name and bytes encrypted. Mutable only in being removed.</summary>
public sealed class DraftFile
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required byte[] SealedName { get; init; }

    public required string ContentType { get; init; }

    public required byte[] SealedBytes { get; init; }

    public required long Length { get; init; }

    public required string AddedBy { get; init; }

    public required Instant AddedAt { get; init; }
}

/// <summary>A second person's yes (or the author's own, where allowed) to exactly one revision, its files and its instant. Immutable.</summary>
public sealed class Approval
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required int Revision { get; init; }

    /// <summary>Keyed hash of the revision's text, its files and the release instant.</summary>
    public required string BoundHash { get; init; }

    public required Instant? ReleaseAt { get; init; }

    public required string ApprovedBy { get; init; }

    public required Instant ApprovedAt { get; init; }

    public required bool Alone { get; init; }
}
