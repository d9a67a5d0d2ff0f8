using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Scheduling;

namespace IrenPortal.Newsroom.Compare;

/// <summary>A field with both of its texts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Before">The earlier text in pieces.</param>
/// <param name="After">The later text in pieces.</param>
public sealed record ComparedField(string Name, string Label, IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After);

/// <summary>A run of lines: shown ones, or the number of unchanged ones that are folded away.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Folded">True where only their number is said.</param>
public sealed record LineRun(IReadOnlyList<LinePair> Lines, bool Folded);

/// <summary>Two revisions of a document and how they differ. Pure.</summary>
/// <param name="From">The earlier one's number.</param>
/// <param name="To">The later one's number.</param>
/// <param name="Fields">The fields that differ.</param>
/// <param name="Text">The text's lines, long unchanged stretches folded.</param>
public sealed record Comparison(int From, int To, IReadOnlyList<ComparedField> Fields, IReadOnlyList<LineRun> Text)
{
    private const int Around = 3;

    /// <summary>How many fields and stretches of text differ.</summary>
    public int Changes => Fields.Count + Text.Where(r => !r.Folded).Sum(r => Stretches(r.Lines));

    /// <summary>Compares two texts of one document.</summary>
    public static Comparison Of(int from, DraftFields before, int to, DraftFields after)
    {
        var order = FieldLook.Of(after.Kind, correction: true).Select(f => f.Name).ToList();
        var fields = before.Values.Keys.Union(after.Values.Keys, StringComparer.Ordinal)
            .Where(name => name != FormShape.Body && before[name] != after[name])
            .OrderBy(name => order.IndexOf(name) is var place and >= 0 ? place : order.Count)
            .ThenBy(name => name, StringComparer.Ordinal)
            .Select(name => FieldOf(name, FieldLook.LabelOf(after.Kind, name), Shown(name, before[name]), Shown(name, after[name])));
        return new Comparison(from, to, [.. fields], Fold(TextDifference.Lines(before[FormShape.Body], after[FormShape.Body])));
    }

    /// <summary>Folds unchanged lines further than three from a change.</summary>
    public static IReadOnlyList<LineRun> Fold(IReadOnlyList<LinePair> lines)
    {
        var near = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Changed)
            {
                var first = Math.Max(0, i - Around);
                near.AsSpan(first, Math.Min(lines.Count - 1, i + Around) - first + 1).Fill(true);
            }
        }

        var runs = new List<LineRun>();
        for (var start = 0; start < lines.Count;)
        {
            var end = start;
            while (end < lines.Count && near[end] == near[start])
            {
                end++;
            }

            runs.Add(new LineRun([.. lines.Skip(start).Take(end - start)], Folded: !near[start]));
            start = end;
        }

        return runs;
    }

    // What the form has buttons and a clock for is stored in the format's own words; staff read theirs.
    private static string Shown(string name, string value) => name switch
    {
        "releaseAt" when LocalRelease.Pattern.Parse(value).TryGetValue(default, out var at) => LocalRelease.InWords(at),
        "status" => value switch { "scheduled" => "Goes out at its release time", "draft" => "No release time", _ => value },
        _ => value,
    };

    private static ComparedField FieldOf(string name, string label, string before, string after)
    {
        var (old, now) = TextDifference.Words(before, after);
        return new ComparedField(name, label, old, now);
    }

    private static int Stretches(IReadOnlyList<LinePair> lines) => lines.Where((line, i) => line.Changed && (i == 0 || !lines[i - 1].Changed)).Count();
}
