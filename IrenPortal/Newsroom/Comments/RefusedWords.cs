using System.Collections.Immutable;
using System.Globalization;

namespace IrenPortal.Newsroom.Comments;

/// <summary>Words that were typed and not taken: they go back to their field.</summary>
/// <param name="FieldId">The id of the field that is at fault.</param>
/// <param name="Typed">What was typed or chosen, by the field's id.</param>
/// <param name="Fault">Why it was not taken.</param>
public sealed record RefusedWords(string FieldId, ImmutableDictionary<string, string> Typed, string Fault)
{
    /// <summary>The field of a new comment.</summary>
    public const string New = "comment-words";

    /// <summary>The words that a new comment quotes.</summary>
    public const string Quote = "comment-quote";

    /// <summary>What a new comment is about.</summary>
    public const string Place = "comment-place";

    /// <summary>The revision that was read for a new comment.</summary>
    public const string Revision = "comment-revision";

    /// <summary>The field of what has to change.</summary>
    public const string SendBack = "send-back-words";

    /// <summary>The words of a form that has no other field.</summary>
    public RefusedWords(string fieldId, string words, string fault)
        : this(fieldId, ImmutableDictionary.CreateRange([KeyValuePair.Create(fieldId, words)]), fault)
    {
    }

    /// <summary>A whole new comment that was not taken.</summary>
    public static RefusedWords OfNew(CommentFault fault, int revision, string place, string quote, string words) => new(
        fault.FieldId,
        ImmutableDictionary.CreateRange([
            KeyValuePair.Create(Revision, revision.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create(Place, place),
            KeyValuePair.Create(Quote, quote),
            KeyValuePair.Create(New, words),
        ]),
        fault.Sentence);

    /// <summary>The field of an answer.</summary>
    public static string AnswerTo(Guid thread) => $"answer-{thread:N}";
}
