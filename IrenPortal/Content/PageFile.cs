using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content;

/// <summary>Standing pages as files: Markdown with front matter in, the canonical import format out.</summary>
public static class PageFile
{
    // A page lies at /SLUG, beside these.
    private static readonly string[] Taken =
    [
        "account", "admin", "alerts", "api", "contracts", "css", "events", "fact-sheet", "feed", "filings", "files", "health", "js", "key-figures", "lib", "live", "media", "news", "openapi",
        "robots", "search", "setup", "sitemap", "stock", "verify",
    ];

    /// <summary>Reads and checks one file.</summary>
    /// <param name="path">The file as the caller names it; its name is the slug.</param>
    /// <param name="text">The whole file.</param>
    public static ContentRead<PageDocument> Read(string path, string text) => Read(path, text, slug: null);

    /// <summary>As <see cref="Read(string, string)"/>, with a slug that comes from elsewhere than the name.</summary>
    internal static ContentRead<PageDocument> Read(string path, string text, string? slug) => MarkdownDocument.Read(path, text, (fields, body) =>
    {
        var page = new PageDocument(
            slug ?? Rules.SlugOfName(path, fields.Issues),
            fields.RequiredText("title"),
            fields.Text("summary", ContentLimits.SummaryLength),
            body) { Withdrawn = Withdrawal.Read(fields), Reason = fields.Text("reason", ContentLimits.SummaryLength) };
        if (Taken.Contains(page.Slug, StringComparer.Ordinal))
        {
            fields.Issues.Add(1, null, $"`{page.Slug}` is an address of the portal itself: give the file another name");
        }

        if (body.Length == 0 && !page.Withdrawn)
        {
            fields.Issues.Add(1, null, "the body is empty: write the page below the front matter");
        }

        return page.Withdrawn ? page.AsWithdrawn() : page;
    });

    /// <summary>The canonical import format, whose hash is in the ledger.</summary>
    public static string Write(PageDocument document) => MarkdownDocument.Write(document.Body, fields =>
    {
        fields.Text("title", document.Title);
        fields.Text("summary", document.Summary);
        fields.Flag("withdrawn", document.Withdrawn);
        fields.Text("reason", document.Reason);
    });

    /// <summary>Where the file lies in a content folder.</summary>
    public static string PathOf(PageDocument document) => $"pages/{document.Slug}.md";
}
