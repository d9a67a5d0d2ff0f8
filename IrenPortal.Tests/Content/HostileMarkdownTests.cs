using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using IrenPortal.Content;

namespace IrenPortal.Tests.Content;

/// <summary>Whatever comes in, only what is on the allow-list comes out, soon, and nothing throws.</summary>
public sealed class HostileMarkdownTests
{
    private static readonly HashSet<string> Elements =
    [
        "h2", "h3", "h4", "h5", "h6", "p", "em", "strong", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a", "img", "sup",
        "section", "code", "pre", "dl", "dt", "dd", "hr", "br", "div",
    ];

    private static readonly HashSet<string> Attributes =
        ["id", "href", "rel", "src", "alt", "loading", "decoding", "class", "scope", "role", "tabindex", "aria-label", "start"];

    private static readonly string[] Pieces =
    [
        "<script>", "</script>", "<svg/onload=alert(1)>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">", "<style>", "<iframe>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
        "[", "]", "(", ")", "![", "](", "javascript:", "JAVASCRIPT:", "data:text/html,", "vbscript:", "&#106;avascript:", "&Tab;", "&NewLine;", "&colon;", "\\", "`", "```", "~~~", "*", "**", "_", "__",
        "|", "|---|", "---", "> ", "- ", "1. ", "# ", "## ", "\n", "\n\n", "    ", "\t", ": ", "[^1]", "[^1]: ", "[a]: ", "\" onmouseover=\"alert(1)", "' x='", "<https://a.example>", "<a@b.example>", "https://a.example",
        "media/a.png", "/a", "#a", "{#id .class onclick=x}", "$x$", "==a==", "~a~", "^a^", "\u0000", "\u0085", "\u2028", "\uD800", "é", "🚀", "שלום", "a", "b", "&lt;script&gt;", "&amp;", "<", ">", "\"", "'",
    ];

    private static void AllowedAlone(string html)
    {
        var document = new HtmlParser().ParseDocument($"<!doctype html><html><head></head><body>{html}</body></html>");
        document.Head!.ChildElementCount.ShouldBe(0);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Elements.ShouldContain(element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                Attributes.ShouldContain(attribute.Name);
            }

            if (element.GetAttribute("href") is { } href)
            {
                (href.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                    || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("media:", StringComparison.Ordinal)
                    || !href.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal)).ShouldBeTrue(href);
                href.ShouldNotStartWith("//");
            }

            if (element.GetAttribute("src") is { } src)
            {
                src.ShouldStartWith("media:");
            }
        }

        document.Body.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        document.Body.QuerySelectorAll("a a").ShouldBeEmpty();
    }

    public static TheoryData<string, string> Corpus() => new()
    {
        { "quotes", string.Concat(Enumerable.Repeat("> ", 10_000)) + "a" },
        { "tight quotes", new string('>', 10_000) + "a" },
        { "lists", string.Concat(Enumerable.Range(0, 250).Select(i => new string(' ', i) + "- a\n")) },
        { "lists on a line", string.Concat(Enumerable.Repeat("- ", 10_000)) + "a" },
        { "brackets", new string('[', 30_000) + "a" + new string(']', 30_000) },
        { "open brackets", new string('[', 65_000) },
        { "images", string.Concat(Enumerable.Repeat("![", 30_000)) },
        { "links in links", string.Concat(Enumerable.Repeat("[a](", 15_000)) },
        { "emphasis", string.Concat(Enumerable.Repeat("*a ", 20_000)) },
        { "closed emphasis", string.Concat(Enumerable.Repeat("*a _b ", 5_000)) + string.Concat(Enumerable.Repeat("b_ a*", 5_000)) },
        { "stars", new string('*', 65_000) },
        { "mixed stars", string.Concat(Enumerable.Repeat("*_", 32_000)) },
        { "backticks", string.Concat(Enumerable.Range(1, 350).Select(n => new string('`', n) + " ")) },
        { "open angle brackets", string.Concat(Enumerable.Repeat("<", 65_000)) },
        { "open tags", string.Concat(Enumerable.Repeat("<a ", 20_000)) },
        { "open comments", string.Concat(Enumerable.Repeat("<!-- ", 13_000)) },
        { "open processing", string.Concat(Enumerable.Repeat("<?", 30_000)) },
        { "open sections", string.Concat(Enumerable.Repeat("<![CDATA[", 7_000)) },
        { "entities", string.Concat(Enumerable.Repeat("&", 65_000)) },
        { "wide table", "|" + string.Concat(Enumerable.Repeat("a|", 10_000)) + "\n|" + string.Concat(Enumerable.Repeat("-|", 10_000)) + "\n" + string.Concat(Enumerable.Repeat("|\n", 1_000)) },
        { "long table", "|a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|\n" + string.Concat(Enumerable.Repeat("|-", 20)) + "|\n" + string.Concat(Enumerable.Repeat("|\n", 21_000)) },
        { "table of 42 KB", "|a|b|c|\n|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|3|\n", 5_200)) },
        { "pipes", string.Concat(Enumerable.Repeat("|", 65_000)) },
        { "one long reference", "[a]: https://example.com/" + new string('x', 30_000) + "\n\n" + string.Concat(Enumerable.Repeat("[a]", 10_000)) },
        { "references", string.Concat(Enumerable.Range(0, 6_000).Select(i => $"[{i}]: x\n")) },
        { "footnotes", string.Concat(Enumerable.Range(0, 2_500).Select(i => $"a[^{i}]\n\n[^{i}]: b\n\n")) },
        { "one footnote many times", string.Concat(Enumerable.Repeat("[^1]", 15_000)) + "\n\n[^1]: a" },
        { "footnotes in footnotes", string.Concat(Enumerable.Range(0, 2_500).Select(i => $"[^{i}]: [^{i + 1}]\n\n")) + "[^0]" },
        { "equal headings", string.Concat(Enumerable.Repeat("# a\n\n", 13_000)) },
        { "definitions", string.Concat(Enumerable.Repeat("a\n: b\n\n", 9_000)) },
        { "nested definitions", string.Concat(Enumerable.Range(0, 120).Select(i => $"{new string(' ', i * 4)}a\n{new string(' ', i * 4)}:   b\n\n")) },
        { "blank lines", new string('\n', 65_000) },
        { "setext", string.Concat(Enumerable.Repeat("a\n", 20_000)) + "===" },
        { "autolinks", string.Concat(Enumerable.Repeat("<https://a.example>", 3_400)) },
        { "link in an autolink's words", "[<https://a.example> [^1]](https://b.example)\n\n[^1]: [c](<d>)" },
        { "open titles", string.Concat(Enumerable.Repeat("[a](b \"", 9_000)) },
        { "open destinations", string.Concat(Enumerable.Repeat("[a](<b", 10_000)) },
        { "open reference titles", string.Concat(Enumerable.Repeat("[a]: b \"\n", 6_000)) },
        { "open attributes", string.Concat(Enumerable.Repeat("<a b=\"", 9_000)) },
        { "open end tags", string.Concat(Enumerable.Repeat("</a", 20_000)) },
        { "emphasis inside words", string.Concat(Enumerable.Repeat("a*b**c", 10_000)) },
        { "uneven backticks", string.Concat(Enumerable.Repeat("`a``b", 13_000)) },
        { "emphasis in cells", "|a|\n|-|\n" + string.Concat(Enumerable.Repeat("|*a|\n", 10_000)) },
        { "tables in quotes", string.Concat(Enumerable.Repeat("> a|b\n", 10_000)) },
        { "changing lists", string.Concat(Enumerable.Repeat("- a\n1. b\n", 7_000)) },
        { "quotes in lists", string.Concat(Enumerable.Repeat("> - ", 16_000)) + "a" },
        { "one term, many definitions", "a\n" + string.Concat(Enumerable.Repeat(": b\n", 15_000)) },
        { "many terms", string.Concat(Enumerable.Repeat("a\n", 30_000)) + ": b" },
        { "empty rows", string.Concat(Enumerable.Repeat("|\n", 32_000)) },
        { "chained references", string.Concat(Enumerable.Repeat("[a][", 16_000)) },
        { "open links in a long text", string.Concat(Enumerable.Repeat("[a](", 1_000)) + new string('b', 50_000) },
        { "closed links in links", string.Concat(Enumerable.Repeat("[a", 2_000)) + string.Concat(Enumerable.Repeat("](b)", 2_000)) },
        { "every piece", string.Concat(Pieces) },
    };

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_hostile_text_is_refused_or_rendered_safely_and_soon(string name, string markdown)
    {
        var before = Environment.CpuUsage.TotalTime;
        var rendered = MarkdownRenderer.Render(markdown);

        // Of the processor: what else the machine does is not counted, what other tests do is.
        (Environment.CpuUsage.TotalTime - before).ShouldBeLessThan(TimeSpan.FromSeconds(10), name);
        rendered.Html.Length.ShouldBeLessThanOrEqualTo(ContentLimits.RenderedBytes);
        rendered.Issues.ShouldAllBe(i => i.Line >= 1 && i.Message.Length > 0 && !i.Message.Contains('\n', StringComparison.Ordinal));
        AllowedAlone(rendered.Html);
    }

    [Fact]
    public void Random_markup_gives_allowed_elements_alone()
    {
        var texts = Gen.OneOf(Gen.Elements(Pieces).ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Where(s => s is not null));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var rendered = MarkdownRenderer.Render(text);
            AllowedAlone(rendered.Html);
        }));
    }
}
