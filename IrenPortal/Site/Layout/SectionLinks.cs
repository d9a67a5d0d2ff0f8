using System.Text.RegularExpressions;
using IrenPortal.Site.Published;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Layout;

/// <summary>Puts a link to itself behind each heading of a rendered text, so that readers can pass on a section's address. The stored text stays as it was approved.</summary>
public static partial class SectionLinks
{
    /// <summary>The same text with the links.</summary>
    public static string In(string html) => HeadingPattern().Replace(html, match =>
    {
        var label = System.Net.WebUtility.HtmlEncode(Phrase.With(LayoutTexts.LinkToSection, PlainWords.Of(match.Groups["words"].Value)));
        return $"<div class=\"section-head\">{match.Value}<a class=\"section-link\" href=\"#{match.Groups["id"].Value}\" aria-label=\"{label}\">#</a></div>";
    });

    [GeneratedRegex("<h(?<level>[2-6]) id=\"(?<id>section-[^\"]+)\">(?<words>.*?)</h\\k<level>>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex HeadingPattern();
}
