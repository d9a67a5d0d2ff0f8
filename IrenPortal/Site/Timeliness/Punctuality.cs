using NodaTime;

namespace IrenPortal.Site.Timeliness;

/// <summary>How far after their approved instants scheduled releases came, over all of them.</summary>
/// <param name="Count">How many were scheduled here.</param>
/// <param name="Median">The middle lag (of two middle ones the larger).</param>
/// <param name="P99">The lag that 99 in 100 did not exceed, by nearest rank.</param>
/// <param name="Most">The longest.</param>
public sealed record Punctuality(int Count, Duration Median, Duration P99, Duration Most)
{
    /// <summary>Of these releases; null where none was scheduled.</summary>
    public static Punctuality? Of(IEnumerable<ReleaseRecord> releases)
    {
        var lags = releases.Where(r => r.Origin is Data.Public.CommandOrigin.Scheduled).Select(r => r.Lag).OfType<Duration>().Order().ToList();
        return lags.Count == 0 ? null : new Punctuality(lags.Count, lags[lags.Count / 2], lags[(int)Math.Ceiling(lags.Count * 0.99) - 1], lags[^1]);
    }
}
