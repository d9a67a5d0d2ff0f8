using System.Text;
using IrenPortal.Newsroom.Compare;

namespace IrenPortal.Newsroom.Comments;

/// <summary>A text read on over its line ends: every run of white space counts as one space.</summary>
internal sealed class FlowingText
{
    private readonly string joined;
    private readonly List<(int Start, int Line)> starts = [];

    /// <summary>Reads a text so.</summary>
    public FlowingText(string text)
    {
        Lines = TextChunks.Lines(text);
        var flow = new StringBuilder(text.Length);
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Join(Lines[i]) is { Length: > 0 } words)
            {
                flow.Append(flow.Length > 0 ? " " : "");
                starts.Add((flow.Length, i + 1));
                flow.Append(words);
            }
        }

        joined = flow.ToString();
    }

    /// <summary>Its lines as they stand.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>True where it has the quoted words.</summary>
    public bool Has(string quote) => LinesOf(quote).Any();

    /// <summary>The numbers of the lines in which the quoted words begin, from 1, in order.</summary>
    public IEnumerable<int> LinesOf(string quote)
    {
        var words = Join(quote);
        for (var i = 0; i < starts.Count; i++)
        {
            var at = joined.IndexOf(words, starts[i].Start, StringComparison.Ordinal);
            if (at < 0)
            {
                yield break;
            }

            // The lines between have none of it.
            while (i + 1 < starts.Count && starts[i + 1].Start <= at)
            {
                i++;
            }

            yield return starts[i].Line;
        }
    }

    private static string Join(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
