using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Hosting;

/// <summary>
/// Looks what other processes committed, and whether the store can be read at all, on a thread of its own: SQLite's calls
/// block, and a pool that is busy with readers must not hold back a release.
/// </summary>
public sealed partial class StoreVersionWatcher(
    IDbContextFactory<PublicDbContext> stores, StoreVersionBoard board, ILogger<StoreVersionWatcher> log) : ThreadLoop("store version", BetweenLooks)
{
    private const int LooksBetweenSchemaChecks = 25;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);
    private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (long Number, string Hash) _last = (-1, "");
    private volatile string? _fault = "the public store has not been read yet";
    private int _looks;

    /// <summary>Why readers can't be served, in a line; null while they can.</summary>
    public string? Fault => _fault;

    /// <summary>The first reader should not meet a store that merely wasn't looked at; a database that hangs doesn't hold the start.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(_looked.Task, Task.Delay(FirstLook, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <inheritdoc />
    protected override Task LookAsync(CancellationToken cancel)
    {
        Look();
        _looked.TrySetResult();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void OnFault(Exception fault)
    {
        Report("the public store can't be read", fault);
        _looked.TrySetResult();
    }

    private void Look()
    {
        using var store = stores.CreateDbContext();
        if ((_fault is not null || _looks++ % LooksBetweenSchemaChecks == 0) && !IsOfThisBuild(store))
        {
            Report("the public store's schema is another build's; start the newsroom of this build", null);
            return;
        }

        var head = store.Ledger.OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Hash }).FirstOrDefault();
        var (number, hash) = (head?.Number ?? 0, head?.Hash ?? "");
        if (number < _last.Number || (number == _last.Number && hash != _last.Hash))
        {
            LogReplaced(log, _last.Number, number);
            board.Reset(number);
        }

        _last = (number, hash);
        board.Announce(number);
        if (_fault is not null)
        {
            _fault = null;
            LogReady(log, number);
        }
    }

    private static bool IsOfThisBuild(PublicDbContext store) =>
        store.Database.GetAppliedMigrations().SequenceEqual(store.Database.GetMigrations(), StringComparer.Ordinal);

    private void Report(string fault, Exception? cause)
    {
        if (_fault != fault)
        {
            LogFault(log, cause, fault);
        }

        _fault = fault;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The public store is at version {Version}.")]
    private static partial void LogReady(ILogger logger, long version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not ready: {Fault}.")]
    private static partial void LogFault(ILogger logger, Exception? cause, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another public store is in place: version {Before} was followed by {After}.")]
    private static partial void LogReplaced(ILogger logger, long before, long after);
}
