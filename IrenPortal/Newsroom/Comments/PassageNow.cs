using IrenPortal.Newsroom.Drafting;

namespace IrenPortal.Newsroom.Comments;

/// <summary>Where a passage stands in a text that may have changed since.</summary>
/// <param name="Line">The line of the text; null where it is in none.</param>
/// <param name="Changed">True where the text has it no more.</param>
internal readonly record struct PassageNow(int? Line, bool Changed)
{
    /// <summary>Looks for what a comment is about.</summary>
    /// <param name="about">The comment.</param>
    /// <param name="shown">The fields that are read.</param>
    /// <param name="body">Their text.</param>
    public static PassageNow Of(CommentText about, DraftFields shown, FlowingText body)
    {
        if (about.Field is { } field)
        {
            return new PassageNow(null, about.IsQuote ? !new FlowingText(shown[field]).Has(about.Passage) : shown[field] != about.Passage);
        }

        if (about.Line is not { } then)
        {
            return new PassageNow(null, Changed: false);
        }

        var alike = body.Lines.Index().Where(l => l.Item == (about.Around ?? about.Passage)).Select(l => l.Index + 1);
        var line = about.IsQuote ? QuoteLine([.. body.LinesOf(about.Passage)], alike, then) : Nearest(alike, then);
        return new PassageNow(line, Changed: line is null);
    }

    // Their line as it stood is followed first: the same words may stand in others too.
    private static int? QuoteLine(int[] lines, IEnumerable<int> alike, int then) => Nearest(alike.Intersect(lines), then) ?? Nearest(lines, then);

    // Lines move when others come and go; of several that read alike the nearest is meant.
    private static int? Nearest(IEnumerable<int> lines, int then) => lines.OrderBy(l => Math.Abs(l - then)).Select(l => (int?)l).FirstOrDefault();
}
