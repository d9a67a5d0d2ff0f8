using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Filings;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Review;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Importing;

/// <summary>What an import changes, written to the caller's transaction but not committed.</summary>
/// <param name="Changes">A line each.</param>
/// <param name="Refusals">Faults that only the stores could tell; with any, the caller rolls back.</param>
/// <param name="HasPackage">Something goes to the gate.</param>
/// <param name="Scheduled">Documents to approve for their own time, where no second person is required.</param>
public sealed record ImportPlan(IReadOnlyList<string> Changes, IReadOnlyList<string> Refusals, bool HasPackage, IReadOnlyList<(Guid Id, int Revision)> Scheduled);

/// <summary>Compares a content set with both stores: what is new goes out, what changed becomes a correction, the rest is left alone.</summary>
public sealed class ImportPlanner(
    IDbContextFactory<NewsroomDbContext> newsrooms,
    IDbContextFactory<PublicDbContext> stores,
    DraftDesk drafts,
    DraftMedia media,
    DraftVault vault,
    ReleaseRules rules)
{
    /// <summary>Addresses of documents that no reader has yet.</summary>
    public async Task<IReadOnlyList<(EditionKind Kind, string Slug)>> UnreleasedSlugsAsync(CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var open = await newsroom.Documents.AsNoTracking().Where(d => d.PublishedVersion == 0 && d.State != DocumentState.Cancelled).ToListAsync(cancel);
        var slugs = new List<(EditionKind, string)>();
        foreach (var document in open)
        {
            slugs.Add((document.Kind, (await newsroom.NewestTextAsync(vault, document.Id, cancel))!.Fields.Slug));
        }

        return slugs;
    }

    /// <summary>Plans the import of a whole set under one idempotency key.</summary>
    public async Task<ImportPlan> PlanAsync(NewsroomDbContext newsroom, ContentSet set, ContentFolderOptions options, string key, CancellationToken cancel)
    {
        var company = set.Company ?? options.Company!;
        await using var store = await stores.CreateDbContextAsync(cancel);
        var published = await PublishedState.ReadAsync(store, cancel);
        var prices = await ImportedPrices.PlanAsync(store, set, company, options.Now, cancel);
        var filings = await FilingsAsync(store, set, company, cancel);
        var context = ContentContext.Of(company, options.Now);
        var package = new ImportPackage(newsroom, set, context, prices.Plans, filings);
        var run = new ImportRun(newsroom, drafts, media, vault, rules, set, published, package, context);
        await run.PlanAsync(cancel);
        IReadOnlyList<string> refusals = [.. run.Refusals, .. prices.Refusals];
        if (refusals.Count == 0 && !package.IsEmpty)
        {
            newsroom.PendingReleases.Add(package.Under(key).Seal(vault, StaffGuard.System, options.Now));
        }

        return new ImportPlan([.. run.Changes, .. prices.Plans.Select(p => $"prices {p.Symbol}: {p.Summary()}"), .. filings is null ? [] : new[] { $"filings: {filings.Summary}" }], refusals, !package.IsEmpty, run.Scheduled);
    }

    private static async Task<FilingChanges?> FilingsAsync(PublicDbContext store, ContentSet set, CompanyProfile company, CancellationToken cancel)
    {
        if (set.Filings.Count == 0)
        {
            return null;
        }

        // A set with filings was read against the company's number.
        var changes = await FilingChanges.OfAsync(store, company.Cik!, [.. set.Filings.SelectMany(f => f.Filings)], cancel);
        return changes.IsEmpty ? null : changes;
    }
}
