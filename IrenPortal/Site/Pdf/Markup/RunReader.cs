using System.Text;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Markup;

/// <summary>Reads the words of an element: white space as a browser takes it, styles by element and class, links made absolute.</summary>
internal sealed class RunReader(Func<string, string> absolute)
{
    private readonly List<Run> _runs = [];
    private bool _spaced = true;

    /// <summary>The runs of some nodes.</summary>
    public static IReadOnlyList<Run> Read(IEnumerable<HtmlNode> nodes, Func<string, string> absolute)
    {
        var reader = new RunReader(absolute);
        foreach (var node in nodes)
        {
            reader.Add(node, RunStyle.None, null);
        }

        if (reader._runs.Count > 0)
        {
            reader._runs[^1] = reader._runs[^1] with { Text = reader._runs[^1].Text.TrimEnd(' ', '\n') };
        }

        return reader._runs;
    }

    /// <summary>Whether an element is left out: pictures that only decorate, and what paper has in a shorter form.</summary>
    public static bool IsSkipped(HtmlNode node) =>
        node.Name is "svg" or "script" or "nav" || node.Is("print-only") || node.Is("visually-hidden") || node.Is("footnote-back") || node["aria-hidden"] == "true";

    private void Add(HtmlNode node, RunStyle style, string? href)
    {
        if (node.Name.Length == 0)
        {
            Words(node.Text, style, href);
            return;
        }

        if (IsSkipped(node))
        {
            return;
        }

        if (node.Name == "br")
        {
            Break(style);
            return;
        }

        if (node.Name == "img")
        {
            Words($"Picture: {node["alt"]}", style | RunStyle.Emphasis, absolute(node["src"] ?? ""));
            return;
        }

        var inner = style | StyleOf(node);
        var target = node.Name == "a" && node["href"] is { } to ? to.StartsWith('#') ? to : absolute(to) : href;
        if (node.Is("hash"))
        {
            Break(inner);
        }

        foreach (var child in node.Children)
        {
            Add(child, inner, target);
        }
    }

    private static RunStyle StyleOf(HtmlNode node) => (node.Name switch
    {
        "b" or "strong" => RunStyle.Strong,
        "em" or "i" => RunStyle.Emphasis,
        "code" => RunStyle.Code,
        "sup" => RunStyle.Raised,
        "small" => RunStyle.Small,
        _ => RunStyle.None,
    }) | (node.Is("muted") ? RunStyle.Muted : RunStyle.None) | (node.Is("strong") ? RunStyle.Strong : RunStyle.None) | (node.Is("hash") ? RunStyle.Small | RunStyle.Muted : RunStyle.None);

    private void Break(RunStyle style)
    {
        _runs.Add(new Run("\n", style));
        _spaced = true;
    }

    private void Words(string text, RunStyle style, string? href)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var space = c is ' ' or '\n' or '\t' or '\r';
            if (!space || !_spaced)
            {
                words.Append(space ? ' ' : c);
            }

            _spaced = space;
        }

        if (words.Length > 0)
        {
            _runs.Add(new Run(words.ToString().Normalize(NormalizationForm.FormC), style, href));
        }
    }
}
