using System.Globalization;
using System.Text;
using IrenPortal.Content;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>Address parts made from headlines.</summary>
public static class Slugs
{
    private const int Longest = 80;

    /// <summary>Lower-case ASCII letters, digits and single hyphens; accents dropped; cut at a word. Empty when nothing is left.</summary>
    public static string From(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var whole = slug.ToString().Trim('-');
        if (whole.Length <= Math.Min(Longest, ContentLimits.SlugLength))
        {
            return whole;
        }

        var cut = whole.LastIndexOf('-', Longest);
        return whole[..(cut > 0 ? cut : Longest)];
    }
}
