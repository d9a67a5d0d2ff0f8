using System.Text.Json;
using System.Text.Json.Serialization;
using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Drafting;
using NodaTime;

namespace IrenPortal.Newsroom.Comments;

/// <summary>What a comment says, and of what.</summary>
/// <param name="Field">The field that it is about; null for the text or the whole.</param>
/// <param name="Line">The line of the text as it stood, from 1; null for a field or the whole.</param>
/// <param name="Passage">The words that are quoted, else the line or the field as it stood; empty for the whole.</param>
/// <param name="Words">What was said.</param>
/// <param name="Around">The line or the field that the quoted words begin in, as it stood; null where none are quoted.</param>
internal sealed record CommentText(string? Field, int? Line, string Passage, string Words, string? Around = null)
{
    /// <summary>True where it is about chosen words and not all of a line or field.</summary>
    [JsonIgnore]
    public bool IsQuote => Around is not null;

    /// <summary>What is said of the whole.</summary>
    public static CommentText OfWhole(string words) => new(null, null, "", words);

    /// <summary>What is said of words in a text; null where they are not in that place of it.</summary>
    public static CommentText? OfQuote(CommentPlace place, DraftFields fields, string quote, string words) =>
        place.Quoting(fields, quote) is { } found ? new CommentText(found.Field, found.Line, quote, words, found.PassageIn(fields)) : null;

    /// <summary>A new comment, sealed; it begins a conversation where <paramref name="thread"/> is null.</summary>
    public PassageComment Seal(DraftVault vault, Guid document, Guid? thread, int revision, CommentKind kind, string by, Instant now)
    {
        var id = Guid.NewGuid();
        return new PassageComment
        {
            Id = id,
            ThreadId = thread ?? id,
            DocumentId = document,
            Revision = revision,
            Kind = kind,
            SealedText = vault.Seal(Place(document, id), JsonSerializer.Serialize(this)),
            By = by,
            At = now,
        };
    }

    /// <summary>Opens a comment.</summary>
    public static CommentText Open(DraftVault vault, PassageComment comment) =>
        JsonSerializer.Deserialize<CommentText>(vault.OpenText(Place(comment.DocumentId, comment.Id), comment.SealedText))!;

    private static string Place(Guid document, Guid comment) => $"comment/{document:N}/{comment:N}";
}
