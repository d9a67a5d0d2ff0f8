using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IrenPortal.Content.Rendering;

/// <summary>Stable, distinct ids of a text's headings: <c>section-</c> and the heading's words, so that none can take an id of the page.</summary>
internal sealed class HeadingIds
{
    private readonly Dictionary<HeadingBlock, string> _ids = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public HeadingIds(MarkdownDocument tree)
    {
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in tree.Descendants<HeadingBlock>())
        {
            var name = NameOf(WordsOf(heading.Inline));
            var unique = name;
            while (!_taken.Add(unique))
            {
                var next = repeats[name] = repeats.GetValueOrDefault(name, 1) + 1;
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{next}");
            }

            _ids.Add(heading, $"section-{unique}");
        }
    }

    /// <summary>The id of a heading.</summary>
    public string this[HeadingBlock heading] => _ids[heading];

    /// <summary>The id behind a link such as <c>#terms-in-brief</c>, with or without the prefix; null where no heading has it.</summary>
    public string? Find(string name) =>
        _taken.Contains(name) ? $"section-{name}"
        : name.StartsWith("section-", StringComparison.Ordinal) && _taken.Contains(name["section-".Length..]) ? name
        : null;

    /// <summary>The words of inline content without any markup.</summary>
    public static string WordsOf(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            _ = inline switch
            {
                LiteralInline literal => words.Append(literal.Content.AsSpan()),
                CodeInline code => words.Append(code.Content),
                HtmlEntityInline entity => words.Append(entity.Transcoded.AsSpan()),
                LineBreakInline => words.Append(' '),
                _ => words,
            };
        }

        return words.ToString();
    }

    private static string NameOf(string words)
    {
        var name = new StringBuilder();
        foreach (var c in words.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\'' && c != '’')
            {
                name.Append('-');
            }
        }

        var cut = name.ToString(0, Math.Min(name.Length, 80)).Trim('-');
        return cut.Length == 0 ? "part" : cut;
    }
}
