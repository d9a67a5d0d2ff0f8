using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Comments;

/// <summary>A conversation as a command finds it.</summary>
/// <param name="First">Its first comment.</param>
/// <param name="Turns">How often it was resolved or opened again.</param>
/// <param name="IsOpen">Not resolved, or opened again since.</param>
internal sealed record CommentThread(PassageComment First, int Turns, bool IsOpen);

/// <summary>What is still to be dealt with in a document.</summary>
/// <param name="Count">Its open conversations.</param>
/// <param name="ChangesRequested">Whether one of them asks for changes.</param>
internal sealed record OpenThreads(int Count, bool ChangesRequested);

/// <summary>Finds conversations and how they stand.</summary>
internal static class CommentThreads
{
    /// <summary>A document's conversation by its id; null where it has no such one.</summary>
    public static async Task<CommentThread?> ThreadAsync(this NewsroomDbContext newsroom, Guid document, Guid thread, CancellationToken cancel)
    {
        var first = await newsroom.Comments.SingleOrDefaultAsync(c => c.Id == thread && c.ThreadId == thread && c.DocumentId == document, cancel);
        var last = await newsroom.CommentResolutions.Where(r => r.ThreadId == thread).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        return first is null ? null : new CommentThread(first, last?.Number ?? 0, last is not { Resolved: true });
    }

    /// <summary>The open conversations of each document; those without one are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, OpenThreads>> OpenThreadsAsync(this NewsroomDbContext newsroom, CancellationToken cancel)
    {
        var resolved = newsroom.CommentResolutions.Where(r => r.Resolved && !newsroom.CommentResolutions.Any(later => later.ThreadId == r.ThreadId && later.Number > r.Number));
        return await newsroom.Comments.Where(c => c.Id == c.ThreadId && !resolved.Any(r => r.ThreadId == c.Id))
            .GroupBy(c => c.DocumentId)
            .Select(g => new { g.Key, Count = g.Count(), Requests = g.Count(c => c.Kind == CommentKind.ChangesRequested) })
            .ToDictionaryAsync(g => g.Key, g => new OpenThreads(g.Count, g.Requests > 0), cancel);
    }

    /// <summary>Who resolved which of a document's conversations; open ones are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> ResolvedThreadsAsync(this NewsroomDbContext newsroom, Guid document, CancellationToken cancel)
    {
        var turns = await newsroom.CommentResolutions.AsNoTracking().Where(r => newsroom.Comments.Any(c => c.Id == r.ThreadId && c.DocumentId == document)).ToListAsync(cancel);
        return turns.GroupBy(t => t.ThreadId).Select(g => g.MaxBy(t => t.Number)!).Where(t => t.Resolved).ToDictionary(t => t.ThreadId, t => t.By);
    }
}
