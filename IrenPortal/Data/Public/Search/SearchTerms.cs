namespace IrenPortal.Data.Public.Search;

/// <summary>Under what the index knows a token.</summary>
public static class SearchTerms
{
    /// <summary>The token itself and what else it is found by: a word's singular, a figure's bare number.</summary>
    public static IEnumerable<string> Of(SearchToken token)
    {
        yield return token.Text;
        if (token.IsFigure)
        {
            foreach (var beside in Figures.Beside(token.Text))
            {
                yield return beside;
            }
        }
        else if (Root(token.Text) is var root && root != token.Text)
        {
            yield return root;
        }
    }

    /// <summary>A word without its plural, by rules of English spelling: the same for both numbers, though not always a word.</summary>
    public static string Root(string word) => word.Length < 4 || !word.All(char.IsAsciiLetterLower) ? word : WithoutY(word[^1] == 's' ? WithoutS(word) : word);

    private static string WithoutS(string word) => word[^2] switch
    {
        's' or 'i' or 'w' => word,
        'u' => word.Length == 4 ? word[..^1] : word,
        'e' when word.Length > 4 && (word[^3] is 's' or 'x' or 'z' || word[^4..^2] is "ch" or "sh") => word[..^2],
        _ => word[..^1],
    };

    // "company" and "companies" meet in "compani", "cookie" and "cookies" in "cooki".
    private static string WithoutY(string word) => word.Length < 5 ? word
        : word.EndsWith("ie", StringComparison.Ordinal) ? word[..^1]
        : word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'i' or 'o' or 'u') ? word[..^1] + "i"
        : word;
}
