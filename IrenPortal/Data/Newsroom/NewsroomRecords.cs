using NodaTime;

namespace IrenPortal.Data.Newsroom;

/// <summary>
/// A package on its way to the gate, written before the public transaction and marked after it: the next start finishes
/// by <see cref="Key"/> what a crash left. Mutable only in being ended.
/// </summary>
public sealed class PendingRelease
{
    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>The gate's command, sealed with the draft key.</summary>
    public required byte[] SealedPackage { get; init; }

    public required string CreatedBy { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When the gate had carried it out, or had refused it.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>True when the gate refused it: nothing of it is public.</summary>
    public bool Refused { get; private set; }

    /// <summary>Marks the end.</summary>
    public void End(bool refused, Instant now) => (EndedAt, Refused) = (now, refused);
}

/// <summary>Someone opened something unpublished: the insider list. Immutable.</summary>
public sealed class ItemOpening
{
    public long Number { get; init; }

    public required Guid DocumentId { get; init; }

    public required int Revision { get; init; }

    public required string UserId { get; init; }

    public required Instant At { get; init; }
}
