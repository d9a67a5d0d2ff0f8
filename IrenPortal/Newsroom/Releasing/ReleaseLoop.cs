using IrenPortal.Newsroom.Scheduling;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>
/// Looks every 250 ms for releases that are due and for packages that were left, on a thread of its own: SQLite's calls block,
/// and busy pool threads must not delay a release. What is due says its row, not a timer.
/// </summary>
public sealed partial class ReleaseLoop(DueReleases due, ReleaseDesk releases, TimeProvider time, ILogger<ReleaseLoop> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<Guid, long> _alarms = [];
    private Thread? _thread;
    private long _lastLook;
    private bool _disposed;

    /// <summary>How long ago the loop last looked; null before the first look.</summary>
    public TimeSpan? SinceLastLook => Interlocked.Read(ref _lastLook) is var at and not 0 ? time.GetElapsedTime(at) : null;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "release-loop" };
        _thread.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(End, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        // A start that fails disposes without stopping; the thread must not outlive what it uses.
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        // A look that still runs on a busy machine would fail loudly on what is gone.
        if (End())
        {
            _stop.Dispose();
        }
    }

    private bool End()
    {
        _stop.Cancel();
        return _thread?.Join(TimeSpan.FromSeconds(5)) ?? true;
    }

    private void Run()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Look(_stop.Token).GetAwaiter().GetResult();
                Interlocked.Exchange(ref _lastLook, time.GetTimestamp());
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault)
            {
                // An error in a check means not released, and loud; the next look tries again.
                LogFault(log, fault.GetType().Name);
            }

            _stop.Token.WaitHandle.WaitOne(Pause);
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        foreach (var key in await releases.UnfinishedAsync(TimeSpan.FromSeconds(5), cancel))
        {
            await releases.CarryOutAsync(key, cancel);
        }

        foreach (var id in await due.DueAsync(cancel))
        {
            await due.ReleaseAsync(id, cancel);
        }

        foreach (var id in await due.OverdueAsync(cancel))
        {
            Alarm(id);
        }
    }

    // Once a minute for each, by its opaque id: a release that waits for its cause must not fill the log.
    private void Alarm(Guid document)
    {
        var now = time.GetTimestamp();
        if (!_alarms.TryGetValue(document, out var last) || time.GetElapsedTime(last, now) >= TimeSpan.FromMinutes(1))
        {
            _alarms[document] = now;
            LogOverdue(log, document);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The release of {Document} is overdue.")]
    private static partial void LogOverdue(ILogger logger, Guid document);

    // The exception's text could carry a draft's: its kind has to do.
    [LoggerMessage(Level = LogLevel.Error, Message = "The release loop failed with {Fault} and will try again.")]
    private static partial void LogFault(ILogger logger, string fault);
}
