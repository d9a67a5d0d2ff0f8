using System.Collections.Immutable;
using System.Globalization;
using IrenPortal.Newsroom.Comments;

namespace IrenPortal.Newsroom.Drafting;

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

    /// <summary>The day of a release time.</summary>
    public const string Date = "field-release-date";

    /// <summary>The minute of a release time.</summary>
    public const string Time = "field-release-time";

    /// <summary>The release time that an approver types.</summary>
    public const string TypedTime = "field-typedTime";

    /// <summary>An approver's tick that the preview was read.</summary>
    public const string Read = "field-read";

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

    /// <summary>A release time that names no instant to come, or two.</summary>
    public static RefusedWords OfTime(string fault, string date, string time) =>
        new(Time, ImmutableDictionary.CreateRange([KeyValuePair.Create(Date, date), KeyValuePair.Create(Time, time)]), fault);

    /// <summary>An approval that was not taken: its time and its tick stay.</summary>
    public static RefusedWords OfApproval(string fieldId, string fault, string? typedTime, bool read) => new(
        fieldId,
        ImmutableDictionary.CreateRange([KeyValuePair.Create(TypedTime, typedTime ?? ""), KeyValuePair.Create(Read, read ? "true" : "")]),
        fault);

    /// <summary>The field of an answer.</summary>
    public static string AnswerTo(Guid thread) => $"answer-{thread:N}";
}
