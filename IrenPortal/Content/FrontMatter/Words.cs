using System.Text.Json;

namespace IrenPortal.Content.FrontMatter;

/// <summary>The words of an enum in content files: lower case with underscores.</summary>
internal static class Words<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(Of, StringComparer.Ordinal);

    /// <summary>Every word in declared order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The word of a value.</summary>
    public static string Of(T value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a word; null for anything else.</summary>
    public static T? Parse(string word) => ByWord.TryGetValue(word, out var value) ? value : null;
}
