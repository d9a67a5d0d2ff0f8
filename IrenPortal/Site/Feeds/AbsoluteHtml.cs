using System.Net;
using System.Text.RegularExpressions;

namespace IrenPortal.Site.Feeds;

/// <summary>Makes the addresses in a rendered text absolute, for readers that show it away from its page.</summary>
public static partial class AbsoluteHtml
{
    /// <summary>The same HTML with every address of this site absolute. The HTML is of the allow-list renderer, which escapes quotes in text, so that an attribute can't be feigned.</summary>
    /// <param name="html">Safe HTML.</param>
    /// <param name="page">The absolute address of its page.</param>
    public static string Of(string html, Uri page) => AddressPattern().Replace(html, match =>
        Uri.TryCreate(page, WebUtility.HtmlDecode(match.Groups["address"].Value), out var absolute)
            ? $" {match.Groups["name"].Value}=\"{WebUtility.HtmlEncode(absolute.AbsoluteUri)}\""
            : match.Value);

    [GeneratedRegex(" (?<name>href|src)=\"(?<address>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AddressPattern();
}
