using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>Brings the newsroom in step with the public store at the start: finishes begun releases, adopts unknown editions.</summary>
public sealed partial class Reconciliation(
    IDbContextFactory<NewsroomDbContext> newsrooms,
    IDbContextFactory<PublicDbContext> stores,
    ReleaseDesk releases,
    DraftDesk drafts,
    DraftVault vault,
    TimeProvider time,
    ILogger<Reconciliation> log)
{
    /// <summary>Runs both; safe to run again.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var key in await releases.UnfinishedAsync(TimeSpan.Zero, cancel))
        {
            LogUnfinished(log, key);
            await releases.CarryOutAsync(key, cancel);
        }

        await AdoptAsync(cancel);
    }

    /// <summary>
    /// Takes up what readers have and the newsroom doesn't know: the public store of a restored newsroom, or events, which imports
    /// publish at once. It stays public and becomes editable.
    /// </summary>
    public async Task AdoptAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var published = await store.CurrentEditions
            .Where(c => c.Kind == EditionKind.Announcement || c.Kind == EditionKind.Contract || c.Kind == EditionKind.Page || c.Kind == EditionKind.Event)
            .Join(store.Editions, c => c.EditionNumber, e => e.Number, (_, e) => new { e.Kind, e.Slug, e.Version, e.Number })
            .ToListAsync(cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        var known = await newsroom.Documents.ToListAsync(cancel);
        var adopted = 0;
        foreach (var edition in published)
        {
            var hash = vault.Hash("slug", edition.Kind.ToString(), edition.Slug);
            var candidates = known.Where(d => d.Kind == edition.Kind && d.SlugHash == hash).ToList();
            if (candidates.Exists(d => d.PublishedVersion == edition.Version || d.State is DocumentState.Releasing))
            {
                continue;
            }

            var now = time.StoredNow();
            var text = await store.Editions.Where(e => e.Number == edition.Number).Select(e => new { e.Markdown, e.Document }).SingleAsync(cancel);
            var fields = FormText.Parse(edition.Kind, edition.Slug, text.Markdown);
            var check = new CheckedDraft(null, [], MarkdownRenderer.Render(fields[FormShape.Body]));
            var document = candidates.Find(d => d.PublishedVersion > 0);
            if (document is null)
            {
                document = drafts.Add(newsroom, fields, check, StaffGuard.System, now);
            }
            else
            {
                drafts.AddRevision(newsroom, document, fields, check, StaffGuard.System, now);
            }

            document.Adopt(edition.Version, document.Revision, ContentJson.IsWithdrawn(text.Document), now);
            newsroom.Record(now, StaffGuard.System, "edition.adopted", document.Id, $"version {edition.Version}");
            adopted++;
        }

        if (adopted > 0)
        {
            await newsroom.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            LogAdopted(log, adopted);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Finishing release {Key}, which an earlier process left.")]
    private static partial void LogUnfinished(ILogger logger, string key);

    [LoggerMessage(Level = LogLevel.Information, Message = "Adopted {Count} published editions that the newsroom did not know.")]
    private static partial void LogAdopted(ILogger logger, int count);
}
