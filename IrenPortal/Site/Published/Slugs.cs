using IrenPortal.Content;

namespace IrenPortal.Site.Published;

/// <summary>What an address part may look like; anything else is unknown without asking the store.</summary>
public static class Slugs
{
    /// <summary>Lower-case letters, digits and hyphens, at most as long as a slug may be.</summary>
    public static bool CanBe(string text) =>
        text.Length is > 0 and <= ContentLimits.SlugLength && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
