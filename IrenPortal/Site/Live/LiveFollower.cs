using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Live;

/// <summary>
/// Follows the store for all streams together: one read for each store version, one heartbeat for everybody. It reads what
/// readers read, so that no stream can speak of what isn't public.
/// </summary>
public sealed partial class LiveFollower : ThreadLoop
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);
    private readonly IDbContextFactory<PublicDbContext> _stores;
    private readonly StoreVersionBoard _board;
    private readonly LiveFeed _feed;
    private readonly PublicOrigin _origin;
    private readonly TimeProvider _time;
    private readonly ILogger<LiveFollower> _log;
    private long _replacements;
    private Task? _beat;
    private bool _failed;

    /// <summary>Takes what it follows; the end of the portal ends the feed before the server waits for its connections.</summary>
    public LiveFollower(
        IDbContextFactory<PublicDbContext> stores, StoreVersionBoard board, LiveFeed feed, PublicOrigin origin, TimeProvider time,
        IHostApplicationLifetime lifetime, ILogger<LiveFollower> log)
        : base("live", TimeSpan.Zero)
    {
        (_stores, _board, _feed, _origin, _time, _log) = (stores, board, feed, origin, time, log);
        lifetime.ApplicationStopping.Register(feed.End);
    }

    /// <inheritdoc />
    protected override TimeSpan Pause => _failed ? AfterFault : TimeSpan.Zero;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancel)
    {
        _failed = false;
        var changed = _board.Changed;
        if (_board.IsKnown)
        {
            await ReadAsync(cancel);
        }

        _beat ??= Task.Delay(Heartbeat, _time, cancel);
        await Task.WhenAny(changed, _beat);
        if (_beat.IsCompleted)
        {
            _beat = null;
            _feed.Beat();
        }
    }

    /// <inheritdoc />
    protected override void OnFault(Exception fault)
    {
        _failed = true;
        LogFault(_log, fault.GetType().Name);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var (replacements, known) = (_board.Replacements, _feed.Now.Version);
        var isOther = known < 0 || replacements != _replacements;
        if (!isOther && _board.Current <= known)
        {
            return;
        }

        await using var store = await _stores.CreateDbContextAsync(cancel);
        await using var snapshot = await store.BeginSnapshotAsync(cancel);
        var after = isOther ? 0 : known;
        var version = await store.VersionAsync(cancel);
        var editions = await store.Editions.AsNoTracking()
            .Where(e => e.Kind == EditionKind.Announcement && e.Number > after)
            .OrderByDescending(e => e.Number)
            .Take(LiveFeed.Most)
            .ToListAsync(cancel);
        LiveEvent[] events = [.. editions.AsEnumerable().Reverse().Select(EventOf)];
        if (isOther)
        {
            _replacements = replacements;
            _feed.Restart(version, events);
        }
        else
        {
            _feed.Add(version, events);
        }
    }

    private LiveEvent EventOf(Edition edition) => new(
        edition.Number,
        edition.Version == 1 ? "release" : ContentJson.IsWithdrawn(edition.Document) ? "withdrawal" : "correction",
        () => new LiveItem(edition.Slug, edition.Title, edition.ReleasedAt, _origin.Absolute("/news/" + edition.Slug)));

    [LoggerMessage(Level = LogLevel.Error, Message = "What open pages are told of could not be read ({Fault}) and is read again.")]
    private static partial void LogFault(ILogger logger, string fault);
}
