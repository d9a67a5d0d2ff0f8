using System.Text.Json.Serialization;

namespace IrenPortal.Content;

/// <summary>A standing page, such as <c>about</c>.</summary>
/// <param name="Slug">The address and the file's name.</param>
/// <param name="Title">One line of plain text.</param>
/// <param name="Summary">One line of plain text for search engines and lists; may be null.</param>
/// <param name="Body">Markdown without front matter.</param>
public sealed record PageDocument(string Slug, string Title, string? Summary, string Body)
{
    /// <summary>True once it is taken back; the text before stays at its own version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withdrawn { get; init; }

    /// <summary>Why this edition corrects or withdraws the one before; null on a first edition.</summary>
    public string? Reason { get; init; }

    /// <summary>What is left of it once it is withdrawn: its title, address and the reason.</summary>
    public PageDocument AsWithdrawn() => this with { Summary = null, Body = "", Withdrawn = true };
}
