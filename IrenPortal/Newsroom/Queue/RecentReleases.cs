using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Queue;

/// <summary>A release that was scheduled, with its times.</summary>
/// <param name="Id">The document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Due">The approved instant.</param>
/// <param name="Committed">When the store took it.</param>
/// <param name="Read">When readers of this process first got it; null where that was not measured here.</param>
public sealed record RecentRelease(Guid Id, EditionKind Kind, string Title, Instant Due, Instant Committed, FirstRead? Read)
{
    /// <summary>From due to committed, in milliseconds.</summary>
    public long Lag => (Committed - Due).ToInt64Nanoseconds() / 1_000_000;
}

/// <summary>Reads how punctual the last scheduled releases were.</summary>
public sealed class RecentReleases(IDbContextFactory<NewsroomDbContext> newsrooms, IDbContextFactory<PublicDbContext> stores, DraftVault vault, FirstReads reads)
{
    private const int Shown = 5;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<RecentRelease>> ReadAsync(string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var rows = await newsroom.OpenTo(by)
            .Where(d => d.PublishedVersion > 0)
            .Join(newsroom.Approvals.Where(a => a.ReleaseAt != null), d => d.Id, a => a.DocumentId, (d, a) => new { d.Id, d.Kind, a.Revision, Due = a.ReleaseAt!.Value })
            .OrderByDescending(r => r.Due)
            .Take(Shown)
            .ToListAsync(cancel);
        var releases = new List<RecentRelease>();
        foreach (var row in rows)
        {
            var text = (await newsroom.TextAsync(vault, row.Id, row.Revision, cancel))!;
            var slug = text.Fields.Slug;

            // An approval that was voided and given again leaves two; the one that was carried out has an edition of its instant.
            var committed = await store.Editions.Where(e => e.Kind == row.Kind && e.Slug == slug && e.Version == 1 && e.ReleasedAt == row.Due).Select(e => new { e.Number, e.CommittedAt }).SingleOrDefaultAsync(cancel);
            if (committed is not null && !releases.Exists(r => r.Id == row.Id))
            {
                releases.Add(new RecentRelease(row.Id, row.Kind, text.Fields.Title, row.Due, committed.CommittedAt, reads.Of(committed.Number)));
            }
        }

        return releases;
    }
}
