using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Compare;
using IrenPortal.Newsroom.Drafting;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Comments;

/// <summary>Opens the comments of a document and finds their passages in a revision.</summary>
public sealed class CommentReading(IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault)
{
    /// <summary>Conversations: open ones first, then in the order of the text. Whoever calls has recorded the opening.</summary>
    /// <param name="id">The document.</param>
    /// <param name="shown">The text that is read.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<Conversation>> OfAsync(Guid id, DraftFields shown, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var comments = await newsroom.Comments.AsNoTracking().Where(c => c.DocumentId == id).ToListAsync(cancel);
        var resolved = await newsroom.ResolvedThreadsAsync(id, cancel);
        var lines = TextChunks.Lines(shown[FormShape.Body]);
        return
        [
            .. comments.GroupBy(c => c.ThreadId)
                .Select(g => Of([.. g.OrderBy(c => c.Id != g.Key).ThenBy(c => c.At).ThenBy(c => c.Id)], shown, lines, resolved.GetValueOrDefault(g.Key)))
                .OrderByDescending(c => c.IsOpen).ThenByDescending(c => c.Kind).ThenBy(c => c.Line ?? 0).ThenBy(c => c.Comments[0].At),
        ];
    }

    private Conversation Of(List<PassageComment> comments, DraftFields shown, string[] lines, string? resolvedBy)
    {
        var first = comments[0];
        var about = CommentText.Open(vault, first);
        var line = about.Line is { } then ? NearestLine(lines, about.Passage, then) : null;
        var changed = about.Field is { } field ? shown[field] != about.Passage : about.Line is not null && line is null;
        return new Conversation(
            first.Id, first.Kind, first.Revision, about.Field, line, about.Passage, changed,
            [.. comments.Select(c => new CommentLine(c.By, c.At, CommentText.Open(vault, c).Words))], resolvedBy);
    }

    // Lines move when others come and go; of several that read alike the nearest is meant.
    private static int? NearestLine(string[] lines, string passage, int then) =>
        lines.Select((line, i) => (line, Number: i + 1)).Where(l => l.line == passage).OrderBy(l => Math.Abs(l.Number - then)).Select(l => (int?)l.Number).FirstOrDefault();
}
