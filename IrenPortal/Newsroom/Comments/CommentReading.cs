using IrenPortal.Data.Newsroom;
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
        var body = new FlowingText(shown[FormShape.Body]);
        return
        [
            .. comments.GroupBy(c => c.ThreadId)
                .Select(g => Of([.. g.OrderBy(c => c.Id != g.Key).ThenBy(c => c.At).ThenBy(c => c.Id)], shown, body, resolved.GetValueOrDefault(g.Key)))
                .OrderByDescending(c => c.IsOpen).ThenByDescending(c => c.Kind).ThenBy(c => c.Line ?? 0).ThenBy(c => c.Comments[0].At),
        ];
    }

    private Conversation Of(List<PassageComment> comments, DraftFields shown, FlowingText body, string? resolvedBy)
    {
        var first = comments[0];
        var about = CommentText.Open(vault, first);
        var now = PassageNow.Of(about, shown, body);
        return new Conversation(
            first.Id, first.Kind, first.Revision, about.Field, now.Line, about.Passage, now.Changed,
            [.. comments.Select(c => new CommentLine(c.By, c.At, CommentText.Open(vault, c).Words))], resolvedBy);
    }
}
