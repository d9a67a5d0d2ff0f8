namespace IrenPortal.Newsroom.Filings;

/// <summary>Keeps requests apart: at most so many begin in a second, evenly spread. For one caller at a time.</summary>
public sealed class RequestPace(int perSecond, TimeProvider time)
{
    private readonly TimeSpan _apart = TimeSpan.FromSeconds(1d / perSecond);
    private long? _last;

    /// <summary>Waits until the next request may begin.</summary>
    public async Task WaitAsync(CancellationToken cancel)
    {
        // A timer may go off a little early.
        while (_last is { } last && time.GetElapsedTime(last) is var gone && gone < _apart)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling((_apart - gone).TotalMilliseconds)), time, cancel);
        }

        _last = time.GetTimestamp();
    }
}
