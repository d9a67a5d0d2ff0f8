using NodaTime;
using NodaTime.Calendars;

namespace IrenPortal.Ui.Charts;

/// <summary>Sessions drawn as one candle: a day, or so long a time that a candle can be seen.</summary>
internal static class CandleSpans
{
    private const double LeastPixels = 3;

    private static (string? Name, Func<LocalDate, int> Of)[] Spans =>
    [
        (null, d => (d.Year * 1000) + d.DayOfYear),
        (UiTexts.WeeklyCandles, d => (WeekYearRules.Iso.GetWeekYear(d) * 100) + WeekYearRules.Iso.GetWeekOfWeekYear(d)),
        (UiTexts.MonthlyCandles, d => (d.Year * 100) + d.Month),
    ];

    /// <summary>The candles of some sessions on an axis of this width in pixels, and what a candle stands for; null for a session.</summary>
    public static (string? Name, IReadOnlyList<CandleSpan> Spans) Of(IReadOnlyList<PricePoint> points, double width)
    {
        var tried = Spans.Select(span => (span.Name, Spans: Grouped(points, span.Of))).ToList();
        return tried.Find(t => width / Math.Max(1, t.Spans.Count) >= LeastPixels) is { Spans: not null } seen ? seen : tried[^1];
    }

    private static IReadOnlyList<CandleSpan> Grouped(IReadOnlyList<PricePoint> points, Func<LocalDate, int> of) =>
    [
        .. points.Select((point, at) => (Point: point, At: at)).GroupBy(p => of(p.Point.Date)).Select(g => new CandleSpan(
            g.First().At, g.Last().At, g.First().Point.Open ?? g.First().Point.Close, g.Max(p => p.Point.High ?? p.Point.Close),
            g.Min(p => p.Point.Low ?? p.Point.Close), g.Last().Point.Close)),
    ];
}

/// <summary>One candle from the session at <paramref name="First"/> to the one at <paramref name="Last"/>.</summary>
internal sealed record CandleSpan(int First, int Last, decimal Open, decimal High, decimal Low, decimal Close);
