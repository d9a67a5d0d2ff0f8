using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Drafting;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Compare;

/// <summary>Opens two revisions beside each other; of what is not released both go on the insider list.</summary>
public sealed class CompareReading(DraftReading reading, IDbContextFactory<NewsroomDbContext> newsrooms)
{
    /// <summary>Compares two revisions; null where there is no such document or revision.</summary>
    /// <param name="id">The document.</param>
    /// <param name="from">The earlier revision; null for <see cref="StartAsync"/>'s.</param>
    /// <param name="to">The later revision; null for the newest.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<(OpenedDraft Draft, Comparison Comparison)?> OpenAsync(Guid id, int? from, int? to, string by, CancellationToken cancel)
    {
        var draft = await reading.OpenAsync(id, to, by, cancel);
        return draft is not null && await AgainstAsync(draft, to ?? draft.Line.Revision, from, by, cancel) is { } comparison ? (draft, comparison) : null;
    }

    /// <summary>Compares an opened revision with an earlier one; null where there is no such revision.</summary>
    /// <param name="draft">The later text.</param>
    /// <param name="to">Its revision.</param>
    /// <param name="from">The earlier revision; null for <see cref="StartAsync"/>'s.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Comparison?> AgainstAsync(OpenedDraft draft, int to, int? from, string by, CancellationToken cancel)
    {
        var id = draft.Line.Id;
        var start = from ?? await StartAsync(id, to, cancel);
        var before = start == to ? draft : await reading.OpenAsync(id, start, by, cancel);
        return before is null ? null : Comparison.Of(start, before.Text.Fields, to, draft.Text.Fields);
    }

    // What its reader knows already: the text that was last sent back, else what readers have, else the first save.
    private async Task<int> StartAsync(Guid id, int to, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var published = await newsroom.Documents.Where(d => d.Id == id).Select(d => d.PublishedRevision).SingleAsync(cancel);
        var sentBack = await newsroom.Comments
            .Where(c => c.DocumentId == id && c.Kind == CommentKind.ChangesRequested && c.Revision > published && c.Revision < to)
            .MaxAsync(c => (int?)c.Revision, cancel);
        return sentBack ?? (published > 0 ? published : await newsroom.Revisions.Where(r => r.DocumentId == id).MinAsync(r => r.Number, cancel));
    }
}
