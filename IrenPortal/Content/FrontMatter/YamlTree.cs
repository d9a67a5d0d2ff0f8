using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IrenPortal.Content.FrontMatter;

/// <summary>
/// Reads the part of YAML that content files use: mappings, lists and values, with lines. Anchors, aliases, tags, a second
/// document and repeated keys are refused; nothing is executed or expanded.
/// </summary>
internal static class YamlTree
{
    private const int MaxDepth = 6;

    /// <summary>The top mapping; null with an issue when the text is none.</summary>
    /// <param name="yaml">The text between the fences.</param>
    /// <param name="firstLine">The file's line on which the text begins.</param>
    /// <param name="issues">Where faults go.</param>
    public static YamlMap? Read(string yaml, int firstLine, IssueList issues)
    {
        var before = issues.Count;
        var lines = yaml.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].AsSpan()[..^lines[i].AsSpan().TrimStart().Length].Contains('\t'))
            {
                issues.Add(firstLine + i, null, "the line is indented with a tab: use blanks");
            }
        }

        if (issues.Count > before)
        {
            return null;
        }

        var parser = new Parser(new StringReader(yaml));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                issues.Add(firstLine, null, "the front matter is empty: write one `field: value` a line");
                return null;
            }

            var reader = new Reader(parser, firstLine, issues);
            var root = reader.Node(0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                issues.Add(reader.LineOf(second), null, "a second YAML document begins here: keep everything in one");
            }

            if (root is YamlMap map)
            {
                return issues.Count == before ? map : null;
            }

            issues.Add(root.Line, null, "the front matter is not a list of fields: write one `field: value` a line");
            return null;
        }
        catch (YamlException fault)
        {
            return Unreadable(fault.Start, fault.Message);
        }
        catch (Exception)
        {
            // On some broken texts the scanner fails in its own code instead of saying what is wrong.
            return Unreadable(parser.Current?.End ?? Mark.Empty, "the text breaks off or doesn't fit together");
        }

        YamlMap? Unreadable(Mark place, string reason)
        {
            var words = reason.ReplaceLineEndings(" ").Trim().TrimEnd('.');
            issues.Add(
                firstLine + (int)Math.Max(0, place.Line - 1), null,
                $"this is not readable YAML ({(words.Length <= 160 ? words : words[..160])}): check the indentation, and put quotes around a text that holds a colon, a # or a quote");
            return null;
        }
    }

    private sealed class Reader(IParser parser, int firstLine, IssueList issues)
    {
        public int LineOf(ParsingEvent token) => firstLine + (int)Math.Max(0, token.Start.Line - 1);

        public YamlNode Node(int depth)
        {
            if (parser.Current is AnchorAlias alias)
            {
                throw new YamlException(alias.Start, alias.End, "an alias (*) is not allowed");
            }

            if (parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            {
                throw new YamlException(node.Start, node.End, "an anchor (&) or a tag (!) is not allowed");
            }

            if (depth > MaxDepth)
            {
                throw new YamlException(parser.Current!.Start, parser.Current.End, "too many levels inside each other");
            }

            return parser switch
            {
                _ when parser.TryConsume<Scalar>(out var scalar) => Value(scalar),
                _ when parser.TryConsume<SequenceStart>(out var list) => List(list, depth),
                _ => Map(parser.Consume<MappingStart>(), depth),
            };
        }

        private YamlScalar Value(Scalar scalar)
        {
            var text = scalar.Style is ScalarStyle.Folded or ScalarStyle.Literal ? scalar.Value.TrimEnd('\n') : scalar.Value;
            return new YamlScalar(text, scalar.Style == ScalarStyle.Plain, LineOf(scalar));
        }

        private YamlList List(SequenceStart start, int depth)
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(depth + 1));
            }

            return new YamlList(items, LineOf(start));
        }

        private YamlMap Map(MappingStart start, int depth)
        {
            var entries = new List<YamlEntry>();
            var lines = new Dictionary<string, int>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (Node(depth + 1) is not YamlScalar { Text: var key, Line: var line })
                {
                    throw new YamlException(start.Start, start.End, "a field's name must be plain text");
                }

                var value = Node(depth + 1);
                if (lines.TryGetValue(key, out var first))
                {
                    issues.Add(line, key, $"`{key}` is here for the second time, the first is on line {first}: keep one");
                    continue;
                }

                lines.Add(key, line);
                entries.Add(new YamlEntry(key, line, value));
            }

            return new YamlMap(entries, LineOf(start));
        }
    }
}
