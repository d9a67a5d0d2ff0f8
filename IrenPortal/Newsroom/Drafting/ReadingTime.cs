namespace IrenPortal.Newsroom.Drafting;

/// <summary>How long a text is, as the editor says it; its script counts by the same rules.</summary>
public static class ReadingTime
{
    private const int WordsAMinute = 220;

    /// <summary>Words of a Markdown text: what stands between spaces and has a letter or digit.</summary>
    public static int Words(string markdown) =>
        markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    /// <summary>Minutes to read so many words, rounded up.</summary>
    public static int Minutes(int words) => (words + WordsAMinute - 1) / WordsAMinute;
}
