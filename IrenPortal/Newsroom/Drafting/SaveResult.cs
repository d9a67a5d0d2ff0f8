using NodaTime;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>The ends that a save can come to.</summary>
public enum SaveOutcome
{
    /// <summary>A new revision was made.</summary>
    Saved = 1,

    /// <summary>The text is what the newest revision holds already.</summary>
    Unchanged = 2,

    /// <summary>Somebody saved in between; nothing was changed, and both texts are there.</summary>
    Conflict = 3,

    /// <summary>There is no such document.</summary>
    NotFound = 4,

    /// <summary>Released, releasing, cancelled, or due within ten minutes.</summary>
    Locked = 5,
}

/// <summary>What a save did.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Revision">The newest revision's number after it.</param>
/// <param name="At">When that was made.</param>
public sealed record SaveResult(SaveOutcome Outcome, int Revision, Instant At);
