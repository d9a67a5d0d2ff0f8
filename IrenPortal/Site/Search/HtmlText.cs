using System.Net;
using System.Text.RegularExpressions;

namespace IrenPortal.Site.Search;

/// <summary>The words of a text that this portal has rendered itself: in it every angle bracket that is no tag is an entity.</summary>
internal static partial class HtmlText
{
    /// <summary>Plain text on one line.</summary>
    public static string Of(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(Inline().Replace(html, ""), " ")), " ").Trim();

    // A word may be partly emphasised; the tags inside it are no end of it.
    [GeneratedRegex("</?(?:em|strong|code|a|del|sup|sub)(?: [^>]*)?>", RegexOptions.CultureInvariant)]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
