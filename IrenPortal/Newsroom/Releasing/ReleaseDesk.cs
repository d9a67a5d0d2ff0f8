using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Media;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>How a release ended.</summary>
/// <param name="Done">Readers have it.</param>
/// <param name="Version">The store version then.</param>
/// <param name="Issues">Why not, a sentence each.</param>
public sealed record ReleaseResult(bool Done, long Version, IReadOnlyList<string> Issues)
{
    /// <summary>Refused for these reasons.</summary>
    public static ReleaseResult Refused(params IReadOnlyList<string> issues) => new(false, 0, issues);
}

/// <summary>
/// Takes documents through the gate in two steps that a crash can part but not spoil: the package is written to the newsroom,
/// the gate carries it out by its key, the newsroom is marked. The next start finishes what was left.
/// </summary>
public sealed partial class ReleaseDesk(
    IDbContextFactory<NewsroomDbContext> newsrooms,
    DraftVault vault,
    DraftMedia media,
    CompanyOnFile company,
    PublicGate gate,
    TimeProvider time,
    ILogger<ReleaseDesk> log)
{
    private Instant Now => time.StoredNow();

    /// <summary>
    /// Moves documents to <see cref="DocumentState.Releasing"/> and writes their package, inside a transaction that the caller
    /// commits. What is wrong comes back, and the caller rolls back.
    /// </summary>
    /// <param name="newsroom">The caller's transaction.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="documents">What is released together.</param>
    /// <param name="releasedAt">The approved instant.</param>
    /// <param name="by">Who releases.</param>
    /// <param name="alone">By the author alone.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal async Task<IReadOnlyList<string>> HandOverAsync(
        NewsroomDbContext newsroom, string key, IReadOnlyList<NewsroomDocument> documents, Instant releasedAt, string by, bool alone, CancellationToken cancel)
    {
        var context = await company.ContextAsync(cancel);
        var issues = new List<string>();
        var items = new List<EditionItem>();
        var packaged = new List<PackagedDocument>();
        var now = Now;
        foreach (var document in documents)
        {
            var text = (await newsroom.NewestTextAsync(vault, document.Id, cancel))!;
            var check = DraftCheck.Run(Due(text.Fields), context);
            if (check.Document is null)
            {
                issues.AddRange(check.Issues.Select(i => i.Field is null ? i.Message : $"{i.Field} {i.Message}"));
                continue;
            }

            var names = FileNames(check.Document, text);
            var files = await media.GatherAsync(newsroom, document.Id, names, cancel);
            issues.AddRange(names.Except(files.Select(f => f.Name), StringComparer.Ordinal).Select(n => $"the file {n} is not there: upload it or take its name out"));
            var frame = new EditionFrame(document.PublishedVersion, context.Zone, files);
            items.Add(Compose(check.Document, RenderedText.Of(text), releasedAt, now, frame));
            packaged.Add(new PackagedDocument(document.Id, document.Kind, text.Fields.Slug, document.Revision));
            document.BeginRelease(alone, now);
        }

        if (issues.Count == 0)
        {
            newsroom.PendingReleases.Add(new ReleasePackage(new ReleaseCommand(key, items), packaged).Seal(vault, by, now));
            packaged.ForEach(p => newsroom.Record(now, by, "release.begun", p.Id, $"revision {p.Revision}"));
        }

        return issues;
    }

    /// <summary>Whether a package was written under this key.</summary>
    public async Task<bool> IsHandedOverAsync(string key, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.PendingReleases.AnyAsync(p => p.Key == key, cancel);
    }

    /// <summary>Carries a written package out and marks the newsroom. Safe to call again after any failure.</summary>
    public async Task<ReleaseResult> CarryOutAsync(string key, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var pending = await newsroom.PendingReleases.AsNoTracking().SingleOrDefaultAsync(p => p.Key == key, cancel);
        if (pending is null)
        {
            return ReleaseResult.Refused("there is no such release");
        }

        if (pending.EndedAt is not null)
        {
            return new ReleaseResult(!pending.Refused, 0, pending.Refused ? ["this release was refused before"] : []);
        }

        var package = ReleasePackage.Open(vault, pending);
        var result = await gate.ReleaseAsync(package.Command, cancel);
        if (result.Outcome is GateOutcome.Early)
        {
            // The gate's clock was put back since the hand-over: the package stays, and the release loop comes with it again.
            return ReleaseResult.Refused(result.Issues);
        }

        await MarkAsync(key, package, result, cancel);
        return new ReleaseResult(result.Outcome is not GateOutcome.Refused, result.Version, result.Issues);
    }

    /// <summary>Keys of packages that were written at least <paramref name="age"/> ago and not ended: what a crash or a lost database left.</summary>
    public async Task<IReadOnlyList<string>> UnfinishedAsync(TimeSpan age, CancellationToken cancel)
    {
        var before = Now - Duration.FromTimeSpan(age);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.PendingReleases.Where(p => p.EndedAt == null && p.CreatedAt <= before).OrderBy(p => p.CreatedAt).Select(p => p.Key).ToListAsync(cancel);
    }

    // What was scheduled lies in the past once it is due; its instant is the approved one, not the form's.
    private static DraftFields Due(DraftFields fields) => fields["status"] == "scheduled" ? fields.With("status", "draft") : fields;

    private static EditionItem Compose(object document, RenderedText text, Instant releasedAt, Instant now, EditionFrame frame) => document switch
    {
        AnnouncementDocument announcement => EditionComposer.Announcement(announcement, text, releasedAt, frame),
        ContractDocument contract => EditionComposer.Contract(contract, text, now, frame),
        PageDocument page => EditionComposer.Page(page, text, now, frame),
        EventDocument entry => EditionComposer.Event(entry, text, frame),
        _ => throw new ArgumentException("This kind is not released from drafts.", nameof(document)),
    };

    private static IReadOnlyList<string> FileNames(object document, RevisionText text) =>
        document is AnnouncementDocument announcement ? [.. announcement.Files.Union(text.MediaNames, StringComparer.Ordinal)] : text.MediaNames;

    // The release loop and a person may carry the same package out at once: the second one waits for the first and finds it ended.
    private async Task MarkAsync(string key, ReleasePackage package, GateResult result, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await AuditChain.LockAsync(newsroom, cancel);
        var pending = await newsroom.PendingReleases.SingleAsync(p => p.Key == key, cancel);
        if (pending.EndedAt is not null)
        {
            return;
        }

        var now = Now;
        var refused = result.Outcome is GateOutcome.Refused;
        foreach (var packaged in package.Documents)
        {
            var document = await newsroom.Documents.SingleAsync(d => d.Id == packaged.Id, cancel);
            if (refused)
            {
                document.AbortRelease(now);
            }
            else
            {
                document.FinishRelease(result.Versions.GetValueOrDefault((packaged.Kind, packaged.Slug), document.PublishedVersion), packaged.Revision, package.Withdraws(packaged), now);
            }

            newsroom.Record(now, pending.CreatedBy, refused ? "release.refused" : "release.finished", packaged.Id, $"revision {packaged.Revision}");
        }

        if (package.Proposal is { } id)
        {
            var proposal = await newsroom.PriceProposals.SingleAsync(p => p.Id == id, cancel);
            if (refused)
            {
                proposal.AbortRelease();
            }
            else
            {
                proposal.FinishRelease();
            }

            newsroom.Record(now, pending.CreatedBy, refused ? "prices.refused" : "prices.released", id, $"store version {result.Version}");
        }

        pending.End(refused, now);
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogEnded(log, key, refused ? "refused" : "done");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Release {Key}: {Outcome}.")]
    private static partial void LogEnded(ILogger logger, string key, string outcome);
}
