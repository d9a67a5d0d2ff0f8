using IrenPortal.Hosting;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Site.Feeds.Hubs;

/// <summary>
/// Tells the hubs of changed feeds, in the process that releases. It reads what readers read and is called by nobody, so that
/// it can't speak of what isn't public.
/// </summary>
public sealed partial class HubPings(HubSettings settings, PublishedSites sites, HubClient client, PublicOrigin origin, TimeProvider time, ILogger<HubPings> log)
    : ThreadLoop("hub-pings", TimeSpan.FromMilliseconds(250))
{
    private readonly HubQueue _queue = new(settings.Hubs);

    /// <inheritdoc />
    protected override bool HasWork => settings.Hubs.Count > 0;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancel)
    {
        _queue.Saw(await sites.CurrentAsync(), Now);
        var due = _queue.Due(Now);
        var faults = await Task.WhenAll(due.Select(hub => TellAsync(hub, cancel)));
        foreach (var (pings, fault) in due.Zip(faults))
        {
            Settle([.. pings], fault);
        }
    }

    /// <inheritdoc />
    protected override void OnFault(Exception fault)
    {
        // A store that can't be read yet is the watcher's to report.
        if (fault is not StoreUnavailableException)
        {
            LogFault(log, fault.GetType().Name);
        }
    }

    // After a failure the hub is left alone: each of its other feeds would wait for the same silence.
    private async Task<(int Told, string? Fault)> TellAsync(IGrouping<Uri, HubPing> pings, CancellationToken cancel)
    {
        var told = 0;
        foreach (var ping in pings)
        {
            if (await client.TellAsync(ping.Hub, origin.Absolute(ping.Topic), cancel) is { } fault)
            {
                return (told, fault);
            }

            told++;
        }

        return (told, null);
    }

    private void Settle(IReadOnlyList<HubPing> pings, (int Told, string? Fault) result)
    {
        foreach (var ping in pings.Take(result.Told))
        {
            _queue.Done(ping);
        }

        var left = pings.Skip(result.Told).ToList();
        if (result.Fault is not { } fault || left.Count == 0)
        {
            return;
        }

        var goesOn = false;
        foreach (var ping in left)
        {
            goesOn |= _queue.Failed(ping, Now);
        }

        if (goesOn)
        {
            LogFailed(log, left[0].Hub.Host, fault);
        }
        else
        {
            LogGivenUp(log, left[0].Hub.Host, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub {Hub} {Fault}; it is told again later.")]
    private static partial void LogFailed(ILogger logger, string hub, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The hub {Hub} {Fault} and is given up until the next release.")]
    private static partial void LogGivenUp(ILogger logger, string hub, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telling the hubs failed with {Fault} and is tried again.")]
    private static partial void LogFault(ILogger logger, string fault);
}
