using System.Text.RegularExpressions;

namespace IrenPortal.Data.Public.Search;

/// <summary>One word or figure of a text as searches compare it.</summary>
/// <param name="Text">Letters and digits alone; equal tokens mean the same.</param>
/// <param name="IsFigure">True for a number, whatever its unit.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct SearchToken(string Text, bool IsFigure, int Start, int End);

/// <summary>
/// Cuts texts and questions into tokens, the same way for both and on both databases, which then only compare whole tokens and
/// their beginnings.
/// </summary>
public static partial class SearchTokens
{
    private const int Longest = 100;

    /// <summary>The tokens of a text in their order.</summary>
    public static IReadOnlyList<SearchToken> Of(string text)
    {
        var folded = FoldedText.Of(text);
        var tokens = new List<SearchToken>();
        foreach (Match match in Token().Matches(folded.Text))
        {
            var (word, figure) = (match.Groups["word"], match.Groups["number"]);
            var token = word.Success ? Word(word.Value)
                : figure.Success ? Figures.Token(figure.Value, match.Groups["fraction"].Value, match.Groups["scale"].Value, match.Groups["unit"].Value)
                : "";
            if (token.Length > 0)
            {
                tokens.Add(new SearchToken(token, figure.Success, folded.Origin(match.Index), folded.Origin(match.Index + match.Length)));
            }
        }

        return tokens;
    }

    private static string Word(string text)
    {
        var word = (text.EndsWith("'s", StringComparison.Ordinal) ? text[..^2] : text).Replace("'", "", StringComparison.Ordinal);
        return word.Length > Longest ? word[..Longest] : word;
    }

    // A currency before a figure is no word; neither is "dollars" after it. A scale of one letter must touch its number: "10-K" is none.
    [GeneratedRegex("""
        \p{L}{1,2}(?=\$) | usd(?=\ ?[0-9])
        | (?<number>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?<fraction>\.[0-9]+)?
          (?:(?<scale>mn|bn|tn|k|m|b)(?![\p{L}\p{N}]) | [\ -]?(?<scale>thousand|million|billion|trillion|mn|bn|tn)(?![\p{L}\p{N}]))?
          (?:[\ -]?(?:dollars?|usd)(?![\p{L}\p{N}]) | [\ -]?(?<unit>%|percent|per\ cent|pct|[kmg]w|(?:kilo|mega|giga)watts?)(?![\p{L}\p{N}]))?
          (?![\p{L}\p{N}])
        | (?<word>[\p{L}\p{N}\p{Mc}]+(?:'[\p{L}\p{N}\p{Mc}]+)*)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
