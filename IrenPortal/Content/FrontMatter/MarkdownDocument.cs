using System.Text;

namespace IrenPortal.Content.FrontMatter;

/// <summary>The way of every Markdown file: fields to a document, body checked by rendering it, and back.</summary>
internal static class MarkdownDocument
{
    /// <summary>Reads a file; <paramref name="read"/> takes the fields it knows and the body.</summary>
    public static ContentRead<T> Read<T>(string path, string text, Func<FieldReader, string, T> read) where T : class
    {
        var issues = new IssueList(path);
        var file = MarkdownFile.Read(text, issues);
        if (file is null)
        {
            return new ContentRead<T>(null, issues.Sorted());
        }

        var document = read(file.Fields, file.Body);
        file.Fields.Finish();
        var rendered = MarkdownRenderer.Render(file.Body);
        foreach (var issue in rendered.Issues)
        {
            issues.Add(file.BodyLine + issue.Line - 1, null, issue.Message);
        }

        return new ContentRead<T>(issues.Count == 0 ? document : null, issues.Sorted())
        {
            Rendered = issues.Count == 0 ? rendered : null,
            Lines = file.Fields.Lines,
            BodyLine = file.BodyLine,
        };
    }

    /// <summary>Writes a file in canonical form.</summary>
    public static string Write(string body, Action<YamlWriter> write)
    {
        var fields = new YamlWriter();
        write(fields);
        var text = new StringBuilder("---\n").Append(fields).Append("---\n");
        var normal = MarkdownFile.Normalise(body);
        return normal.Length == 0 ? text.ToString() : text.Append(normal).Append('\n').ToString();
    }
}
