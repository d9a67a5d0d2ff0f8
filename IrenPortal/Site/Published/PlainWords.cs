using System.Net;
using System.Text.RegularExpressions;

namespace IrenPortal.Site.Published;

/// <summary>The words of a rendered text, for formats that hold no markup.</summary>
public static partial class PlainWords
{
    /// <summary>A block a line, without markup. The HTML is of the allow-list renderer, which escapes angle brackets in text.</summary>
    public static string Of(string html)
    {
        var words = TagPattern().Replace(BlockEndPattern().Replace(html.Replace('\n', ' '), "\n"), "");
        return string.Join('\n', WebUtility.HtmlDecode(words).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex("</(?:p|li|h[2-6]|tr|dt|dd|pre|blockquote)>|<br>", RegexOptions.CultureInvariant)]
    private static partial Regex BlockEndPattern();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
