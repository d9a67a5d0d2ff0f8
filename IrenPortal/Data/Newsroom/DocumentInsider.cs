using NodaTime;

namespace IrenPortal.Data.Newsroom;

/// <summary>
/// Somebody who may open a restricted document. A document with no such row is open to all staff. Immutable; a row goes when the
/// person is taken off, and the audit keeps who did that and when.
/// </summary>
public sealed class DocumentInsider
{
    public required Guid DocumentId { get; init; }

    public required string UserId { get; init; }

    public required string AddedBy { get; init; }

    public required Instant AddedAt { get; init; }
}
