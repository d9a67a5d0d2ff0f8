using IrenPortal.Content;

namespace IrenPortal.Newsroom.Help;

/// <summary>Markdown as an editor writes it and as readers get it, by the renderer that renders their pages.</summary>
/// <param name="Shows">What it shows.</param>
/// <param name="Written">The Markdown.</param>
internal sealed record MarkdownExample(string Shows, string Written)
{
    /// <summary>The examples, the plainest first.</summary>
    public static IReadOnlyList<MarkdownExample> All { get; } =
    [
        new("Paragraphs", "The halls stand at Childress.\n\nAn empty line begins a paragraph."),
        new("Heading", "## Terms in brief"),
        new("Bold and italic", "A value of **about $9.7bn**, *not* revenue."),
        new("List", "- Horizon 1\n- Horizon 2"),
        new("Numbered list", "1. Delivery\n2. Acceptance"),
        new("Link to another site", "[Form 8-K](https://www.sec.gov/)"),
        new("Link within this site", "[The contract](/contracts/microsoft-ai-cloud)"),
        new("Link to a heading of the text", "See [the list](#example-list).\n\n### Example list"),
        new("Table, figures to the right", "| Hall | MW |\n|---|---:|\n| Horizon 1 | 50 |"),
        new("Fact: a name and its figure", "Total contract value\n: About $9.7bn"),
        new("Footnote", "Accepted in August.[^1]\n\n[^1]: As reported."),
    ];

    /// <summary>What readers get.</summary>
    public string Html { get; } = MarkdownRenderer.Render(Written).Html;
}
