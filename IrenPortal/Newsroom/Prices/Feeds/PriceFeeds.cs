using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>
/// The sources that the settings name, looked at every second on a thread of their own, apart from the one that releases: an
/// answer that takes long delays no announcement.
/// </summary>
public sealed class PriceFeeds : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly FetchTimes FolderTimes = new(Duration.FromMinutes(1), Duration.Zero);
    private readonly List<IPriceSource> _sources = [];
    private readonly List<PriceFeed> _feeds = [];
    private readonly CancellationTokenSource _stop = new();
    private Thread? _thread;
    private bool _disposed;

    /// <summary>Makes the sources; none is asked before the start.</summary>
    public PriceFeeds(
        PriceSettings settings, PriceIntake intake, CompanyOnFile company, IDbContextFactory<PublicDbContext> stores, IDbContextFactory<NewsroomDbContext> newsrooms,
        TimeProvider time, ILogger<PriceFeeds> log)
    {
        if (settings.Folder is { } folder)
        {
            Add(new FolderPriceSource(folder, time), FolderTimes);
        }

        if (settings.Http is { } http)
        {
            Add(new HttpPriceSource(http, time), settings.Times);
        }

        void Add(IPriceSource source, FetchTimes times)
        {
            _sources.Add(source);
            _feeds.Add(new PriceFeed(source, times, intake, settings.Limits, company, stores, newsrooms, time, log));
        }
    }

    /// <summary>How each source stands.</summary>
    public IReadOnlyList<FeedStatus> Statuses => [.. _feeds.Select(f => f.Status)];

    /// <summary>Asks every source within a second.</summary>
    public void Hurry() => _feeds.ForEach(f => f.Hurry());

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_feeds.Count > 0)
        {
            _thread = new Thread(Run) { IsBackground = true, Name = "price-feeds" };
            _thread.Start();
        }

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

        _sources.OfType<IDisposable>().ToList().ForEach(s => s.Dispose());
    }

    private bool End()
    {
        _stop.Cancel();
        return _thread?.Join(TimeSpan.FromSeconds(5)) ?? true;
    }

    private void Run()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _feeds.ForEach(f => f.RunDueAsync(_stop.Token).GetAwaiter().GetResult());
                _stop.Token.WaitHandle.WaitOne(Pause);
            }
        }
        catch (OperationCanceledException)
        {
            // The portal is ending.
        }
    }
}
