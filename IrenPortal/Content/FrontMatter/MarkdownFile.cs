using System.Globalization;
using System.Text;

namespace IrenPortal.Content.FrontMatter;

/// <summary>A Markdown file cut at its fences.</summary>
/// <param name="Fields">The front matter.</param>
/// <param name="Body">The normalised body.</param>
/// <param name="BodyLine">The file's line on which the body begins.</param>
internal sealed record MarkdownFile(FieldReader Fields, string Body, int BodyLine)
{
    private const string Fence = "---";

    /// <summary>Cuts and checks a file; null with an issue when its fields can't be read.</summary>
    public static MarkdownFile? Read(string text, IssueList issues)
    {
        var normal = Prepare(text, issues);
        if (normal is null)
        {
            return null;
        }

        var lines = normal.Split('\n');
        if (lines[0].TrimEnd() != Fence)
        {
            issues.Add(1, null, "the file does not begin with front matter: write `---` on the first line, then the fields, then `---`");
            return null;
        }

        var close = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (close < 0)
        {
            issues.Add(1, null, "the front matter has no end: write `---` on a line of its own below the fields");
            return null;
        }

        var map = YamlTree.Read(string.Join('\n', lines[1..close]), 2, issues);
        var bodyLine = close + 1;
        while (bodyLine < lines.Length && string.IsNullOrWhiteSpace(lines[bodyLine]))
        {
            bodyLine++;
        }

        return map is null ? null : new MarkdownFile(new FieldReader(map, issues), Normalise(string.Join('\n', lines[(close + 1)..])), bodyLine + 1);
    }

    /// <summary>The fields of a YAML file without fences; null with an issue when they can't be read.</summary>
    public static FieldReader? ReadYaml(string text, IssueList issues) =>
        Prepare(text, issues) is { } normal && YamlTree.Read(normal, 1, issues) is { } map ? new FieldReader(map, issues) : null;

    /// <summary>A body in canonical form: LF line ends, no blank line at either end.</summary>
    public static string Normalise(string body)
    {
        var lines = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        var last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }

    private static string? Prepare(string text, IssueList issues)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        if (size > ContentLimits.MarkdownBytes)
        {
            issues.Add(1, null, string.Create(CultureInfo.InvariantCulture, $"the file has {size} bytes: cut it to {ContentLimits.MarkdownBytes} (64 KB)"));
            return null;
        }

        var normal = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var before = issues.Count;
        TextRules.Check(normal, issues);
        return issues.Count == before ? normal : null;
    }
}
