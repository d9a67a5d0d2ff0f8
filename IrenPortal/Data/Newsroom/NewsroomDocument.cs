using IrenPortal.Data.Public;
using NodaTime;

namespace IrenPortal.Data.Newsroom;

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

    /// <summary>The newest edition, or the one under way, was made by its author alone and nobody has signed it off.</summary>
    public bool ReleasedAlone { get; private set; }

    /// <summary>The newest edition took it back.</summary>
    public bool Withdrawn { get; private set; }

    /// <summary>Who is asked to review it; null for anyone.</summary>
    public string? Reviewer { get; private set; }

    /// <summary>Guards against two writers; a new value with every change.</summary>
    public Guid Stamp { get; private set; } = Guid.NewGuid();

    /// <summary>Has readers' editions and a newer text that waits.</summary>
    public bool IsCorrection => PublishedVersion > 0 && !State.IsPublic();

    /// <summary>Takes a new revision; any text saved after hand-over or approval makes it a draft again.</summary>
    /// <exception cref="InvalidOperationException">While the gate has it, or after it was cancelled.</exception>
    public int Revise(string by, Instant now)
    {
        Move(DocumentMove.Revise, DocumentState.Draft, now);
        Revision++;
        ChangedBy = by;
        return Revision;
    }

    /// <summary>Hands the newest revision to a second person, or to anyone.</summary>
    public void Submit(Instant now, string? reviewer = null)
    {
        Move(DocumentMove.Submit, DocumentState.InReview, now);
        Reviewer = reviewer;
    }

    /// <summary>Gives it back to its author.</summary>
    public void SendBack(Instant now) => Move(DocumentMove.SendBack, DocumentState.Draft, now);

    /// <summary>Approved, without a time.</summary>
    public void Approve(Instant now) => Move(DocumentMove.Approve, DocumentState.Approved, now);

    /// <summary>Fixes the instant at which the release loop hands it to the gate.</summary>
    public void Schedule(Instant releaseAt, Instant now)
    {
        Move(DocumentMove.Schedule, DocumentState.Scheduled, now);
        ReleaseAt = releaseAt;
    }

    /// <summary>Hands it to the gate.</summary>
    public void BeginRelease(bool alone, Instant now)
    {
        Move(DocumentMove.BeginRelease, DocumentState.Releasing, now);
        ReleasedAlone = alone;
    }

    /// <summary>Records that readers have it as <paramref name="version"/>, or its notice of withdrawal.</summary>
    public void FinishRelease(int version, int revision, bool withdrawn, Instant now)
    {
        Withdrawn = withdrawn;
        Move(DocumentMove.FinishRelease, Standing, now);
        (PublishedVersion, PublishedRevision) = (version, revision);
    }

    /// <summary>Takes back a hand-over that the gate refused.</summary>
    public void AbortRelease(Instant now) => Move(DocumentMove.AbortRelease, DocumentState.Draft, now);

    /// <summary>Somebody else has looked at what its author released alone.</summary>
    public void SignOff(Instant now)
    {
        Move(DocumentMove.SignOff, DocumentState.Released, now);
        ReleasedAlone = false;
    }

    /// <summary>Adopts what the public store already has, after a restore or a lost newsroom row.</summary>
    public void Adopt(int version, int revision, bool withdrawn, Instant now)
    {
        (PublishedVersion, PublishedRevision, Withdrawn) = (version, revision, withdrawn);
        Move(DocumentMove.Adopt, Standing, now);
    }

    /// <summary>Gives up a text that no reader has seen, or a correction that isn't wanted any more.</summary>
    public void Cancel(Instant now)
    {
        if (PublishedVersion > 0)
        {
            Move(DocumentMove.GiveUpCorrection, Standing, now);
        }
        else
        {
            Move(DocumentMove.Cancel, DocumentState.Cancelled, now);
        }
    }

    // What readers have once nothing waits any more.
    private DocumentState Standing => Withdrawn ? DocumentState.Withdrawn : ReleasedAlone ? DocumentState.ReleasedAlone : DocumentState.Released;

    private void Move(DocumentMove move, DocumentState to, Instant now)
    {
        if (!DocumentTransitions.Allows(State, move, to))
        {
            throw new InvalidOperationException($"Document {Id} can't go from {State} to {to} by {move}.");
        }

        if (to is not DocumentState.Scheduled)
        {
            ReleaseAt = null;
        }

        // Whoever was asked is asked again after changes; with the release, or without one, the question is settled.
        if (!to.IsUnreleased())
        {
            Reviewer = null;
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
