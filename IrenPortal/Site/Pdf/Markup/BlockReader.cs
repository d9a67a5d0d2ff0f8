using System.Globalization;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Markup;

/// <summary>
/// Turns the site's HTML into blocks. The HTML is the page's own, so a PDF shows what the page shows and allows nothing more;
/// an element that isn't named here stands for what it holds.
/// </summary>
internal sealed class BlockReader(Func<string, string> absolute)
{
    private static readonly HashSet<string> Inline =
        new(["", "a", "b", "br", "code", "data", "em", "i", "img", "small", "span", "strong", "sup", "time", "svg", "script"], StringComparer.Ordinal);

    /// <summary>The blocks of a piece of HTML.</summary>
    /// <param name="html">What this site's components wrote.</param>
    /// <param name="absolute">Makes an address absolute.</param>
    public static IReadOnlyList<Block> Read(string html, Func<string, string> absolute) => new BlockReader(absolute).Blocks(HtmlReader.Read(html), TypeSize.Body);

    private List<Block> Blocks(HtmlNode parent, TypeSize type)
    {
        var blocks = new List<Block>();
        var words = new List<HtmlNode>();
        foreach (var node in parent.Children)
        {
            if (Inline.Contains(node.Name))
            {
                words.Add(node);
                continue;
            }

            Flush(words, type, blocks);
            if (!RunReader.IsSkipped(node))
            {
                Add(node, type, blocks);
            }
        }

        Flush(words, type, blocks);
        return blocks;
    }

    private void Add(HtmlNode node, TypeSize type, List<Block> blocks)
    {
        switch (node.Name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": blocks.Add(new HeadingBlock(node.Name[1] - '0', Runs(node), node["id"])); break;
            case "p" when node.Is("note"): blocks.Add(new NoticeBlock([new ParagraphBlock(Runs(node), TypeSize.Plain)])); break;
            case "p": blocks.Add(new ParagraphBlock(Runs(node), TypeOf(node, type))); break;
            case "ul": blocks.Add(new ListBlock(Entries(node, type), null)); break;
            case "ol": blocks.Add(new ListBlock(Entries(node, type), int.TryParse(node["start"], NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1)); break;
            case "blockquote": blocks.Add(new QuoteBlock(Blocks(node, type))); break;
            case "pre": blocks.Add(new CodeBlock(TextOf(node).TrimEnd('\n').Split('\n'))); break;
            case "hr": blocks.Add(new RuleBlock()); break;
            case "table": blocks.Add(TableReader.Read(node, Runs)); break;
            case "dl" when node.Is("facts"): blocks.Add(new FactsBlock([.. node.Children.Where(c => c.Name == "div").Select(FactOf)])); break;
            case "dt": blocks.Add(new ParagraphBlock([.. Runs(node).Select(r => r with { Style = r.Style | RunStyle.Strong })], type)); break;
            case "dd": blocks.Add(new IndentBlock(Blocks(node, type))); break;
            case "figure" when node["data-chart"] is { } chart: blocks.Add(new ChartBlock(chart)); break;
            case "div" when node.Is("notice"): blocks.Add(new NoticeBlock(Blocks(node, TypeSize.Plain))); break;
            default: blocks.AddRange(Blocks(node, node.Is("footnotes") || node.Is("small") || node.Is("method") ? TypeSize.Small : type)); break;
        }
    }

    private void Flush(List<HtmlNode> words, TypeSize type, List<Block> blocks)
    {
        if (words.Exists(w => w.Name.Length > 0 || !string.IsNullOrWhiteSpace(w.Text)) && Runs(words) is { Count: > 0 } runs)
        {
            blocks.Add(new ParagraphBlock(runs, type));
        }

        words.Clear();
    }

    private List<ListEntry> Entries(HtmlNode list, TypeSize type) =>
        [.. list.Children.Where(c => c.Name == "li").Select(c => new ListEntry(Blocks(c, type), c["id"]))];

    private Fact FactOf(HtmlNode node) => new(
        string.Concat(node.Children.Where(c => c.Name == "dt").Select(c => string.Concat(Runs(c).Select(r => r.Text)))),
        string.Concat(node.Children.Where(c => c.Is("figure")).Select(c => string.Concat(Runs(c).Select(r => r.Text)))),
        [.. node.Children.Where(c => c.Is("remark")).Select(Runs)]);

    private static TypeSize TypeOf(HtmlNode node, TypeSize type) =>
        node.Is("lead") ? TypeSize.Lead : node.Is("small") || node.Is("foot") ? TypeSize.Small : node.Is("moment") ? TypeSize.Plain : type;

    private IReadOnlyList<Run> Runs(HtmlNode node) => Runs(node.Children) is var runs && node.Is("muted") ? [.. runs.Select(r => r with { Style = r.Style | RunStyle.Muted })] : runs;

    private IReadOnlyList<Run> Runs(IEnumerable<HtmlNode> nodes) => RunReader.Read(nodes, absolute);

    private static string TextOf(HtmlNode node) => node.Text + string.Concat(node.Children.Select(TextOf));
}
