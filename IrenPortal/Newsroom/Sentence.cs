namespace IrenPortal.Newsroom;

/// <summary>What is wrong, as a person reads it.</summary>
internal static class Sentence
{
    /// <summary>The words with a capital and a full stop.</summary>
    public static string Of(string words) => char.ToUpperInvariant(words[0]) + words[1..] + (words.EndsWith('.') ? "" : ".");
}
