using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Scheduling;

/// <summary>What was scheduled at one look at the clock and the newsroom.</summary>
/// <param name="Now">The clock then.</param>
/// <param name="Releases">Documents and their instants, the earliest first.</param>
public sealed record ScheduledLook(Instant Now, IReadOnlyList<(Guid Document, Instant At)> Releases)
{
    /// <summary>A scheduled release this long past its instant is an alarm.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(1);

    /// <summary>Documents whose instant has come.</summary>
    public IReadOnlyList<Guid> Due => PastBy(Duration.Zero);

    /// <summary>Documents whose instant passed a second ago or more.</summary>
    public IReadOnlyList<Guid> Overdue => PastBy(Patience);

    /// <summary>How long until the earliest instant, negative when it has passed; null while nothing is scheduled.</summary>
    public Duration? UntilNext => Releases is [var first, ..] ? first.At - Now : null;

    private IReadOnlyList<Guid> PastBy(Duration by) => [.. Releases.Where(r => r.At <= Now - by).Select(r => r.Document)];
}

/// <summary>Releases what is due. A row says that it is, not a timer; state, time and approval are asked again inside the transaction.</summary>
public sealed class DueReleases(IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault, ReleaseBundles bundles, ReleaseDesk releases, TrustedClock clock)
{
    /// <summary>What is scheduled now.</summary>
    public async Task<ScheduledLook> LookAsync(CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var scheduled = await newsroom.Documents.Where(d => d.State == DocumentState.Scheduled && d.ReleaseAt != null)
            .OrderBy(d => d.ReleaseAt).Select(d => new { d.Id, At = d.ReleaseAt!.Value }).ToListAsync(cancel);
        return new ScheduledLook(await clock.NowAsync(cancel), [.. scheduled.Select(s => (s.Id, s.At))]);
    }

    /// <summary>Releases a scheduled document whose instant has come, if the approval still fits it.</summary>
    public async Task<ReleaseResult> ReleaseAsync(Guid id, CancellationToken cancel)
    {
        string key;
        var now = await clock.NowAsync(cancel);
        await using (var newsroom = await newsrooms.CreateDbContextAsync(cancel))
        {
            await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
            var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id && d.State == DocumentState.Scheduled, cancel);
            if (document?.ReleaseAt is not { } due || due > now)
            {
                return ReleaseResult.Refused("not due");
            }

            var text = (await newsroom.NewestTextAsync(vault, id, cancel))!;
            var bundle = await bundles.OfAsync(newsroom, document, text, cancel);
            var approval = bundle.Fault is null ? await bundles.ApprovalOfAsync(newsroom, bundle.Documents, due, cancel) : null;
            if (approval is null)
            {
                document.SendBack(now);
                newsroom.Record(now, StaffGuard.System, "approval.void", id, $"revision {document.Revision}");
                await newsroom.TryCommitAsync(transaction, cancel);
                return ReleaseResult.Refused(bundle.Fault ?? "the approval does not fit the text any more");
            }

            key = $"{CommandKeys.Scheduled}{id:N}-{document.Revision}-{due.ToUnixTimeMilliseconds()}";
            var issues = await releases.HandOverAsync(newsroom, key, bundle.Documents, due, approval.ApprovedBy, approval.Alone, cancel);
            if (issues.Count > 0)
            {
                return ReleaseResult.Refused(issues);
            }

            // Another look at the same moment may have handed it over under the same key; then that one counts. Or it was cancelled.
            if (!await newsroom.TryCommitAsync(transaction, cancel) && !await releases.IsHandedOverAsync(key, cancel))
            {
                return ReleaseResult.Refused(StaffGuard.ChangedMeanwhile);
            }
        }

        return await releases.CarryOutAsync(key, cancel);
    }
}
