namespace IrenPortal.Content;

/// <summary>A standing page, such as <c>about</c>.</summary>
/// <param name="Slug">The address and the file's name.</param>
/// <param name="Title">One line of plain text.</param>
/// <param name="Summary">One line of plain text for search engines and lists; may be null.</param>
/// <param name="Body">Markdown without front matter.</param>
public sealed record PageDocument(string Slug, string Title, string? Summary, string Body)
{
    /// <summary>Why this edition corrects the one before; null on a first edition.</summary>
    public string? Reason { get; init; }
}
