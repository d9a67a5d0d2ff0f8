using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Releasing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Review;

/// <summary>From a draft to readers: hand over, send back, approve and release.</summary>
public sealed class ReviewDesk(
    IDbContextFactory<NewsroomDbContext> newsrooms,
    DraftVault vault,
    CompanyOnFile company,
    ReleaseDesk releases,
    ReleaseRules rules,
    TimeProvider time)
{
    private Instant Now => Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Hands a valid draft to a second person.</summary>
    /// <returns>What has to be put right first; empty when done.</returns>
    public async Task<IReadOnlyList<string>> SubmitAsync(Guid id, int revision, string by, CancellationToken cancel)
    {
        var context = await company.ContextAsync(cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (Fault(document, revision, DocumentState.Draft) is { } fault)
        {
            return [fault];
        }

        var text = (await newsroom.NewestTextAsync(vault, id, cancel))!;
        var issues = DraftCheck.Run(text.Fields, context).Issues.Select(i => i.Field is null ? i.Message : $"{i.Field} {i.Message}").ToList();
        if (document!.PublishedVersion > 0 && text.Fields[DraftFields.Reason].Length == 0)
        {
            issues.Add("the reason for the correction is empty: readers see it, write a sentence");
        }

        if (issues.Count == 0)
        {
            var now = Now;
            document.Submit(now);
            newsroom.Record(now, by, "review.requested", id, $"revision {revision}");
            await newsroom.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return issues;
    }

    /// <summary>Gives a handed-over or scheduled text back to its author.</summary>
    /// <returns>False when its state doesn't allow it.</returns>
    public async Task<bool> SendBackAsync(Guid id, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document?.State is not (DocumentState.InReview or DocumentState.Scheduled))
        {
            return false;
        }

        var now = Now;
        document.SendBack(now);
        newsroom.Record(now, by, "review.sent_back", id, $"revision {document.Revision}");
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>
    /// Approves exactly this revision and releases it: now, or at its own release time where that lies ahead. Contracts that
    /// name an announcement and were never released go with it, in the same transaction.
    /// </summary>
    /// <param name="id">The document.</param>
    /// <param name="revision">The revision that the approver has read.</param>
    /// <param name="by">The approver.</param>
    /// <param name="key">The idempotency key: the same call again is the same release.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ReleaseResult> ReleaseAsync(Guid id, int revision, string by, string key, CancellationToken cancel)
    {
        await using (var newsroom = await newsrooms.CreateDbContextAsync(cancel))
        {
            if (await newsroom.PendingReleases.AnyAsync(p => p.Key == key, cancel))
            {
                return await releases.CarryOutAsync(key, cancel);
            }

            await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
            await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
            var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
            if (Fault(document, revision, DocumentState.Draft, DocumentState.InReview) is { } fault)
            {
                return ReleaseResult.Refused(fault);
            }

            var alone = await IsAuthorAsync(newsroom, document!, by, cancel);
            if (RuleFault(document!, alone) is { } rule)
            {
                return ReleaseResult.Refused(rule);
            }

            var text = (await newsroom.NewestTextAsync(vault, id, cancel))!;
            if (document!.PublishedVersion > 0 && text.Fields[DraftFields.Reason].Length == 0)
            {
                return ReleaseResult.Refused("the reason for the correction is empty: readers see it, write a sentence");
            }

            var bundle = await BundleAsync(newsroom, document, text, cancel);
            if (bundle.Fault is not null)
            {
                return ReleaseResult.Refused(bundle.Fault);
            }

            var now = Now;
            var at = await ReleaseTimeAsync(text, cancel) is { } own && own > now ? own : (Instant?)null;
            await ApproveAsync(newsroom, bundle.Documents, at, by, alone, now, cancel);
            if (at is { } later)
            {
                document.Schedule(later, now);
                newsroom.Record(now, by, "release.scheduled", id, $"revision {revision}");
                await newsroom.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return new ReleaseResult(false, 0, []);
            }

            var issues = await releases.HandOverAsync(newsroom, key, bundle.Documents, now, by, alone, cancel);
            if (issues.Count > 0)
            {
                return ReleaseResult.Refused(issues);
            }

            await newsroom.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return await releases.CarryOutAsync(key, cancel);
    }

    /// <summary>Releases a scheduled document whose instant has come, if the approval still fits it.</summary>
    public async Task<ReleaseResult> ReleaseDueAsync(Guid id, CancellationToken cancel)
    {
        string key;
        await using (var newsroom = await newsrooms.CreateDbContextAsync(cancel))
        {
            await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
            var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id && d.State == DocumentState.Scheduled, cancel);
            if (document?.ReleaseAt is not { } due || due > Now)
            {
                return ReleaseResult.Refused("not due");
            }

            var text = (await newsroom.NewestTextAsync(vault, id, cancel))!;
            var bundle = await BundleAsync(newsroom, document, text, cancel);
            var approval = await newsroom.Approvals.Where(a => a.DocumentId == id && a.Revision == document.Revision).OrderByDescending(a => a.ApprovedAt).FirstOrDefaultAsync(cancel);
            if (bundle.Fault is not null || approval is null || approval.BoundHash != await BoundHashAsync(newsroom, bundle.Documents, due, cancel))
            {
                document.SendBack(Now);
                newsroom.Record(Now, StaffGuard.System, "approval.void", id, $"revision {document.Revision}");
                await newsroom.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return ReleaseResult.Refused(bundle.Fault ?? "the approval does not fit the text any more");
            }

            key = $"scheduled-{id:N}-{document.Revision}-{due.ToUnixTimeMilliseconds()}";
            var issues = await releases.HandOverAsync(newsroom, key, bundle.Documents, due, approval.ApprovedBy, approval.Alone, cancel);
            if (issues.Count > 0)
            {
                return ReleaseResult.Refused(issues);
            }

            try
            {
                await newsroom.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
            }
            catch (DbUpdateException) when (!cancel.IsCancellationRequested)
            {
                // Another look at the same moment may have handed it over under the same key; then that one counts.
                await transaction.RollbackAsync(cancel);
                if (!await releases.IsHandedOverAsync(key, cancel))
                {
                    throw;
                }
            }
        }

        return await releases.CarryOutAsync(key, cancel);
    }

    /// <summary>Scheduled documents whose instant has come.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancel)
    {
        var now = Now;
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.Documents.Where(d => d.State == DocumentState.Scheduled && d.ReleaseAt <= now).Select(d => d.Id).ToListAsync(cancel);
    }

    /// <summary>Whether somebody wrote any part of what is not yet released.</summary>
    public static async Task<bool> IsAuthorAsync(NewsroomDbContext newsroom, NewsroomDocument document, string userId, CancellationToken cancel) =>
        await newsroom.Revisions.AnyAsync(r => r.DocumentId == document.Id && r.Number > document.PublishedRevision && r.SavedBy == userId, cancel);

    private static string? Fault(NewsroomDocument? document, int revision, params ReadOnlySpan<DocumentState> states) => document switch
    {
        null => "there is no such document",
        _ when !states.Contains(document.State) => $"it is {document.State.ToString().ToLowerInvariant()} now: reload the page",
        _ when document.Revision != revision => $"revision {document.Revision} was saved after the one you read: reload the page",
        _ => null,
    };

    private string? RuleFault(NewsroomDocument document, bool alone)
    {
        if (rules.SecondPerson is not SecondPersonRule.Required)
        {
            return null;
        }

        return alone
            ? "someone else must approve this: you wrote part of it"
            : document.State is DocumentState.InReview ? null : "its author has not handed it over yet";
    }

    private async Task<Instant?> ReleaseTimeAsync(RevisionText text, CancellationToken cancel)
    {
        var context = await company.ContextAsync(cancel);
        return DraftCheck.Run(text.Fields, context).Document is Content.AnnouncementDocument { Status: Content.DocumentStatus.Scheduled } announcement ? announcement.ReleaseAt : null;
    }

    private async Task<(IReadOnlyList<NewsroomDocument> Documents, string? Fault)> BundleAsync(NewsroomDbContext newsroom, NewsroomDocument document, RevisionText text, CancellationToken cancel)
    {
        if (document.Kind is EditionKind.Contract && document.PublishedVersion == 0 && text.Fields["announcement"] is { Length: > 0 } slug)
        {
            var hash = vault.Hash("slug", nameof(EditionKind.Announcement), slug);
            var released = await newsroom.Documents.AnyAsync(d => d.Kind == EditionKind.Announcement && d.SlugHash == hash && d.PublishedVersion > 0, cancel);
            return released ? ([document], null) : ([], $"it is released with the announcement {slug}: release that, or take its name out");
        }

        if (document.Kind is not EditionKind.Announcement || document.PublishedVersion > 0)
        {
            return ([document], null);
        }

        var contracts = await newsroom.WaitingContractsAsync(vault, text.Fields.Slug, cancel);
        return ([document, .. contracts.Select(c => c.Document)], null);
    }

    private async Task ApproveAsync(NewsroomDbContext newsroom, IReadOnlyList<NewsroomDocument> bundle, Instant? at, string by, bool alone, Instant now, CancellationToken cancel)
    {
        newsroom.Approvals.Add(new Approval
        {
            Id = Guid.NewGuid(),
            DocumentId = bundle[0].Id,
            Revision = bundle[0].Revision,
            BoundHash = await BoundHashAsync(newsroom, bundle, at, cancel),
            ReleaseAt = at,
            ApprovedBy = by,
            ApprovedAt = now,
            Alone = alone,
        });
        newsroom.Record(now, by, alone ? "release.alone" : "release.approved", bundle[0].Id, $"revision {bundle[0].Revision}");
    }

    // Revisions are immutable rows and each upload has an id of its own, so ids and numbers bind texts and files.
    private async Task<string> BoundHashAsync(NewsroomDbContext newsroom, IReadOnlyList<NewsroomDocument> bundle, Instant? at, CancellationToken cancel)
    {
        var ids = bundle.Select(d => d.Id).ToList();
        var files = await newsroom.DraftFiles.Where(f => ids.Contains(f.DocumentId)).Select(f => f.Id).ToListAsync(cancel);
        return vault.Hash(
        [
            "approval",
            at is { } instant ? LedgerChain.Format(instant) : "now",
            .. bundle.Select(d => $"{d.Id:N}/{d.Revision}").Order(StringComparer.Ordinal),
            .. files.Select(f => f.ToString("N")).Order(StringComparer.Ordinal),
        ]);
    }
}
