using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>Opening sealed revisions inside somebody's transaction; who shows them to a person records it.</summary>
internal static class RevisionReads
{
    /// <summary>The newest text of a document, or null.</summary>
    public static async Task<RevisionText?> NewestTextAsync(this NewsroomDbContext newsroom, DraftVault vault, Guid id, CancellationToken cancel)
    {
        var revision = await newsroom.Revisions.AsNoTracking().Where(r => r.DocumentId == id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        return revision is null ? null : RevisionText.Open(vault, revision);
    }

    /// <summary>The text of one revision, or null.</summary>
    public static async Task<RevisionText?> TextAsync(this NewsroomDbContext newsroom, DraftVault vault, Guid id, int number, CancellationToken cancel)
    {
        var revision = await newsroom.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.DocumentId == id && r.Number == number, cancel);
        return revision is null ? null : RevisionText.Open(vault, revision);
    }
}
