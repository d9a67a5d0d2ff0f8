using System.Diagnostics;
using System.Text;
using IrenPortal.Site.Pdf.Layout;

namespace IrenPortal.Tests.Site.Pdf;

/// <summary>Texts that are hard to set: what is missing is said, nothing runs over, and no text takes long.</summary>
public sealed class PdfTextTests
{
    private const int Most = 65_000;

    /// <summary>The most that a text of the allowed size can hold of each kind, as the page's HTML.</summary>
    public static TheoryData<string, string> Hostile => new()
    {
        { "one word", $"<p>{new string('a', Most)}</p>" },
        { "links", Repeat("<p><a href=\"/b\">a</a></p>\n", 8_000) },
        { "headings", Repeat("<h2 id=\"section-a\">a</h2>\n", 8_000) },
        { "emphasis", $"<p>{Repeat("<em>a</em><strong>b</strong>", 10_000)}</p>" },
        { "cells", $"<table><tbody>{Repeat($"<tr>{Repeat("<td>b</td>", 20)}</tr>", 1_500)}</tbody></table>" },
        { "a long cell", $"<table><tbody><tr><td>a</td><td>{Repeat("word ", Most / 5)}</td></tr></tbody></table>" },
        { "a deep nest", Repeat("<blockquote><ul><li>", 15) + "words" + Repeat("</li></ul></blockquote>", 15) },
        { "emoji", $"<p>{Repeat("😀👩‍👩‍👧 ", 2_000)}</p>" },
        { "code", $"<pre><code>{Repeat("    x = 1;\n", Most / 11)}</code></pre>" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_text_at_the_size_limit_is_set_in_seconds_and_runs_over_no_edge(string what, string html)
    {
        var content = await PdfSample.ContentAsync(Sample.Announcement with { BodyHtml = html });
        var start = Stopwatch.GetTimestamp();

        var file = IrenPortal.Site.Pdf.PdfComposer.Compose(content);

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(8), what);
        Lines(new BlockLayout(content.Charts).Run(content.Blocks).SelectMany(b => b.Ops))
            .All(l => l.X >= 0 && l.X + l.Line.Width <= Sheet.TextWidth + 4).ShouldBeTrue(what);
        (await PdfSample.CheckAsync(file)).ShouldBeEmpty(what);
    }

    [Theory]
    [InlineData("The word is 中文 here.")]
    [InlineData("The word is שלום here.")]
    [InlineData("The word is مرحبا here.")]
    [InlineData("The word is 🚀 here.")]
    public async Task Characters_without_a_face_become_boxes_and_a_note_says_so(string text)
    {
        var pdf = await PdfSample.ReadAsync(PdfSample.WithBody(text));

        pdf.Words.ShouldContain("The word is □");
        pdf.Words.ShouldContain("□ here.");
        pdf.Words.ShouldContain("Some characters can’t be shown in this PDF");
    }

    [Fact]
    public async Task Latin_Greek_and_Cyrillic_are_shown_and_need_no_note()
    {
        const string text = "Ærøskøbing, Łódź, Tiếng Việt, Αθήνα, Київ: ±5 × 3 − 2 €";
        var pdf = await PdfSample.ReadAsync(PdfSample.WithBody(text));

        pdf.Words.ShouldContain(text);
        pdf.Words.ShouldNotContain("can’t be shown");
    }

    [Fact]
    public async Task Long_words_break_at_their_soft_hyphens_and_a_soft_hyphen_inside_a_line_stays_unseen()
    {
        var word = string.Join('\u00AD', Enumerable.Repeat("Donau\u00ADdampf\u00ADschiff\u00ADfahrts", 6)) + "gesellschaft";
        var pdf = await PdfSample.ReadAsync(PdfSample.WithBody($"Die Akti\u00ADen. {word} fährt."));

        pdf.Words.ShouldContain("Die Aktien.");
        pdf.Words.ShouldContain("-\n");
        pdf.Words.Replace("-\n", "", StringComparison.Ordinal).ShouldContain(word.Replace("\u00AD", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_head_of_a_table_stands_on_every_page_that_it_runs_on_to()
    {
        var pdf = await PdfSample.ReadAsync(PdfSample.WithBody("| Quarter | Revenue |\n|---|--:|\n" + Repeat("| One | 1,234 |\n", 100)));
        var pages = pdf.Pages.Where(p => p.Contains("1,234", StringComparison.Ordinal)).ToList();

        pages.Count.ShouldBeGreaterThan(2);
        pages.ShouldAllBe(p => p.Contains("Quarter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_to_a_heading_of_the_text_leads_to_it_in_the_PDF()
    {
        var pdf = await PdfSample.ReadAsync(PdfSample.WithBody("[Down](#terms)\n\n## Terms\n\nWords.\n"));

        pdf.Text.ShouldContain("/Dest[");
        pdf.Links.ShouldNotContain(l => l.Contains('#', StringComparison.Ordinal));
    }

    private static IEnumerable<LineOp> Lines(IEnumerable<PdfOp> ops) =>
        ops.SelectMany(o => o is GroupOp group ? Lines(group.Ops) : o is LineOp line ? [line] : []);

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
