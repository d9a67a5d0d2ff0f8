using System.Globalization;

namespace IrenPortal.Site.News;

/// <summary>A stretch of text that holds, or does not hold, what was searched for.</summary>
public readonly record struct TextPart(string Text, bool Hit);

/// <summary>Finds the words of a text that hold a word of the search, whatever their case.</summary>
public static class Hits
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>The text cut into parts that make it up again; one part where nothing is searched for or found.</summary>
    public static IReadOnlyList<TextPart> In(string text, string? query)
    {
        var wanted = (query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var parts = new List<TextPart>();
        var (plainFrom, at) = (0, 0);
        while (wanted.Length > 0 && at < text.Length)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            // Punctuation at the end of a word stays unmarked, as a pencil would leave it.
            var wordEnd = end;
            while (wordEnd > at && char.IsPunctuation(text[wordEnd - 1]) && text[wordEnd - 1] != '%')
            {
                wordEnd--;
            }

            if (wordEnd > at && wanted.Any(word => Holds(text[at..wordEnd], word)))
            {
                if (at > plainFrom)
                {
                    parts.Add(new TextPart(text[plainFrom..at], false));
                }

                parts.Add(new TextPart(text[at..wordEnd], true));
                plainFrom = wordEnd;
            }

            at = end + 1;
        }

        if (plainFrom < text.Length)
        {
            parts.Add(new TextPart(text[plainFrom..], false));
        }

        return parts;
    }

    private static bool Holds(string word, string wanted) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(word, wanted, Loosely) >= 0;
}
