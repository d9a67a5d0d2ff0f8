using System.Globalization;
using System.Text;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace IrenPortal.Content.Rendering;

/// <summary>
/// Writes the HTML of one syntax tree. A node that isn't named here is refused, so that a new version of the parser can add
/// nothing by itself. Mutable, for one run.
/// </summary>
internal sealed partial class MarkdownWalk(MarkdownDocument tree, Func<bool> late)
{
    private readonly HtmlOutput _out = new(late);
    private readonly HeadingIds _headings = new(tree);
    private readonly List<MarkdownIssue> _issues = [];
    private readonly List<string> _media = [];
    private readonly List<int> _mediaLines = [];
    private readonly List<TextLink> _links = [];
    private readonly Dictionary<string, int> _tableLabels = new(StringComparer.Ordinal);
    private string _lastHeading = "";
    private int _depth;

    /// <summary>Walks the tree once.</summary>
    /// <exception cref="RenderLimitException">A cap was passed.</exception>
    public RenderedMarkdown Run()
    {
        Blocks(tree);
        var html = _out.Html;
        var size = Encoding.UTF8.GetByteCount(html);
        if (size > ContentLimits.RenderedBytes)
        {
            throw new RenderLimitException(1, string.Create(CultureInfo.InvariantCulture, $"the rendered text has {size} bytes: cut it to {ContentLimits.RenderedBytes} (2 MB)"));
        }

        var plain = _out.PlainText;
        var words = plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return new RenderedMarkdown(html, plain, _media, words, [.. _issues.OrderBy(i => i.Line)]) { MediaLines = _mediaLines, Links = _links };
    }

    private void Blocks(ContainerBlock container, bool tight = false)
    {
        foreach (var block in container)
        {
            Deeper(block, () => Block(block, tight));
        }
    }

    private void Block(Block block, bool tight)
    {
        switch (block)
        {
            case HeadingBlock heading: Heading(heading); break;
            case ParagraphBlock paragraph when tight: Inlines(paragraph.Inline); _out.PlainLine(); break;
            case ParagraphBlock paragraph: Leaf("p", paragraph); break;
            case ListBlock list: List(list); break;
            case QuoteBlock quote: Container("blockquote", quote); break;
            case CodeBlock code: Code(code); break;
            case ThematicBreakBlock: _out.Markup("<hr>\n"); break;
            case Table table: Table(table); break;
            case DefinitionList list: Container("dl", list); break;
            case DefinitionItem item: Definition(item); break;
            case FootnoteGroup group: Footnotes(group); break;
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or BlankLineBlock: break;
            case HtmlBlock: Refuse(block, "raw HTML is not allowed: write it as Markdown, or write &lt; for a less-than sign"); break;
            default: Refuse(block, "this kind of block is not allowed: write headings, paragraphs, lists, quotes, tables, code, footnotes or definitions"); break;
        }
    }

    private void Heading(HeadingBlock heading)
    {
        // The page's own title is its only first-level heading.
        var level = Math.Clamp(heading.Level, 2, 6);
        _lastHeading = HeadingIds.WordsOf(heading.Inline).Trim();
        _out.Markup(Invariant($"<h{level}")).Attribute("id", _headings[heading]).Markup(">");
        Inlines(heading.Inline);
        _out.Markup(Invariant($"</h{level}>\n"));
        _out.PlainLine();
    }

    private void List(ListBlock list)
    {
        var tag = list.IsOrdered ? "ol" : "ul";
        _out.Markup($"<{tag}");
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
        {
            _out.Attribute("start", start.ToString(CultureInfo.InvariantCulture));
        }

        _out.Markup(">\n");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _out.Markup("<li>");
            Deeper(item, () => Blocks(item, tight: !list.IsLoose));
            _out.Markup("</li>\n");
        }

        _out.Markup($"</{tag}>\n");
    }

    private void Code(CodeBlock code)
    {
        // Long lines scroll inside, so that keys must reach it.
        _out.Markup("<pre tabindex=\"0\"><code>");
        for (var i = 0; i < code.Lines.Count; i++)
        {
            _out.Text(code.Lines.Lines[i].Slice.AsSpan()).Text("\n");
        }

        _out.Markup("</code></pre>\n");
        _out.PlainLine();
    }

    private void Definition(DefinitionItem item)
    {
        var open = false;
        foreach (var block in item)
        {
            if (block is DefinitionTerm term)
            {
                _out.Markup(open ? "</dd>\n" : "");
                open = false;
                Leaf("dt", term);
                continue;
            }

            _out.Markup(open ? "" : "<dd>");
            open = true;
            Deeper(block, () => Block(block, tight: item.Count(b => b is not DefinitionTerm) == 1));
        }

        _out.Markup(open ? "</dd>\n" : "");
    }

    private void Footnotes(FootnoteGroup group)
    {
        _out.Markup("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        foreach (var note in group.OfType<Footnote>().OrderBy(n => n.Order))
        {
            _out.Markup(Invariant($"<li id=\"note-{note.Order}\">"));
            Deeper(note, () => Blocks(note));
            _out.Markup("</li>\n");
        }

        _out.Markup("</ol>\n</section>\n");
    }

    private void Leaf(string tag, LeafBlock block)
    {
        _out.Markup($"<{tag}>");
        Inlines(block.Inline);
        _out.Markup($"</{tag}>\n");
        _out.PlainLine();
    }

    private void Container(string tag, ContainerBlock block)
    {
        _out.Markup($"<{tag}>\n");
        Blocks(block);
        _out.Markup($"</{tag}>\n");
    }

    private void Deeper(MarkdownObject node, Action walk)
    {
        _out.Line = node.Line + 1;
        if (++_depth > ContentLimits.MarkdownDepth)
        {
            throw new RenderLimitException(node.Line + 1, string.Create(
                CultureInfo.InvariantCulture, $"quotes, lists or emphasis are nested more than {ContentLimits.MarkdownDepth} levels deep here: write them flatter"));
        }

        walk();
        _depth--;
    }

    private void Refuse(MarkdownObject node, string message)
    {
        var issue = new MarkdownIssue(node.Line + 1, message);
        if (!_issues.Contains(issue))
        {
            _issues.Add(issue);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
