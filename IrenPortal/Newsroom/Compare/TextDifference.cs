using DiffPlex;
using DiffPlex.Model;

namespace IrenPortal.Newsroom.Compare;

/// <summary>A run of characters, changed or not.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Changed">Not in the other text.</param>
public sealed record Piece(string Text, bool Changed);

/// <summary>A line of the one text.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Pieces">Its text in pieces.</param>
public sealed record NumberedLine(int Number, IReadOnlyList<Piece> Pieces);

/// <summary>Two lines that stand beside each other. One side is null where a line was added or removed.</summary>
/// <param name="Before">The earlier text's line.</param>
/// <param name="After">The later text's line.</param>
public sealed record LinePair(NumberedLine? Before, NumberedLine? After)
{
    /// <summary>True where the two differ.</summary>
    public bool Changed => Before is null || After is null || Before.Pieces.Any(p => p.Changed) || After.Pieces.Any(p => p.Changed);
}

/// <summary>Differences between two texts: by line, within a line by word. Pure.</summary>
public static class TextDifference
{
    /// <summary>More lines than this on a side are not compared line by line: all of one text stands before all of the other.</summary>
    public const int MostLines = 3000;

    /// <summary>More words, spaces and signs than this on a side are not compared word by word.</summary>
    public const int MostWords = 2000;

    // Below this share of common characters two lines are two sentences, and marks within them would only confuse.
    private const double LeastCommon = 0.35;

    /// <summary>Both texts line by line, in order.</summary>
    public static IReadOnlyList<LinePair> Lines(string before, string after)
    {
        var (old, now) = (TextChunks.Lines(before), TextChunks.Lines(after));
        var pairs = new List<LinePair>();
        if (old.Length > MostLines || now.Length > MostLines)
        {
            AddBlock(pairs, old, 0, old.Length, now, 0, now.Length, byWord: false);
            return pairs;
        }

        var (a, b) = (0, 0);
        foreach (var block in Blocks(before, after, TextChunks.Lines))
        {
            AddKept(pairs, old, ref a, block.DeleteStartA, ref b);
            AddBlock(pairs, old, a, block.DeleteCountA, now, b, block.InsertCountB, byWord: true);
            (a, b) = (a + block.DeleteCountA, b + block.InsertCountB);
        }

        AddKept(pairs, old, ref a, old.Length, ref b);
        return pairs;
    }

    /// <summary>Two lines in pieces; each side joined again is the line.</summary>
    public static (IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After) Words(string before, string after)
    {
        if (before == after)
        {
            return (Whole(before, changed: false), Whole(after, changed: false));
        }

        var (old, now) = (TextChunks.Words(before), TextChunks.Words(after));
        if (old.Length > MostWords || now.Length > MostWords)
        {
            return (Whole(before, changed: true), Whole(after, changed: true));
        }

        var (removed, added) = (new bool[old.Length], new bool[now.Length]);
        foreach (var block in Blocks(before, after, TextChunks.Words))
        {
            removed.AsSpan(block.DeleteStartA, block.DeleteCountA).Fill(true);
            added.AsSpan(block.InsertStartB, block.InsertCountB).Fill(true);
        }

        var common = old.Where((word, i) => !removed[i] && !string.IsNullOrWhiteSpace(word)).Sum(word => word.Length);
        return common < LeastCommon * Math.Min(before.Length, after.Length)
            ? (Whole(before, changed: true), Whole(after, changed: true))
            : (Joined(old, removed), Joined(now, added));
    }

    private static IList<DiffBlock> Blocks(string before, string after, Func<string, string[]> cut) =>
        new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, cut).DiffBlocks;

    private static void AddKept(List<LinePair> pairs, string[] old, ref int a, int end, ref int b)
    {
        for (; a < end; a++, b++)
        {
            var pieces = Whole(old[a], changed: false);
            pairs.Add(new LinePair(new NumberedLine(a + 1, pieces), new NumberedLine(b + 1, pieces)));
        }
    }

    private static void AddBlock(List<LinePair> pairs, string[] old, int a, int removed, string[] now, int b, int added, bool byWord)
    {
        var both = byWord ? Math.Min(removed, added) : 0;
        for (var i = 0; i < both; i++)
        {
            var (before, after) = Words(old[a + i], now[b + i]);
            pairs.Add(new LinePair(new NumberedLine(a + i + 1, before), new NumberedLine(b + i + 1, after)));
        }

        for (var i = both; i < removed; i++)
        {
            pairs.Add(new LinePair(new NumberedLine(a + i + 1, Whole(old[a + i], changed: true)), null));
        }

        for (var i = both; i < added; i++)
        {
            pairs.Add(new LinePair(null, new NumberedLine(b + i + 1, Whole(now[b + i], changed: true))));
        }
    }

    private static Piece[] Whole(string text, bool changed) => text.Length == 0 ? [] : [new Piece(text, changed)];

    // A space between two changed words is shown as changed with them.
    private static List<Piece> Joined(string[] words, bool[] changed)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < words.Length; i++)
        {
            var mark = changed[i] || (string.IsNullOrWhiteSpace(words[i]) && i > 0 && i + 1 < words.Length && changed[i - 1] && changed[i + 1]);
            if (pieces is [.., var last] && last.Changed == mark)
            {
                pieces[^1] = last with { Text = last.Text + words[i] };
            }
            else
            {
                pieces.Add(new Piece(words[i], mark));
            }
        }

        return pieces;
    }
}
