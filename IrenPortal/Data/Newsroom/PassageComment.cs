using NodaTime;

namespace IrenPortal.Data.Newsroom;

/// <summary>What a comment asks for.</summary>
public enum CommentKind
{
    /// <summary>Something to think about.</summary>
    Remark = 1,

    /// <summary>Why a text was sent back: its author is shown it first.</summary>
    ChangesRequested = 2,
}

/// <summary>What somebody said of a passage of a revision, or in answer to that. Immutable.</summary>
public sealed class PassageComment
{
    public required Guid Id { get; init; }

    /// <summary>The first comment of the conversation; its own id for that one.</summary>
    public required Guid ThreadId { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>The revision that was being read.</summary>
    public required int Revision { get; init; }

    public required CommentKind Kind { get; init; }

    /// <summary>Words, place and quoted passage, sealed with the draft key.</summary>
    public required byte[] SealedText { get; init; }

    public required string By { get; init; }

    public required Instant At { get; init; }
}

/// <summary>A conversation about a passage was resolved, or opened again; its newest row says how it stands. Immutable.</summary>
public sealed class CommentResolution
{
    public required Guid ThreadId { get; init; }

    /// <summary>From 1, without a gap within a conversation.</summary>
    public required int Number { get; init; }

    /// <summary>False where it was opened again.</summary>
    public required bool Resolved { get; init; }

    public required string By { get; init; }

    public required Instant At { get; init; }
}
