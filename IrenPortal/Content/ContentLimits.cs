namespace IrenPortal.Content;

/// <summary>The caps of the content format; above them a file is refused.</summary>
public static class ContentLimits
{
    /// <summary>A Markdown file or <c>company.yml</c>, in bytes of UTF-8.</summary>
    public const int MarkdownBytes = 64 * 1024;

    /// <summary>An announcement's summary, in UTF-16 characters.</summary>
    public const int SummaryLength = 300;

    /// <summary>Any other line of plain text in the front matter, in UTF-16 characters.</summary>
    public const int TextLength = 2_000;

    /// <summary>A slug, in characters.</summary>
    public const int SlugLength = 120;

    /// <summary>Entries of one list in the front matter.</summary>
    public const int ListEntries = 200;

    /// <summary>Columns of a table in Markdown.</summary>
    public const int TableColumns = 20;

    /// <summary>Rendered HTML, in bytes of UTF-8.</summary>
    public const int RenderedBytes = 2 * 1024 * 1024;

    /// <summary>Levels of blocks or of emphasis and links inside each other in Markdown.</summary>
    public const int MarkdownDepth = 32;

    /// <summary>Time for one rendering.</summary>
    public static readonly TimeSpan RenderTime = TimeSpan.FromMilliseconds(250);

    /// <summary>An image or attachment, in bytes.</summary>
    public const int MediaBytes = 20 * 1024 * 1024;

    /// <summary>A price file, in bytes.</summary>
    public const int PriceBytes = 20 * 1024 * 1024;

    /// <summary>A list of filings, in bytes: some thirteen thousand of them.</summary>
    public const int FilingBytes = 4 * 1024 * 1024;

    /// <summary>Rows of a price file: more than the days that any calendar knows.</summary>
    public const int PriceRows = 20_000;
}
