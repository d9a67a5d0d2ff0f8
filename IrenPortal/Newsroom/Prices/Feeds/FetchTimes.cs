using System.Globalization;
using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>When a source is asked: every so often, or so long after each close of the exchange.</summary>
/// <param name="Every">The pause between two looks; null goes by the close.</param>
/// <param name="AfterClose">How long after a close.</param>
public sealed record FetchTimes(Duration? Every, Duration AfterClose)
{
    private const string CloseWord = "close+";
    private const int MostMinutes = 7 * 24 * 60;

    /// <summary>Half an hour after each close, when most sources have the session.</summary>
    public static FetchTimes Default { get; } = new(null, Duration.FromMinutes(30));

    /// <summary>Reads <c>60</c> (minutes) or <c>close+30</c>; null when it is neither.</summary>
    public static FetchTimes? Parse(string text)
    {
        var afterClose = text.StartsWith(CloseWord, StringComparison.OrdinalIgnoreCase);
        return int.TryParse(afterClose ? text.AsSpan(CloseWord.Length) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is <= MostMinutes && (minutes > 0 || afterClose)
            ? afterClose ? new FetchTimes(null, Duration.FromMinutes(minutes)) : new FetchTimes(Duration.FromMinutes(minutes), Duration.Zero)
            : null;
    }

    /// <summary>The first time after an instant.</summary>
    public Instant Next(Instant now)
    {
        if (Every is { } pause)
        {
            return now + pause;
        }

        var calendar = ExchangeCalendar.UsEquities;
        var session = calendar.LastClosedSession(now - AfterClose);
        while (calendar.CloseInstant(session) + AfterClose <= now)
        {
            session = calendar.Next(session);
        }

        return calendar.CloseInstant(session) + AfterClose;
    }
}
