using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>
/// The sources that the settings name, looked at every second on a thread of their own, apart from the one that releases: an
/// answer that takes long delays no announcement.
/// </summary>
public sealed partial class PriceFeeds : ThreadLoop
{
    private static readonly FetchTimes FolderTimes = new(Duration.FromMinutes(1), Duration.Zero);
    private readonly List<IPriceSource> _sources = [];
    private readonly List<PriceFeed> _feeds = [];
    private readonly ILogger<PriceFeeds> _log;

    /// <summary>Makes the sources; none is asked before the start.</summary>
    public PriceFeeds(
        PriceSettings settings, PriceIntake intake, CompanyOnFile company, IDbContextFactory<PublicDbContext> stores, IDbContextFactory<NewsroomDbContext> newsrooms,
        TimeProvider time, ILogger<PriceFeeds> log)
        : base("price-feeds", TimeSpan.FromSeconds(1))
    {
        _log = log;
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
    protected override bool HasWork => _feeds.Count > 0;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancel)
    {
        foreach (var feed in _feeds)
        {
            await feed.RunDueAsync(cancel);
        }
    }

    /// <inheritdoc />
    protected override void OnFault(Exception fault) => LogFault(_log, fault);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _sources.OfType<IDisposable>().ToList().ForEach(s => s.Dispose());
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after the sources of prices failed; they are looked at again.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
