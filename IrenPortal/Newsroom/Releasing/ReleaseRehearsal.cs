using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Review;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>
/// Takes a made-up announcement the whole way of a release and takes every step back. A start does it once: the first real release
/// is then as quick as the next, and what would stop it is in the log before its hour.
/// </summary>
public sealed partial class ReleaseRehearsal(
    IDbContextFactory<NewsroomDbContext> newsrooms,
    DraftVault vault,
    DraftDesk drafts,
    ReleaseBundles bundles,
    ReleaseDesk releases,
    PublicGate gate,
    TrustedClock clock,
    CompanyOnFile company,
    ILogger<ReleaseRehearsal> log)
{
    /// <summary>Rehearses.</summary>
    /// <returns>False where a step failed, which the log says, or where there is no company yet to release for.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        if (await company.FindAsync(cancel) is not { Categories: [var category, ..] })
        {
            return false;
        }

        try
        {
            await RehearseAsync(category, cancel);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(log, fault);
            return false;
        }
    }

    private async Task RehearseAsync(string category, CancellationToken cancel)
    {
        var now = await clock.NowAsync(cancel);
        var key = $"rehearsal-{Guid.NewGuid():N}";
        var fields = DraftFields.Empty(EditionKind.Announcement).With("headline", "Rehearsal").With("summary", "Nobody reads this.").With("slug", key)
            .With("category", category).With("status", "draft").With(FormShape.Body, "Nobody reads **this**.");

        // Neither transaction is committed: leaving this method takes both back.
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        var draft = drafts.Add(newsroom, fields, DraftCheck.Run(fields, await company.ContextAsync(cancel)), StaffGuard.System, now);
        await newsroom.SaveChangesAsync(cancel);
        var bundle = await bundles.OfAsync(newsroom, draft, (await newsroom.NewestTextAsync(vault, draft.Id, cancel))!, cancel);
        await bundles.ApprovalOfAsync(newsroom, bundle.Documents, now, cancel);
        var issues = await releases.HandOverAsync(newsroom, key, bundle.Documents, now, StaffGuard.System, alone: true, cancel);
        await newsroom.SaveChangesAsync(cancel);
        if (issues.Count == 0)
        {
            var package = ReleasePackage.Open(vault, await newsroom.PendingReleases.AsNoTracking().SingleAsync(p => p.Key == key, cancel));
            issues = (await gate.RehearseAsync(package.Command, cancel)).Issues;
        }

        if (issues.Count > 0)
        {
            throw new InvalidOperationException($"A release would be refused: {string.Join("; ", issues)}.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rehearsal of a release failed: releases may fail too.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
