namespace IrenPortal.Newsroom;

/// <summary>The word that a person types before something that can't be undone.</summary>
internal static class TypedWord
{
    /// <summary>What to do where another word was typed; null where it is the word, in any case.</summary>
    public static string? Fault(string? typed, string word) =>
        string.Equals(typed?.Trim(), word, StringComparison.OrdinalIgnoreCase) ? null : $"The word to confirm is not {word}: type it.";
}
