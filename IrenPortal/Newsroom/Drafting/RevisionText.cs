using System.Collections.Immutable;
using System.Text.Json;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>What one revision holds, rendered once on save: the approval binds exactly this.</summary>
/// <param name="Fields">As typed.</param>
/// <param name="Html">The body as safe HTML with <c>media:NAME</c> placeholders.</param>
/// <param name="PlainText">The words, for search.</param>
/// <param name="MediaNames">Files that the body shows or links.</param>
public sealed record RevisionText(DraftFields Fields, string Html, string PlainText, IReadOnlyList<string> MediaNames)
{
    /// <summary>Seals the text as a revision of a document.</summary>
    public Revision Seal(DraftVault vault, Guid document, int number, string by, NodaTime.Instant now) => new()
    {
        DocumentId = document,
        Number = number,
        SavedBy = by,
        SavedAt = now,
        SealedText = vault.Seal(Place(document, number), JsonSerializer.Serialize(new Stored(Fields.Kind, Fields.Values.ToDictionary(StringComparer.Ordinal), Html, PlainText, MediaNames))),
    };

    /// <summary>Opens a sealed revision.</summary>
    public static RevisionText Open(DraftVault vault, Revision revision)
    {
        var stored = JsonSerializer.Deserialize<Stored>(vault.OpenText(Place(revision.DocumentId, revision.Number), revision.SealedText))!;
        return new RevisionText(
            new DraftFields(stored.Kind, stored.Values.ToImmutableSortedDictionary(StringComparer.Ordinal)),
            stored.Html,
            stored.PlainText,
            stored.MediaNames);
    }

    private static string Place(Guid document, int number) => $"revision/{document:N}/{number}";

    private sealed record Stored(EditionKind Kind, Dictionary<string, string> Values, string Html, string PlainText, IReadOnlyList<string> MediaNames);
}
