using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Scheduling;
using IrenPortal.Ui.Formats;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Review;

/// <summary>The yes to exactly one revision, its files and its instant; and the release of what has that yes.</summary>
public sealed class ApprovalDesk(
    IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault, CompanyOnFile company, ReleaseBundles bundles, ReleaseDesk releases, ReleaseRules rules, TrustedClock clock, TimeProvider time)
{
    private const string WrongTime = "the typed time is not the release time";

    private Instant Now => time.StoredNow();

    /// <summary>Whether a refusal is about the time that the approver typed.</summary>
    public static bool IsOfTypedTime(string issue) => issue.StartsWith(WrongTime, StringComparison.Ordinal);

    /// <summary>Approves a revision: for its own release time where it names one, else for whenever somebody releases it.</summary>
    /// <param name="id">The document.</param>
    /// <param name="revision">The revision that the approver has read.</param>
    /// <param name="typedTime">The release time on the company's clock, <c>HH:mm</c>, as the approver typed it; imports type none.</param>
    /// <param name="by">The approver.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What has to be put right first; empty when done.</returns>
    public async Task<IReadOnlyList<string>> ApproveAsync(Guid id, int revision, string? typedTime, string by, CancellationToken cancel)
    {
        var zone = (await company.ContextAsync(cancel)).Zone;
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        var (ready, issues) = await ReadyAsync(newsroom, id, revision, by, [DocumentState.InReview], cancel);
        if (ready is null)
        {
            return issues;
        }

        var now = Now;
        var at = await bundles.OwnTimeAsync(ready.Text, cancel);
        if (TimeFault(at, typedTime, zone, by, now) is { } fault)
        {
            return [fault];
        }

        await AddApprovalAsync(newsroom, ready, at, by, now, cancel);
        if (at is { } later)
        {
            ready.Document.Schedule(later, now);
            newsroom.Record(now, by, "release.scheduled", id, $"revision {revision}");
        }
        else
        {
            ready.Document.Approve(now);
        }

        return await newsroom.TryCommitAsync(transaction, cancel) ? [] : [StaffGuard.ChangedMeanwhile];
    }

    /// <summary>
    /// Releases at once: what was approved without a time, or, approving it in the same act, what is in review without one.
    /// Contracts that name an announcement and were never released go with it, in the same transaction.
    /// </summary>
    /// <param name="id">The document.</param>
    /// <param name="revision">The revision that was read.</param>
    /// <param name="by">Who releases.</param>
    /// <param name="key">The idempotency key: the same call again is the same release.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ReleaseResult> ReleaseAsync(Guid id, int revision, string by, string key, CancellationToken cancel)
    {
        await using (var newsroom = await newsrooms.CreateDbContextAsync(cancel))
        {
            await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
            if (await releases.IsHandedOverAsync(key, cancel))
            {
                return await releases.CarryOutAsync(key, cancel);
            }

            await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
            var (ready, issues) = await ReadyAsync(newsroom, id, revision, by, [DocumentState.Draft, DocumentState.InReview, DocumentState.Approved], cancel);
            if (ready is null)
            {
                return ReleaseResult.Refused(issues);
            }

            var now = await clock.NowAsync(cancel);
            if (await bundles.OwnTimeAsync(ready.Text, cancel) is not null)
            {
                return ReleaseResult.Refused("it has a release time of its own: approve it for that, or send it back and take the time out");
            }

            var approval = ready.Document.State is DocumentState.Approved ? await bundles.ApprovalOfAsync(newsroom, ready.Bundle, at: null, cancel) : null;
            if (ready.Document.State is DocumentState.Approved && approval is null)
            {
                return ReleaseResult.Refused("the approval does not fit the text and its files any more: send it back and have it approved again");
            }

            approval ??= await AddApprovalAsync(newsroom, ready, at: null, by, now, cancel);
            var refusals = await releases.HandOverAsync(newsroom, key, ready.Bundle, now, by, approval.Alone, cancel);
            if (refusals.Count > 0)
            {
                return ReleaseResult.Refused(refusals);
            }

            if (!await newsroom.TryCommitAsync(transaction, cancel) && !await releases.IsHandedOverAsync(key, cancel))
            {
                return ReleaseResult.Refused(StaffGuard.ChangedMeanwhile);
            }
        }

        return await releases.CarryOutAsync(key, cancel);
    }

    // Loads everything again inside the transaction and asks every rule but that of the time.
    private async Task<(ReadyToApprove? Ready, IReadOnlyList<string> Issues)> ReadyAsync(
        NewsroomDbContext newsroom, Guid id, int revision, string by, DocumentState[] states, CancellationToken cancel)
    {
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (ReviewDesk.Fault(document, revision, states) is { } fault)
        {
            return (null, [fault]);
        }

        var alone = document!.State is not DocumentState.Approved && await ReviewDesk.IsAuthorAsync(newsroom, document, by, cancel);
        if (RuleFault(document, alone) is { } rule)
        {
            return (null, [rule]);
        }

        var text = (await newsroom.NewestTextAsync(vault, id, cancel))!;
        if (document.PublishedVersion > 0 && text.Fields[DraftFields.Reason].Length == 0)
        {
            return (null, ["the reason for the correction is empty: readers see it, write a sentence"]);
        }

        var bundle = await bundles.OfAsync(newsroom, document, text, cancel);
        return bundle.Fault is { } together ? (null, [together]) : (new ReadyToApprove(document, text, bundle.Documents, alone), []);
    }

    private string? RuleFault(NewsroomDocument document, bool alone) => rules.SecondPerson switch
    {
        SecondPersonRule.Required when alone => "someone else must approve this: you wrote part of it",
        SecondPersonRule.Required when document.State is DocumentState.Draft => "its author has not handed it over yet",
        _ => null,
    };

    // What is scheduled far ahead deserves a second look at the clock; an import has read the time from its file.
    private static string? TimeFault(Instant? at, string? typed, DateTimeZone zone, string by, Instant now) => at switch
    {
        null => null,
        { } past when past <= now => "its release time has passed: send it back and choose another, or take the time out",
        { } later when by != StaffGuard.System && !IsClockOf(typed, later.InZone(zone)) =>
            $"{WrongTime}: type the hours and minutes that stand beside Release, on the clock of {zone.Id}",
        _ => null,
    };

    // 6:30 and 06:30 are one time.
    private static bool IsClockOf(string? typed, ZonedDateTime at) =>
        LocalRelease.Typed.Parse(typed?.Trim() ?? "").TryGetValue(default, out var clock) && Format.Clock(clock) == Format.Clock(at.TimeOfDay);

    private async Task<Approval> AddApprovalAsync(NewsroomDbContext newsroom, ReadyToApprove ready, Instant? at, string by, Instant now, CancellationToken cancel)
    {
        var approval = new Approval
        {
            Id = Guid.NewGuid(),
            DocumentId = ready.Document.Id,
            Revision = ready.Document.Revision,
            BoundHash = await bundles.HashAsync(newsroom, ready.Bundle, at, cancel),
            ReleaseAt = at,
            ApprovedBy = by,
            ApprovedAt = now,
            Alone = ready.Alone,
        };
        newsroom.Approvals.Add(approval);
        newsroom.Record(now, by, ready.Alone ? "release.alone" : "release.approved", ready.Document.Id, $"revision {ready.Document.Revision}");
        return approval;
    }

    private sealed record ReadyToApprove(NewsroomDocument Document, RevisionText Text, IReadOnlyList<NewsroomDocument> Bundle, bool Alone);
}
