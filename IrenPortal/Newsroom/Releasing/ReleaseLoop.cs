using IrenPortal.Newsroom.Review;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>
/// Looks every 250 ms for releases that are due and for packages that were left, on a thread of its own: SQLite's calls block,
/// and busy pool threads must not delay a release. What is due says its row, not a timer.
/// </summary>
public sealed partial class ReleaseLoop(ReviewDesk review, ReleaseDesk releases, TimeProvider time, ILogger<ReleaseLoop> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _stop = new();
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

        End();
        _stop.Dispose();
    }

    private void End()
    {
        _stop.Cancel();
        _thread?.Join(TimeSpan.FromSeconds(5));
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

        foreach (var id in await review.DueAsync(cancel))
        {
            await review.ReleaseDueAsync(id, cancel);
        }
    }

    // The exception's text could carry a draft's: its kind has to do.
    [LoggerMessage(Level = LogLevel.Error, Message = "The release loop failed with {Fault} and will try again.")]
    private static partial void LogFault(ILogger logger, string fault);
}
