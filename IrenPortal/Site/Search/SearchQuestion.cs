using IrenPortal.Data.Public.Search;

namespace IrenPortal.Site.Search;

/// <summary>
/// What a reader typed, as the index can be asked: everything in it must occur. Words count in singular and plural; what stands in
/// quotes, or hangs together as in <c>at-the-market</c>, must stand so. The last word may be the beginning of one.
/// </summary>
public sealed class SearchQuestion
{
    private const int MostTokens = 12;
    private const string Quotes = "\"“”„«»";

    private SearchQuestion(IReadOnlyList<SearchPart> parts) => Parts = parts;

    /// <summary>What must occur; empty where no word and no figure was typed, which nothing matches.</summary>
    public IReadOnlyList<SearchPart> Parts { get; }

    /// <summary>Reads what was typed, as far as its first twelve words.</summary>
    public static SearchQuestion Of(string typed)
    {
        var parts = new List<SearchPart>();
        var quoted = false;
        for (var from = 0; from <= typed.Length && parts.Sum(p => p.Tokens.Count) < MostTokens; quoted = !quoted)
        {
            var end = typed.IndexOfAny(Quotes.ToCharArray(), from) is >= 0 and var quote ? quote : typed.Length;
            Add(parts, typed[from..end], quoted, open: end == typed.Length);
            from = end + 1;
        }

        return new SearchQuestion(parts);
    }

    private static void Add(List<SearchPart> parts, string text, bool quoted, bool open)
    {
        var tokens = SearchTokens.Of(text).Take(MostTokens).ToList();
        for (var i = 0; i < tokens.Count;)
        {
            var last = i;
            while (last + 1 < tokens.Count && (quoted || HangTogether(text, tokens[last], tokens[last + 1])))
            {
                last++;
            }

            parts.Add(new SearchPart([.. tokens[i..(last + 1)]], quoted, open && last == tokens.Count - 1));
            i = last + 1;
        }
    }

    private static bool HangTogether(string text, SearchToken one, SearchToken next) => !text[one.End..next.Start].Any(char.IsWhiteSpace);
}

/// <summary>A word or figure of a question, or several that must stand side by side.</summary>
/// <param name="Tokens">At least one.</param>
/// <param name="Quoted">True where it was put in quotes.</param>
/// <param name="Open">True where its last token may be the beginning of a word.</param>
public sealed record SearchPart(IReadOnlyList<SearchToken> Tokens, bool Quoted, bool Open)
{
    private const int ShortestBeginning = 2;

    /// <summary>True where its tokens must stand side by side, spelled just so.</summary>
    public bool IsPhrase { get; } = Quoted || Tokens.Count > 1;

    /// <summary>Its tokens as the index is asked for them.</summary>
    public IReadOnlyList<AskedTerm> Terms { get; } =
    [
        .. Tokens.Select((token, i) => new AskedTerm(
            Quoted || Tokens.Count > 1 || token.IsFigure ? token.Text : SearchTerms.Root(token.Text),
            Open && i == Tokens.Count - 1 && !token.IsFigure && token.Text.Length >= ShortestBeginning ? token.Text : null)),
    ];

    /// <summary>True where the tokens of a text are this from one of them on.</summary>
    public bool IsAt(IReadOnlyList<SearchToken> tokens, int first)
    {
        for (var i = 0; i < Terms.Count; i++)
        {
            if (first + i >= tokens.Count || !Fits(Terms[i], tokens[first + i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Fits(AskedTerm term, SearchToken token) =>
        (term.Beginning is { } beginning && token.Text.StartsWith(beginning, StringComparison.Ordinal))
        || (IsPhrase ? token.Text == term.Whole : SearchTerms.Of(token).Contains(term.Whole, StringComparer.Ordinal));
}

/// <summary>One term that must be in a text.</summary>
/// <param name="Whole">The whole term.</param>
/// <param name="Beginning">Instead of it, any term that begins so; null where only the whole one will do.</param>
public readonly record struct AskedTerm(string Whole, string? Beginning);
