using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Review;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Importing;

/// <summary>What an import did, or would do.</summary>
/// <param name="Changes">A line each, such as <c>released announcement microsoft-ai-cloud-contract</c>; empty when nothing was new.</param>
/// <param name="Refusals">Why nothing was done, a line a fault; empty when it was.</param>
public sealed record ImportReport(IReadOnlyList<string> Changes, IReadOnlyList<string> Refusals);

/// <summary>
/// Reads a content folder or file into the newsroom; what is published goes straight through the gate. All or nothing: one
/// newsroom transaction, one gate command.
/// </summary>
public sealed class ContentImport(
    IDbContextFactory<NewsroomDbContext> newsrooms,
    IDbContextFactory<PublicDbContext> stores,
    ImportPlanner planner,
    ReleaseDesk releases,
    ApprovalDesk approvals,
    Reconciliation reconciliation,
    CompanyOnFile company,
    TimeProvider time)
{
    /// <summary>True while neither store holds anything: the first start imports then.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.VersionAsync(cancel) == 0 && !await newsroom.Documents.AnyAsync(cancel) && !await newsroom.PendingReleases.AnyAsync(cancel);
    }

    /// <summary>Imports, or with <paramref name="dryRun"/> only says what it would do.</summary>
    public async Task<ImportReport> RunAsync(string path, bool dryRun, CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var options = await OptionsAsync(NodaTime.Instant.FromUnixTimeMilliseconds(now), cancel);
        var (set, issues) = ContentFolder.Read(path, options);
        if (set is null)
        {
            return new ImportReport([], [.. issues.Select(i => i.ToString())]);
        }

        if ((set.Company ?? options.Company) is null)
        {
            return new ImportReport([], [$"{path}:1: no company.yml was imported yet: import the folder that holds it first"]);
        }

        var key = $"{CommandKeys.Import}{Guid.NewGuid():N}";
        ImportPlan plan;
        await using (var newsroom = await newsrooms.CreateDbContextAsync(cancel))
        {
            await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
            plan = await planner.PlanAsync(newsroom, set, options, key, cancel);
            if (plan.Refusals.Count > 0 || dryRun)
            {
                return new ImportReport(plan.Changes, plan.Refusals);
            }

            await newsroom.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        if (plan.HasPackage)
        {
            var result = await releases.CarryOutAsync(key, cancel);
            await reconciliation.AdoptAsync(cancel);
            if (!result.Done)
            {
                return new ImportReport([], [.. result.Issues.Select(i => $"{path}:1: {i}")]);
            }
        }

        // After the package, which may bring the very profile that approvals are checked against.
        foreach (var (id, revision) in plan.Scheduled)
        {
            await approvals.ApproveAsync(id, revision, typedTime: null, StaffGuard.System, cancel);
        }

        return new ImportReport(plan.Changes, []);
    }

    private async Task<ContentFolderOptions> OptionsAsync(NodaTime.Instant now, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var published = await store.CurrentEditions.Select(c => new { c.Kind, c.Slug }).ToListAsync(cancel);
        var drafts = await planner.UnreleasedSlugsAsync(cancel);
        return new ContentFolderOptions(now)
        {
            Company = await company.FindAsync(cancel),
            Announcements = SlugsOf(EditionKind.Announcement),
            Contracts = SlugsOf(EditionKind.Contract),
            Media = (await store.Files.Select(f => f.Name).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal),
        };

        HashSet<string> SlugsOf(EditionKind kind) => published.Where(p => p.Kind == kind).Select(p => p.Slug)
            .Concat(drafts.Where(d => d.Kind == kind).Select(d => d.Slug)).ToHashSet(StringComparer.Ordinal);
    }
}
