namespace IrenPortal.Data.Public.Search;

/// <summary>Everything that searches know of one edition. It follows from the edition's own columns alone, so that it can be rebuilt.</summary>
/// <param name="Entry">Its tokens.</param>
/// <param name="Headline">The terms of its headline.</param>
/// <param name="Lead">Those of headline and summary.</param>
/// <param name="All">Those of all of it.</param>
/// <param name="Words">Its words that a slip of the hand may have meant.</param>
public sealed record SearchDocument(
    SearchEntry Entry, IReadOnlyList<string> Headline, IReadOnlyList<string> Lead, IReadOnlyList<string> All, IReadOnlyList<string> Words)
{
    private const int ShortestWord = 3;

    /// <summary>Takes an edition's texts apart.</summary>
    /// <param name="number">Its ledger number.</param>
    /// <param name="title">Headline or title.</param>
    /// <param name="summary">Its summary, perhaps empty.</param>
    /// <param name="searchKey">All of its text, folded, with title and summary at the beginning.</param>
    public static SearchDocument Of(long number, string title, string summary, string searchKey)
    {
        var (headline, lead) = (SearchTokens.Of(title), SearchTokens.Of(summary));
        var rest = SearchTokens.Of(After(After(searchKey, title), summary));
        var (inHeadline, inLead) = (Terms(headline), Terms(headline.Concat(lead)));
        var entry = new SearchEntry { Number = number, Headline = Line(headline), Summary = Line(lead), Text = Line(rest) };
        SearchToken[] all = [.. headline, .. lead, .. rest];
        return new SearchDocument(
            entry, inHeadline, inLead, Terms(all),
            [.. all.Where(t => t.Text.Length >= ShortestWord && t.Text.All(char.IsAsciiLetterLower)).Select(t => t.Text).Distinct(StringComparer.Ordinal)]);
    }

    private static string After(string key, string beginning) =>
        MatchKey.Fold(beginning) is { Length: > 0 } folded && key.StartsWith(folded, StringComparison.Ordinal) ? key[folded.Length..].TrimStart() : key;

    private static string[] Terms(IEnumerable<SearchToken> tokens) => [.. tokens.SelectMany(SearchTerms.Of).Distinct(StringComparer.Ordinal)];

    private static string Line(IReadOnlyList<SearchToken> tokens) => tokens.Count == 0 ? "" : $" {string.Join(' ', tokens.Select(t => t.Text))} ";
}
