using IrenPortal.Alerts.Mails;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Hosting;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Alerts.Delivering;

/// <summary>
/// Turns what is public into mail, in the process that has the newsroom. It reads what readers read and is called by nobody, so
/// that it can't speak of what isn't public. All that it must remember is in the outbox.
/// </summary>
public sealed partial class AlertWorker(
    FanOut fanOut, Digests digests, Sender sender, Outbox outbox, BounceFolder bounces, Retention retention, IMailTransport transport, SiteMoments moments,
    IDbContextFactory<AlertsDbContext> stores, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<AlertWorker> log)
    : ThreadLoop("alerts", TimeSpan.FromMilliseconds(500))
{
    private static readonly Duration FirstPause = Duration.FromSeconds(5);
    private static readonly Duration LongestPause = Duration.FromMinutes(5);
    private static readonly Duration BetweenBounces = Duration.FromMinutes(1);
    private static readonly Duration BetweenRecoveries = Duration.FromSeconds(5);
    private static readonly Duration BetweenDeletions = Duration.FromHours(1);
    private Instant _nextBounces;
    private Instant _nextRecovery;
    private Instant _nextDeletion;
    private Instant _serverBack;
    private Duration _pause = Duration.Zero;
    private bool _serverKnown;

    /// <inheritdoc />
    protected override Task LookAsync(CancellationToken cancel) => RunOnceAsync(cancel);

    /// <summary>Does all that is due.</summary>
    internal async Task RunOnceAsync(CancellationToken cancel)
    {
        // Before it the server has no address, and without one no link can be written.
        if (!lifetime.ApplicationStarted.IsCancellationRequested)
        {
            return;
        }

        var zone = (await moments.NowAsync()).Chrome.Zone;
        await fanOut.RunAsync(cancel);
        await digests.RunAsync(zone, cancel);
        if (IsTime(ref _nextRecovery, BetweenRecoveries) && await outbox.RecoverAsync(transport.DidSend, cancel) is > 0 and var cut)
        {
            LogCutOff(log, cut);
        }

        if (time.StoredNow() >= _serverBack)
        {
            await SendAsync(cancel);
        }

        if (IsTime(ref _nextBounces, BetweenBounces))
        {
            await bounces.RunAsync(cancel);
        }

        if (IsTime(ref _nextDeletion, BetweenDeletions))
        {
            await retention.RunAsync(cancel);
        }
    }

    /// <inheritdoc />
    protected override void OnFault(Exception fault)
    {
        // A store that can't be read yet is the watcher's to report. No message: it may hold an address.
        if (fault is not StoreUnavailableException)
        {
            LogFault(log, fault.GetType().Name);
        }
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        var (sent, fault) = await sender.RunAsync(cancel);
        if (fault is null && (sent > 0 || _pause == Duration.Zero))
        {
            await ServerAsync("", Duration.Zero, cancel);
        }
        else if (fault is not null)
        {
            await ServerAsync(fault, Duration.Min(LongestPause, _pause == Duration.Zero ? FirstPause : _pause * 2), cancel);
        }
    }

    // What the server does is written down where staff see it, when it changes.
    private async Task ServerAsync(string fault, Duration pause, CancellationToken cancel)
    {
        var now = time.StoredNow();
        var wasDown = _pause > Duration.Zero;
        (_pause, _serverBack) = (pause, now + pause);
        if (wasDown == (fault.Length > 0) && (wasDown || _serverKnown))
        {
            return;
        }

        _serverKnown = true;
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Progress.ExecuteUpdateAsync(
            set => set.SetProperty(p => p.MailFault, fault).SetProperty(p => p.MailFaultSince, fault.Length > 0 ? now : null), cancel);
        if (fault.Length > 0)
        {
            LogServerDown(log, fault);
        }
        else if (wasDown)
        {
            LogServerBack(log);
        }
    }

    private bool IsTime(ref Instant next, Duration every)
    {
        var now = time.StoredNow();
        if (now < next)
        {
            return false;
        }

        next = now + every;
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No mail can be sent, and it is tried again: {Fault}")]
    private static partial void LogServerDown(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail can be sent again.")]
    private static partial void LogServerBack(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending {Count} mails was cut off by a stop in the middle; what can't be known to have gone is shown to staff and not sent again.")]
    private static partial void LogCutOff(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The e-mail alerts failed with {Fault} and go on with the next look.")]
    private static partial void LogFault(ILogger logger, string fault);
}
