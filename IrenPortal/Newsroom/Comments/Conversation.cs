using IrenPortal.Data.Newsroom;
using NodaTime;

namespace IrenPortal.Newsroom.Comments;

/// <summary>One comment as staff read it.</summary>
/// <param name="By">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="Words">What was said.</param>
public sealed record CommentLine(string By, Instant At, string Words);

/// <summary>A comment with its answers, placed in the revision that is read.</summary>
/// <param name="Id">Of its first comment.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Revision">The revision that was read when it began.</param>
/// <param name="Field">The field that it is about; null for the text or the whole.</param>
/// <param name="Line">The line of the text now; null where it is about a field or the whole, or where the line is gone.</param>
/// <param name="Passage">What it is about, as it stood then; empty for the whole.</param>
/// <param name="Changed">True where the passage does not stand so any more in the revision that is read.</param>
/// <param name="Comments">What was said, oldest first.</param>
/// <param name="ResolvedBy">Who closed it; null while it is open.</param>
public sealed record Conversation(
    Guid Id, CommentKind Kind, int Revision, string? Field, int? Line, string Passage, bool Changed, IReadOnlyList<CommentLine> Comments, string? ResolvedBy)
{
    /// <summary>Still to be dealt with.</summary>
    public bool IsOpen => ResolvedBy is null;
}
