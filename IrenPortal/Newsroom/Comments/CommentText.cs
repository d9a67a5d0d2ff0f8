using System.Text.Json;
using IrenPortal.Data.Newsroom;
using NodaTime;

namespace IrenPortal.Newsroom.Comments;

/// <summary>What a comment says, and of what.</summary>
/// <param name="Field">The field that it is about; null for the text or the whole.</param>
/// <param name="Line">The line of the text as it stood, from 1; null for a field or the whole.</param>
/// <param name="Passage">The line or the field as it stood; empty for the whole.</param>
/// <param name="Words">What was said.</param>
internal sealed record CommentText(string? Field, int? Line, string Passage, string Words)
{
    /// <summary>What is said of the whole.</summary>
    public static CommentText OfWhole(string words) => new(null, null, "", words);

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
