namespace IrenPortal.Content;

/// <summary>What reading one file gave.</summary>
/// <param name="Document">The document; null when there is any issue.</param>
/// <param name="Issues">The faults by line; empty when there is a document.</param>
public sealed record ContentRead<T>(T? Document, IReadOnlyList<ContentIssue> Issues) where T : class
{
    /// <summary>The body as HTML, where the file has a body and nothing is wrong.</summary>
    public RenderedMarkdown? Rendered { get; init; }

    /// <summary>The file's line of each field by its full name, such as <c>files[0]</c> or <c>phases[1].date</c>.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <summary>The file's line on which the body begins; 1 where there is none.</summary>
    public int BodyLine { get; init; } = 1;

    /// <summary>The line of a field, 1 when it isn't written.</summary>
    public int LineOf(string field) => Lines.GetValueOrDefault(field, 1);
}
