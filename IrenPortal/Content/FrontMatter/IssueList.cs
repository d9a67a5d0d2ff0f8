namespace IrenPortal.Content.FrontMatter;

/// <summary>Collects the faults of one file. Mutable.</summary>
internal sealed class IssueList(string path)
{
    private readonly List<ContentIssue> _issues = [];

    /// <summary>The file as the caller named it.</summary>
    public string Path { get; } = path;

    /// <summary>How many faults there are.</summary>
    public int Count => _issues.Count;

    /// <summary>Notes a fault.</summary>
    public void Add(int line, string? field, string message) => _issues.Add(new ContentIssue(Path, line, field, message));

    /// <summary>The faults by line, in the order found within one.</summary>
    public IReadOnlyList<ContentIssue> Sorted() => [.. _issues.OrderBy(i => i.Line)];
}
