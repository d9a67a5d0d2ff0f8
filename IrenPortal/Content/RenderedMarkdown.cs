namespace IrenPortal.Content;

/// <summary>Markdown made safe to show.</summary>
/// <param name="Html">Elements and attributes of the allow-list alone; addresses of images and attachments are placeholders <c>media:NAME</c>.</param>
/// <param name="PlainText">The words, a block a line; for search, mail and excerpts.</param>
/// <param name="MediaNames">The files in <c>media/</c> that it shows or links, distinct, in order of first use.</param>
/// <param name="WordCount">Words of the plain text.</param>
/// <param name="Issues">The faults by line. With any, the text must not be published, and <paramref name="Html"/> is only a preview that leaves the faulty parts out.</param>
public sealed record RenderedMarkdown(
    string Html, string PlainText, IReadOnlyList<string> MediaNames, int WordCount, IReadOnlyList<MarkdownIssue> Issues)
{
    /// <summary>The line of the first use of each of <see cref="MediaNames"/>.</summary>
    public IReadOnlyList<int> MediaLines { get; init; } = [];

    /// <summary>Every link of the text in its order, the refused ones among them; images are none.</summary>
    public IReadOnlyList<TextLink> Links { get; init; } = [];
}

/// <summary>A link of a text.</summary>
/// <param name="Line">The line in the Markdown, from 1.</param>
/// <param name="Address">Where it leads, as it was written.</param>
/// <param name="Refused">True where readers' pages leave it out: its fault is among the issues.</param>
public sealed record TextLink(int Line, string Address, bool Refused);

/// <summary>A fault in Markdown.</summary>
/// <param name="Line">The line in the Markdown, from 1.</param>
/// <param name="Message">What is wrong and what to write instead, one line.</param>
public sealed record MarkdownIssue(int Line, string Message);
