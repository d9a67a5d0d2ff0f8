namespace IrenPortal.Hosting;

/// <summary>
/// Something that looks again and again on a thread of its own: SQLite's calls block, and a pool that is busy with readers must
/// not hold it back. It ends with the portal, and is gone before what it uses is.
/// </summary>
/// <param name="name">The thread's name.</param>
/// <param name="pause">From the end of one look to the start of the next.</param>
public abstract class ThreadLoop(string name, TimeSpan pause) : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stop = new();
    private Thread? _thread;
    private bool _disposed;

    /// <summary>Whether there is anything to look for; asked once, at the start.</summary>
    protected virtual bool HasWork => true;

    /// <summary>From the end of this look to the start of the next, where something is known to come sooner.</summary>
    protected virtual TimeSpan Pause => pause;

    /// <inheritdoc />
    public virtual Task StartAsync(CancellationToken cancellationToken)
    {
        if (HasWork)
        {
            _thread = new Thread(Run) { IsBackground = true, Name = name };
            _thread.Start();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(End, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the thread; a start that fails disposes without stopping.</summary>
    protected virtual void Dispose(bool disposing)
    {
        // A look that still runs on a busy machine would fail loudly on what is gone.
        if (disposing && !Interlocked.Exchange(ref _disposed, true) && End())
        {
            _stop.Dispose();
        }
    }

    /// <summary>Looks once. A fault goes to <see cref="OnFault"/>; the end of the portal cancels.</summary>
    protected abstract Task LookAsync(CancellationToken cancel);

    /// <summary>Says that a look failed; the next one comes all the same.</summary>
    protected abstract void OnFault(Exception fault);

    private bool End()
    {
        _stop.Cancel();
        return _thread?.Join(Patience) ?? true;
    }

    private void Run()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                LookAsync(_stop.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                OnFault(fault);
            }

            _stop.Token.WaitHandle.WaitOne(Pause);
        }
    }
}
