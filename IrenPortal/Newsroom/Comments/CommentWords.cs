namespace IrenPortal.Newsroom.Comments;

/// <summary>The words of a comment as they come from a form.</summary>
public static class CommentWords
{
    /// <summary>The most characters of a comment.</summary>
    public const int MostCharacters = 4_000;

    /// <summary>Without spaces around it, with one kind of line end.</summary>
    public static string Of(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>What is wrong and what to write instead; null where nothing is.</summary>
    public static string? Fault(string words) =>
        words.Length == 0 ? "The comment is empty: write what should change."
        : words.Length > MostCharacters ? $"The comment has {words.Length} characters: write at most {MostCharacters}."
        : null;

    /// <summary>What is wrong with words that a comment quotes; null where nothing is.</summary>
    public static string? QuoteFault(string quote) =>
        quote.Length > MostCharacters ? $"These words have {quote.Length} characters: quote at most {MostCharacters}." : null;
}
