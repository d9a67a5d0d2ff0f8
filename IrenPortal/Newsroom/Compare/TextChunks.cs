using System.Globalization;
using System.Text;

namespace IrenPortal.Newsroom.Compare;

/// <summary>Cuts text into what is compared as one: lines, and within a line words, spaces and single signs. Joined again they are the text.</summary>
internal static class TextChunks
{
    /// <summary>Lines without their ends; none for an empty text.</summary>
    public static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Words, runs of spaces, and signs one by one. An emoji of several characters is one sign; 9.7 and 2025-11-03 are one word.</summary>
    public static string[] Words(string line)
    {
        var chunks = new List<string>();
        var start = 0;
        var kind = ChunkKind.Sign;
        var elements = StringInfo.ParseCombiningCharacters(line);
        for (var i = 0; i < elements.Length; i++)
        {
            var at = elements[i];
            var next = KindOf(line, at);
            var inWord = next is ChunkKind.Sign && kind is ChunkKind.Word && i + 1 < elements.Length && Joins(line, at, elements[i + 1]);
            if (inWord || (at > start && next == kind && next is not ChunkKind.Sign))
            {
                continue;
            }

            if (at > start)
            {
                chunks.Add(line[start..at]);
            }

            (start, kind) = (at, next);
        }

        if (line.Length > start)
        {
            chunks.Add(line[start..]);
        }

        return [.. chunks];
    }

    private static ChunkKind KindOf(string line, int at) =>
        Rune.TryGetRuneAt(line, at, out var rune) switch
        {
            true when Rune.IsLetterOrDigit(rune) => ChunkKind.Word,
            true when Rune.IsWhiteSpace(rune) => ChunkKind.Space,
            _ => ChunkKind.Sign,
        };

    // A point, comma or hyphen between digits belongs to the number, an apostrophe between letters to the word.
    private static bool Joins(string line, int at, int after) => line[at] switch
    {
        '.' or ',' or '-' or ':' => at > 0 && char.IsDigit(line[at - 1]) && char.IsDigit(line[after]),
        '\'' or '\u2019' => char.IsLetter(line[after]),
        _ => false,
    };

    private enum ChunkKind
    {
        Word,
        Space,
        Sign,
    }
}
