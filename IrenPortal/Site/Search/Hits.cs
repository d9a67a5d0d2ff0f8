using IrenPortal.Data.Public.Search;

namespace IrenPortal.Site.Search;

/// <summary>A stretch of text that holds, or does not hold, what was searched for.</summary>
public readonly record struct TextPart(string Text, bool Hit);

/// <summary>Finds the words and figures of a text that a question asks for, by the rules of the index.</summary>
public static class Hits
{
    /// <summary>The text cut into parts that make it up again; one part where nothing is searched for or found.</summary>
    public static IReadOnlyList<TextPart> In(string text, SearchQuestion? question)
    {
        var parts = new List<TextPart>();
        var at = 0;
        foreach (var (start, end, _) in question is null ? [] : Spans(text, question))
        {
            if (start > at)
            {
                parts.Add(new TextPart(text[at..start], false));
            }

            parts.Add(new TextPart(text[start..end], true));
            at = end;
        }

        if (at < text.Length)
        {
            parts.Add(new TextPart(text[at..], false));
        }

        return parts;
    }

    /// <summary>Where the hits are, in order and apart from each other, and which part of the question each is.</summary>
    public static IEnumerable<(int Start, int End, SearchPart Part)> Spans(string text, SearchQuestion question)
    {
        var tokens = SearchTokens.Of(text);
        for (var i = 0; i < tokens.Count;)
        {
            var part = question.Parts.Where(p => p.IsAt(tokens, i)).MaxBy(p => p.Tokens.Count);
            if (part is not null)
            {
                yield return (tokens[i].Start, tokens[i + part.Tokens.Count - 1].End, part);
            }

            i += part?.Tokens.Count ?? 1;
        }
    }
}
