using System.Collections.Immutable;
using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>How the save of a posted form ended.</summary>
/// <param name="Outcome">The end.</param>
/// <param name="Revision">The newest revision after it.</param>
/// <param name="At">When that was made.</param>
/// <param name="Fields">The form over the newest text.</param>
/// <param name="Base">The revision that was edited.</param>
/// <param name="Correction">Readers have an edition already.</param>
public sealed record PostedSave(SaveOutcome Outcome, int Revision, Instant At, DraftFields Fields, int Base, bool Correction);

/// <summary>Saves the editor's form, whichever of its buttons sent it.</summary>
public sealed class PostedSaves(DraftDesk drafts, IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault)
{
    /// <summary>Saves what was sent; null when there is no such document or no revision was named.</summary>
    public async Task<PostedSave?> SaveAsync(Guid id, IFormCollection form, string by, CancellationToken cancel)
    {
        var (newest, correction) = await NewestAsync(id, cancel);
        if (newest is null || PostedForm.BaseRevision(form) is not { } from)
        {
            return null;
        }

        var values = PostedForm.Values(newest.Kind, form);
        var saved = await drafts.SaveAsync(id, from, values, by, cancel);
        return saved.Outcome is SaveOutcome.NotFound ? null : new PostedSave(saved.Outcome, saved.Revision, saved.At, Over(newest, values), from, correction);
    }

    private static DraftFields Over(DraftFields newest, ImmutableSortedDictionary<string, string> values) =>
        values.Aggregate(newest, (fields, value) => fields.With(value.Key, value.Value));

    private async Task<(DraftFields? Fields, bool Correction)> NewestAsync(Guid id, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var published = await newsroom.Documents.AnyAsync(d => d.Id == id && d.PublishedVersion > 0, cancel);
        return ((await newsroom.NewestTextAsync(vault, id, cancel))?.Fields, published);
    }
}
