using IrenPortal.Content;

namespace IrenPortal.Tests.Content;

public sealed class MarkdownRendererTests
{
    private static string Html(string markdown)
    {
        var rendered = MarkdownRenderer.Render(markdown);
        rendered.Issues.ShouldBeEmpty();
        return rendered.Html;
    }

    private static MarkdownIssue Fault(string markdown) => MarkdownRenderer.Render(markdown).Issues.ShouldHaveSingleItem();

    [Theory]
    [InlineData("# One", "<h2 id=\"section-one\">One</h2>\n")]
    [InlineData("### Über *uns*", "<h3 id=\"section-uber-uns\">Über <em>uns</em></h3>\n")]
    [InlineData("## שלום", "<h2 id=\"section-part\">שלום</h2>\n")]
    [InlineData("a **b** _c_ `d < e`", "<p>a <strong>b</strong> <em>c</em> <code>d &lt; e</code></p>\n")]
    [InlineData("a  \nb\nc", "<p>a<br>\nb\nc</p>\n")]
    [InlineData("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n")]
    [InlineData("```js\na < b\n```", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n")]
    [InlineData("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n")]
    [InlineData("Term\n: Words", "<dl>\n<dt>Term</dt>\n<dd>Words</dd>\n</dl>\n")]
    [InlineData("AT&amp;T & B &copy; \"q\"", "<p>AT&amp;T &amp; B © &quot;q&quot;</p>\n")]
    [InlineData("[a](https://example.com/?b=c&d)", "<p><a href=\"https://example.com/?b=c&amp;d\" rel=\"noopener noreferrer\">a</a></p>\n")]
    [InlineData("<https://example.com/>", "<p><a href=\"https://example.com/\" rel=\"noopener noreferrer\">https://example.com/</a></p>\n")]
    [InlineData("[a](/contracts/b)", "<p><a href=\"/contracts/b\">a</a></p>\n")]
    [InlineData("[a](mailto:ir@iren.com)", "<p><a href=\"mailto:ir@iren.com\">a</a></p>\n")]
    [InlineData("<ir@iren.com>", "<p><a href=\"mailto:ir@iren.com\">ir@iren.com</a></p>\n")]
    [InlineData("[a](media/terms.csv)", "<p><a href=\"media:terms.csv\">a</a></p>\n")]
    [InlineData("![A *hall*](media/hall.png)", "<p><img src=\"media:hall.png\" alt=\"A hall\" loading=\"lazy\" decoding=\"async\"></p>\n")]
    [InlineData("[a](#terms)\n\n## Terms", "<p><a href=\"#section-terms\">a</a></p>\n<h2 id=\"section-terms\">Terms</h2>\n")]
    [InlineData("[![Hall](media/a.png)](/b)", "<p><a href=\"/b\"><img src=\"media:a.png\" alt=\"Hall\" loading=\"lazy\" decoding=\"async\"></a></p>\n")]
    [InlineData("", "")]
    public void Markdown_becomes_allowed_elements(string markdown, string html) => Html(markdown).ShouldBe(html);

    [Fact]
    public void Equal_headings_get_distinct_ids() =>
        Html("## Terms\n\n## Terms\n\n## Terms 2").ShouldBe("<h2 id=\"section-terms\">Terms</h2>\n<h2 id=\"section-terms-2\">Terms</h2>\n<h2 id=\"section-terms-2-2\">Terms 2</h2>\n");

    [Fact]
    public void A_table_scrolls_in_a_named_region_and_aligns_by_class() =>
        Html("## Terms\n\n| Term | US$ | C |\n|:---|---:|:-:|\n| Value | 9.7 | x |").ShouldBe(
            """
            <h2 id="section-terms">Terms</h2>
            <div class="table-scroll" role="region" tabindex="0" aria-label="Table: Terms">
            <table>
            <thead>
            <tr><th scope="col" class="align-left">Term</th><th scope="col" class="align-right">US$</th><th scope="col" class="align-center">C</th></tr>
            </thead>
            <tbody>
            <tr><td class="align-left">Value</td><td class="align-right">9.7</td><td class="align-center">x</td></tr>
            </tbody>
            </table>
            </div>

            """);

    [Fact]
    public void Two_tables_under_one_heading_have_different_names()
    {
        var html = Html("| A |\n|---|\n| b |\n\nc\n\n| A |\n|---|\n| b |");

        html.ShouldContain("aria-label=\"Table\"");
        html.ShouldContain("aria-label=\"Table (2)\"");
    }

    [Fact]
    public void A_footnote_links_there_and_back() =>
        Html("A[^x] and again[^x].\n\n[^x]: Words.").ShouldBe(
            """
            <p>A<sup><a id="note-mark-1" href="#note-1" class="footnote-mark" aria-label="Footnote 1">1</a></sup> and again<sup><a id="note-mark-2" href="#note-1" class="footnote-mark" aria-label="Footnote 1">1</a></sup>.</p>
            <section class="footnotes" aria-label="Footnotes">
            <ol>
            <li id="note-1"><p>Words. <a href="#note-mark-1" class="footnote-back" aria-label="Back to the text of footnote 1">↩</a> <a href="#note-mark-2" class="footnote-back" aria-label="Back to the text of footnote 1">↩</a></p>
            </li>
            </ol>
            </section>

            """);

    [Fact]
    public void Plain_text_holds_the_words_and_their_number()
    {
        var rendered = MarkdownRenderer.Render("## Terms\n\nIREN *and* `code`[^1].\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![A hall](media/h.png)\n\n[^1]: Note.");

        rendered.PlainText.ShouldBe("Terms\nIREN and code.\nA\tB\n1\t2\nA hall\nNote.");
        rendered.WordCount.ShouldBe(11);
        rendered.MediaNames.ShouldBe(["h.png"]);
        rendered.MediaLines.ShouldBe([9]);
    }

    [Theory]
    [InlineData("Words.\n\n<script>alert(1)</script>", 3)]
    [InlineData("Words <b onclick=\"x()\">bold", 1)]
    [InlineData("a\nb <svg onload=x>", 2)]
    [InlineData("a\n\n<!-- note -->", 3)]
    [InlineData("a\n\n<div>\nb\n</div>", 3)]
    [InlineData("a <?php x ?>", 1)]
    [InlineData("> a\n> <img src=x onerror=y>", 2)]
    public void Raw_HTML_is_refused_on_its_line(string markdown, int line)
    {
        var issue = Fault(markdown);

        issue.Line.ShouldBe(line);
        issue.Message.ShouldStartWith("raw HTML is not allowed");
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](java&#115;cript:alert(1))")]
    [InlineData("[a](&#x6A;avascript:alert(1))")]
    [InlineData("[a](javascript&colon;alert(1))")]
    [InlineData("[a](<java&#9;script:alert(1)>)")]
    [InlineData("[a](<&#1;javascript:alert(1)>)")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](file:///etc/passwd)")]
    [InlineData("[a](//evil.example)")]
    [InlineData("[a](/\\evil.example)")]
    [InlineData("[a](\\\\evil.example)")]
    [InlineData("[a](https:evil.example)")]
    [InlineData("[a](https://user@evil.example/)")]
    [InlineData("[a](https://exаmple.com)")]
    [InlineData("[a](blob:https://example.com/x)")]
    [InlineData("[a](%6Aavascript:alert(1))")]
    [InlineData("[a](media/../secret)")]
    [InlineData("[a]()")]
    [InlineData("[a][b]\n\n[b]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a](#nowhere)")]
    public void An_address_of_another_scheme_is_refused(string markdown)
    {
        var rendered = MarkdownRenderer.Render(markdown);

        rendered.Issues.ShouldHaveSingleItem().Line.ShouldBe(1);
        rendered.Html.ShouldNotContain("href");
    }

    [Theory]
    [InlineData("![a](https://example.com/a.png)", "is not one of media/")]
    [InlineData("![a](data:image/svg+xml,x)", "is not one of media/")]
    [InlineData("![a](media/a.svg)", "is not one of media/")]
    [InlineData("![](media/a.png)", "has no words for those who can't see it")]
    public void An_image_comes_from_media_and_has_words(string markdown, string reason) => Fault(markdown).Message.ShouldContain(reason);

    [Theory]
    [InlineData("a &#x202E; b")]
    [InlineData("a &#8232; b")]
    public void A_hidden_character_by_entity_is_refused(string markdown) => Fault(markdown).Message.ShouldStartWith("the entity ");

    [Fact]
    public void A_table_has_at_most_20_columns()
    {
        static string Row(int columns, string cell) => "|" + string.Concat(Enumerable.Repeat($"{cell}|", columns));
        static string Table(int columns) => $"Words.\n\n{Row(columns, "a")}\n{Row(columns, "-")}\n{Row(columns, "b")}";

        MarkdownRenderer.Render(Table(20)).Issues.ShouldBeEmpty();
        Fault(Table(21)).ShouldBe(new MarkdownIssue(3, "the table has 21 columns: cut it to 20"));
    }

    [Fact]
    public void A_text_has_at_most_64_KB()
    {
        MarkdownRenderer.Render(new string('a', 65_536)).Issues.ShouldBeEmpty();
        Fault(new string('a', 65_537)).Message.ShouldStartWith("the text has 65537 bytes");
    }

    [Fact]
    public void What_takes_too_long_is_refused()
    {
        var rendered = MarkdownRenderer.Render("a", TimeSpan.Zero, out var late);

        late.ShouldBeTrue();
        rendered.Issues.ShouldHaveSingleItem().Message.ShouldStartWith("the text takes longer than 250 ms");
    }
}
