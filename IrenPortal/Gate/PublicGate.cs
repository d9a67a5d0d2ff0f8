using System.Security.Cryptography;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Gate;

/// <summary>
/// The only writer of the public store. A command is one transaction, exactly once by its key, never before an item's
/// instant; each item gets a ledger entry and a closing entry covers every column that was written.
/// </summary>
public sealed partial class PublicGate(
    PublicStoreWriter writer,
    LedgerSigner signer,
    IGateClock clock,
    StoreVersionBoard board,
    ILogger<PublicGate> log)
{
    /// <summary>Carries a command out, or says why not. Acknowledged only after the commit.</summary>
    public Task<GateResult> ReleaseAsync(ReleaseCommand command, CancellationToken cancel) => RunAsync(command, commit: true, cancel);

    /// <summary>Does all that a release does, but for the commit: nothing of it stays, and no reader sees any of it.</summary>
    public Task<GateResult> RehearseAsync(ReleaseCommand command, CancellationToken cancel) => RunAsync(command, commit: false, cancel);

    private async Task<GateResult> RunAsync(ReleaseCommand command, bool commit, CancellationToken cancel)
    {
        await using var store = writer.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await LockAsync(store, cancel);

        var now = await clock.NowAsync(store, cancel);
        var done = await store.CarriedOutCommands.AsNoTracking().SingleOrDefaultAsync(c => c.Key == command.Key, cancel);
        if (done is not null)
        {
            return new GateResult(GateOutcome.AlreadyReleased, done.LastNumber, done.At, await VersionsAsync(store, done, cancel), []);
        }

        var last = await store.Ledger.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancel);
        var early = GateChecks.EarlyIssues(command, now);
        var issues = early.Count > 0 ? early : await GateChecks.IssuesAsync(store, command, cancel);
        if (issues.Count > 0)
        {
            LogRefused(log, command.Key, issues.Count);
            return new GateResult(early.Count > 0 ? GateOutcome.Early : GateOutcome.Refused, last?.Number ?? 0, now, Empty, issues);
        }

        var composer = new CommandComposer(store, signer, command.Key, now, last);
        await composer.ComposeAsync(command, cancel);
        if (composer.IsEmpty)
        {
            return new GateResult(GateOutcome.Unchanged, last?.Number ?? 0, now, Empty, []);
        }

        var version = composer.Close();
        await composer.SaveAsync(cancel);
        if (!commit)
        {
            return new GateResult(GateOutcome.Unchanged, last?.Number ?? 0, now, Empty, []);
        }

        await transaction.CommitAsync(cancel);
        board.Announce(version);
        LogReleased(log, command.Key, version);
        return new GateResult(GateOutcome.Released, version, now, composer.Versions, []);
    }

    /// <summary>
    /// Makes what searches find anew where it isn't there: an upgrade brought the table, or emptied it because texts are cut
    /// otherwise. Readers have it whole or not at all.
    /// </summary>
    public async Task CompleteSearchAsync(CancellationToken cancel)
    {
        await using var store = writer.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await LockAsync(store, cancel);
        var rows = new SearchRows(store);
        if (await rows.AreCompleteAsync(cancel))
        {
            return;
        }

        await rows.RebuildAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogSearchRebuilt(log);
    }

    /// <summary>Lower-case hex, 128 random bits: the public id of a file.</summary>
    internal static string NewFileId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static Dictionary<(EditionKind, string), int> Empty => [];

    // SQLite's transaction began immediate and is alone already.
    private static Task LockAsync(PublicDbContext store, CancellationToken cancel) => store.Database.IsSqlite()
        ? Task.CompletedTask
        : store.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7240031)", cancel);

    private static async Task<IReadOnlyDictionary<(EditionKind, string), int>> VersionsAsync(PublicDbContext store, CarriedOutCommand done, CancellationToken cancel)
    {
        var editions = await store.Editions.AsNoTracking()
            .Where(e => e.Number >= done.FirstNumber && e.Number <= done.LastNumber)
            .Select(e => new { e.Kind, e.Slug, e.Version })
            .ToListAsync(cancel);
        return editions.ToDictionary(e => (e.Kind, e.Slug), e => e.Version);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Released command {Key}; the store is at version {Version}.")]
    private static partial void LogReleased(ILogger logger, string key, long version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the search projection anew.")]
    private static partial void LogSearchRebuilt(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused command {Key} for {Count} reasons; nothing was changed.")]
    private static partial void LogRefused(ILogger logger, string key, int count);
}
