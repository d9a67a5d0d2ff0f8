using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Hosting;

/// <summary>
/// Looks what other processes committed, and whether the store can be read at all, on a thread of its own: SQLite's calls
/// block, and a pool that is busy with readers must not hold back a release.
/// </summary>
public sealed partial class StoreVersionWatcher(
    IDbContextFactory<PublicDbContext> stores, StoreVersionBoard board, ILogger<StoreVersionWatcher> log) : IHostedService, IDisposable
{
    private const int LooksBetweenSchemaChecks = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);
    private readonly ManualResetEventSlim _stop = new();
    private readonly ManualResetEventSlim _looked = new();
    private Thread? _thread;
    private (long Number, string Hash) _last = (-1, "");
    private volatile string? _fault = "the public store has not been read yet";
    private int _looks;
    private bool _disposed;

    /// <summary>Why readers can't be served, in a line; null while they can.</summary>
    public string? Fault => _fault;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _thread = new Thread(Watch) { IsBackground = true, Name = "store version" };
        _thread.Start();

        // The first reader should not meet a store that merely wasn't looked at; a database that hangs doesn't hold the start.
        _looked.Wait(FirstLook, cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    /// <summary>Ends the thread first: a start that fails disposes without stopping, and a look at what is gone would end the process.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _disposed, true) && End())
        {
            _stop.Dispose();
            _looked.Dispose();
        }
    }

    private bool End()
    {
        _stop.Set();
        return _thread?.Join(FirstLook) ?? true;
    }

    private void Watch()
    {
        do
        {
            try
            {
                Look();
            }
            catch (Exception unreadable)
            {
                Report("the public store can't be read", unreadable);
            }

            _looked.Set();
        }
        while (!_stop.Wait(Pause));
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
