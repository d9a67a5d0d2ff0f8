namespace IrenPortal.Newsroom.Comments;

/// <summary>Words that were typed and not taken: they go back to their field.</summary>
/// <param name="FieldId">The id of the field that they were typed in.</param>
/// <param name="Words">As typed.</param>
/// <param name="Fault">Why they were not taken.</param>
public sealed record RefusedWords(string FieldId, string Words, string Fault)
{
    /// <summary>The field of a new comment.</summary>
    public const string New = "comment-words";

    /// <summary>The field of what has to change.</summary>
    public const string SendBack = "send-back-words";

    /// <summary>The field of an answer.</summary>
    public static string AnswerTo(Guid thread) => $"answer-{thread:N}";
}
