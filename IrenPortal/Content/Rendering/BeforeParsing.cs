using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content.Rendering;

/// <summary>
/// Refuses texts that the parser would work on for too long or blow up in memory: its time grows with the square of the marks
/// in one block, its tables are padded to their widest row, and nothing can stop it once it runs.
/// </summary>
internal static partial class BeforeParsing
{
    private const int MostPipesTimesLines = 60_000;
    private const int MostMarks = 2_000;

    /// <summary>The faults of a text that must not be parsed; empty when it may be.</summary>
    public static IReadOnlyList<MarkdownIssue> Check(string markdown)
    {
        var size = Encoding.UTF8.GetByteCount(markdown);
        if (size > ContentLimits.MarkdownBytes)
        {
            return [Issue(1, $"the text has {size} bytes: cut it to {ContentLimits.MarkdownBytes} (64 KB)")];
        }

        var normal = markdown.Replace("\r\n", "\n", StringComparison.Ordinal);
        var characters = new IssueList("");
        TextRules.Check(normal, characters);
        return characters.Count > 0
            ? [.. characters.Sorted().Select(i => new MarkdownIssue(i.Line, i.Message))]
            : [.. Blocks(normal.Split('\n'))];
    }

    private static IEnumerable<MarkdownIssue> Blocks(string[] lines)
    {
        // No emphasis, link or table goes on beyond a blank line.
        for (var start = 0; start < lines.Length;)
        {
            var end = start;
            while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]))
            {
                end++;
            }

            if (end > start && Block(lines.AsSpan()[start..end], start + 1) is { } issue)
            {
                yield return issue;
            }

            start = end + 1;
        }
    }

    private static MarkdownIssue? Block(ReadOnlySpan<string> lines, int first)
    {
        var (emphasis, brackets, widest, widestLine) = (0, 0, 0, first);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (ContainerMarks().Match(line).Groups["mark"].Captures.Count > ContentLimits.MarkdownDepth)
            {
                return Issue(first + i, $"quotes or lists are nested more than {ContentLimits.MarkdownDepth} levels deep here: write them flatter");
            }

            var pipes = line.AsSpan().Count('|');
            (widest, widestLine) = pipes > widest ? (pipes, first + i) : (widest, widestLine);
            brackets += line.AsSpan().Count('[');
            emphasis += EmphasisRuns().Count(line);
        }

        return (long)widest * lines.Length > MostPipesTimesLines
            ? Issue(widestLine, $"this line has {widest} column marks (|), too many for a block of {lines.Length} lines: a table has at most {ContentLimits.TableColumns} columns")
            : emphasis > MostMarks || brackets > MostMarks
            ? Issue(first, $"the block that begins here has more than {MostMarks} emphasis marks or brackets: cut it in several with blank lines")
            : null;
    }

    private static MarkdownIssue Issue(int line, FormattableString message) => new(line, message.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(?:[ \t]*(?<mark>>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])))*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ContainerMarks();

    [GeneratedRegex(@"\*+|_+", RegexOptions.CultureInvariant)]
    private static partial Regex EmphasisRuns();
}
