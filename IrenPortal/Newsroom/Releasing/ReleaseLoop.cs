using IrenPortal.Hosting;
using IrenPortal.Newsroom.Scheduling;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>
/// Looks every 250 ms, and when the next instant comes, for releases that are due and for packages that were left. What is due
/// says its row, not a timer.
/// </summary>
public sealed partial class ReleaseLoop(DueReleases due, ReleaseDesk releases, TimeProvider time, ILogger<ReleaseLoop> log)
    : ThreadLoop("release-loop", Longest)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(5);
    private readonly Dictionary<Guid, long> _alarms = [];
    private long _lastLook;
    private TimeSpan _pause = Longest;

    /// <summary>How long ago the loop last looked; null before the first look.</summary>
    public TimeSpan? SinceLastLook => Interlocked.Read(ref _lastLook) is var at and not 0 ? time.GetElapsedTime(at) : null;

    /// <inheritdoc />
    protected override TimeSpan Pause => _pause;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancel)
    {
        foreach (var key in await releases.UnfinishedAsync(TimeSpan.FromSeconds(5), cancel))
        {
            await releases.CarryOutAsync(key, cancel);
        }

        var look = await due.LookAsync(cancel);
        if (look.Due.Count > 0)
        {
            foreach (var id in look.Due)
            {
                await due.ReleaseAsync(id, cancel);
            }

            look = await due.LookAsync(cancel);
        }

        foreach (var id in look.Overdue)
        {
            Alarm(id);
        }

        Interlocked.Exchange(ref _lastLook, time.GetTimestamp());
        _pause = look.UntilNext is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.BclCompatibleTicks, Shortest.Ticks, Longest.Ticks)) : Longest;
    }

    // An error in a check means not released, and loud. The exception's text could carry a draft's: its kind has to do.
    /// <inheritdoc />
    protected override void OnFault(Exception fault) => LogFault(log, fault.GetType().Name);

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

    [LoggerMessage(Level = LogLevel.Error, Message = "The release loop failed with {Fault} and will try again.")]
    private static partial void LogFault(ILogger logger, string fault);
}
