using IrenPortal.Data.Public;
using IrenPortal.Data.Public.Search;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Search;

/// <summary>Tells what a search that found nothing may have meant, from the words of what is published.</summary>
public sealed class SearchSuggestions(IDbContextFactory<PublicDbContext> stores, SearchIndex index)
{
    private const int ShortestWord = 4;
    private const int LongWord = 6;

    /// <summary>What was typed with its unknown words put right; null where no word is near, or that would find nothing either.</summary>
    /// <param name="typed">The words.</param>
    /// <param name="version">The store version that the answer belongs to.</param>
    /// <param name="isShown">Whether an edition would be shown where the suggestion is.</param>
    public async Task<string?> ForAsync(string typed, long version, Func<long, bool> isShown)
    {
        List<SearchWord> words;
        await using (var store = await stores.CreateDbContextAsync())
        {
            words = await store.SearchWords.ToListAsync();
        }

        var meant = typed;
        foreach (var token in SearchTokens.Of(typed).Reverse())
        {
            if (Nearest(token, words) is { } word)
            {
                meant = meant[..token.Start] + word + meant[token.End..];
            }
        }

        return meant != typed && (await index.FindAsync(SearchQuestion.Of(meant), version, ranked: false)).Keys.Any(isShown) ? meant : null;
    }

    // The nearest word; of equally near ones that of most texts, then the first of the alphabet.
    private static string? Nearest(SearchToken token, List<SearchWord> words)
    {
        if (token.Text.Length < ShortestWord || !token.Text.All(char.IsAsciiLetterLower) || words.Exists(w => SearchTerms.Root(w.Word) == SearchTerms.Root(token.Text)))
        {
            return null;
        }

        var most = token.Text.Length < LongWord ? 1 : 2;
        return words
            .Select(w => (Word: w, Distance: EditDistance.Between(token.Text, w.Word, most)))
            .Where(w => w.Distance <= most)
            .OrderBy(w => w.Distance).ThenByDescending(w => w.Word.Documents).ThenBy(w => w.Word.Word, StringComparer.Ordinal)
            .Select(w => w.Word.Word)
            .FirstOrDefault();
    }
}
