using IrenPortal.Content;
using IrenPortal.Market.Reactions;

namespace IrenPortal.Site.News;

/// <summary>One figure of the press beside the session.</summary>
/// <param name="Report">What was said and by whom.</param>
/// <param name="Place">Where the figure lies: "above the high", "within the day's range", "below the low"; null without a figure or a range.</param>
public sealed record PressComparison(PressReport Report, string? Place)
{
    /// <summary>Lays a report beside day 0.</summary>
    public static PressComparison Of(PressReport report, EventDay day0)
    {
        var said = report.Percent / 100;
        return new PressComparison(report, (said, day0.High?.Fraction, day0.Low?.Fraction) switch
        {
            (null, _, _) or (_, null, _) or (_, _, null) => null,
            var (s, high, _) when s > high => NewsTexts.AboveHigh,
            var (s, _, low) when s < low => NewsTexts.BelowLow,
            _ => NewsTexts.WithinRange,
        });
    }
}
