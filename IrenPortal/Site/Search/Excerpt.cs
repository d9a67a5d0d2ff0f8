namespace IrenPortal.Site.Search;

/// <summary>The passage of a text that has most of what was searched for.</summary>
public static class Excerpt
{
    private const int Length = 220;
    private const int Before = 60;

    /// <summary>The passage between whole words, with an ellipsis where the text goes on; null where nothing in it was searched for.</summary>
    public static string? Of(string text, SearchQuestion question)
    {
        var hits = Hits.Spans(text, question).ToList();
        if (hits.Count == 0)
        {
            return null;
        }

        var best = hits.MaxBy(first => hits.Where(h => h.Start >= first.Start && h.End <= first.Start + Length - Before).Select(h => h.Part).Distinct().Count());
        var start = Math.Max(0, best.Start - Before);
        while (start > 0 && start < best.Start && !char.IsWhiteSpace(text[start - 1]))
        {
            start++;
        }

        var end = Math.Min(text.Length, start + Length);
        while (end < text.Length && end > best.End && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        return $"{(start > 0 ? "… " : "")}{text[start..end].Trim()}{(end < text.Length ? " …" : "")}";
    }
}
