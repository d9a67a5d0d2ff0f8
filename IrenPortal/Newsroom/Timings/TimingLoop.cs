using IrenPortal.Hosting;

namespace IrenPortal.Newsroom.Timings;

/// <summary>Looks every minute for releases whose times can be put on record; not at the start, which belongs to releases.</summary>
public sealed partial class TimingLoop(TimingDesk desk, ILogger<TimingLoop> log) : ThreadLoop("timings", TimeSpan.FromMinutes(1))
{
    private bool _started;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancel)
    {
        if (_started && await desk.RecordAsync(cancel) is > 0 and var count)
        {
            LogRecorded(log, count);
        }

        _started = true;
    }

    /// <inheritdoc />
    protected override void OnFault(Exception fault) => LogFault(log, fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "When {Count} releases were first read and mailed is on record.")]
    private static partial void LogRecorded(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Releases could not be measured; it is tried again in a minute.")]
    private static partial void LogFault(ILogger log, Exception fault);
}
