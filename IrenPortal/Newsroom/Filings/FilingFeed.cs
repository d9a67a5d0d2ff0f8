using System.Security.Cryptography;
using IrenPortal.Hosting;
using IrenPortal.Newsroom.Prices.Feeds;
using NodaTime;

namespace IrenPortal.Newsroom.Filings;

/// <summary>
/// Looks at EDGAR's list at the start and then every so often, on a thread of its own; after failures with growing pauses, as
/// sources of prices do. Its state lives as long as the process.
/// </summary>
public sealed partial class FilingFeed : ThreadLoop
{
    private const int Chances = 1000;
    private readonly FilingDesk _desk;
    private readonly TimeProvider _time;
    private readonly ILogger<FilingFeed> _log;
    private readonly FilingAddress? _asked;
    private readonly FilingSource? _source;
    private FeedStatus _status;

    /// <summary>Makes the source where the settings name one; nothing is asked before the start.</summary>
    public FilingFeed(FilingSettings settings, FilingDesk desk, TimeProvider time, ILogger<FilingFeed> log)
        : base("filings", TimeSpan.FromSeconds(1))
    {
        (_asked, _desk, _time, _log) = (settings.Address, desk, time, log);
        _source = _asked is null ? null : new FilingSource(_asked, time);
        _status = new FeedStatus(_asked?.Host ?? "", "SEC filings", FetchState.Start(Now), null, null);
    }

    /// <summary>How the source stands; empty without one.</summary>
    public IReadOnlyList<FeedStatus> Statuses => _source is null ? [] : [Status];

    /// <inheritdoc />
    protected override bool HasWork => _source is not null;

    private FeedStatus Status => Volatile.Read(ref _status);

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>Looks as soon as the loop comes round, whatever was planned.</summary>
    public void Hurry() => _status = Status with { State = Status.State.Hurried(Now) };

    /// <summary>Looks when it is due.</summary>
    /// <returns>False when it wasn't due.</returns>
    public async Task<bool> RunDueAsync(CancellationToken cancel)
    {
        if (_source is null || !Status.State.IsDue(Now))
        {
            return false;
        }

        _status = Status with { State = Status.State.Begun() };
        var (words, works) = await AskAsync(_source, cancel);
        var news = new FeedNews(Now, words);
        if (works)
        {
            _status = Status with { State = FetchState.Succeeded(news.At + _asked!.Every), LastSuccess = news };
            LogTaken(_log, _asked.Host, words);
            return true;
        }

        var chance = RandomNumberGenerator.GetInt32(Chances + 1) / (double)Chances;
        _status = Status with { State = Status.State.Failed(news.At, chance), LastFailure = news };
        LogFailed(_log, _asked!.Host, words, Status.State.Failures, Status.State.Next);
        return true;
    }

    /// <inheritdoc />
    protected override Task LookAsync(CancellationToken cancel) => RunDueAsync(cancel);

    /// <inheritdoc />
    protected override void OnFault(Exception fault) => LogFault(_log, fault);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _source?.Dispose();
        }
    }

    private async Task<(string Words, bool Works)> AskAsync(FilingSource source, CancellationToken cancel)
    {
        try
        {
            if (await _desk.CikAsync(cancel) is not { } cik)
            {
                return ("is not asked, since the portal has no company.yml with a cik", false);
            }

            var report = await _desk.TakeAsync(_asked!.Host, cik, await source.FetchAsync(cik, cancel), cancel);
            return report.Refusals.Count > 0 ? (report.Refusals[0], false) : (report.Changes.Count > 0 ? report.Changes[0] : "nothing is new", true);
        }
        catch (InvalidDataException fault)
        {
            return (fault.Message, false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(_log, fault);
            return ($"met a fault on our side, {fault.GetType().Name}", false);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Filings from {Source}: {Words}.")]
    private static partial void LogTaken(ILogger logger, string source, string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Filings: {Source} {Words}. That is failure {Failures} in a row; it is asked again at {Next}.")]
    private static partial void LogFailed(ILogger logger, string source, string words, int failures, Instant next);

    [LoggerMessage(Level = LogLevel.Error, Message = "Taking filings failed on our side.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
