namespace IrenPortal.Site.Layout;

/// <summary>The content of a page in another format.</summary>
/// <param name="Href">A path that begins with a slash.</param>
/// <param name="MediaType">What is there.</param>
/// <param name="Title">What it is, for people who choose.</param>
public sealed record AlternateLink(string Href, string MediaType, string Title)
{
    /// <summary>The record in Markdown beside a page.</summary>
    public static AlternateLink Markdown(string href) => new(href + ".md", "text/markdown", "Markdown");
}
