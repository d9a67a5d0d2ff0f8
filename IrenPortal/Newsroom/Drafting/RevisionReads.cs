using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
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

    /// <summary>Contracts that no reader has and that name an announcement: they are released with it.</summary>
    public static async Task<IReadOnlyList<(NewsroomDocument Document, RevisionText Text)>> WaitingContractsAsync(this NewsroomDbContext newsroom, DraftVault vault, string announcement, CancellationToken cancel)
    {
        var contracts = await newsroom.Documents
            .Where(d => d.Kind == EditionKind.Contract && d.PublishedVersion == 0 && (d.State == DocumentState.Draft || d.State == DocumentState.InReview || d.State == DocumentState.Approved))
            .ToListAsync(cancel);
        var waiting = new List<(NewsroomDocument, RevisionText)>();
        foreach (var contract in contracts)
        {
            var text = (await newsroom.NewestTextAsync(vault, contract.Id, cancel))!;
            if (text.Fields["announcement"] == announcement)
            {
                waiting.Add((contract, text));
            }
        }

        return waiting;
    }
}
