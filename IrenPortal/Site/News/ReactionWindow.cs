using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Reactions;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>One standard window as the panel shows it; fractions.</summary>
/// <param name="Window">Which days.</param>
/// <param name="Moved">What the share did from the close before its first day to the close of its last; null where a price is missing.</param>
/// <param name="Estimate">What the model leaves of it; null without a model or with a day missing.</param>
/// <param name="Ends">The session of its last day; null where the calendar ends before.</param>
/// <param name="Missing">The first session without which it can't be summed; null where none is missing.</param>
/// <param name="ToCome">True where that session is still to come.</param>
/// <param name="Releases">Other releases whose own day 0 falls in it, by their day.</param>
public sealed record ReactionWindow(
    EventWindow Window, double? Moved, Estimate? Estimate, LocalDate? Ends, LocalDate? Missing, bool ToCome, IReadOnlyList<ReleaseInWindow> Releases)
{
    /// <summary>
    /// What the headline model leaves over a standard window; null where it was refused or a day is missing. With the time of day
    /// unknown, day 0 has none without days -1 to +1 (MacKinlay 1997, sections 2 and 5).
    /// </summary>
    public static Estimate? EstimateOf(EventStudy study, EventWindow window) =>
        window == EventWindow.DayZero && study.Moment.TimeUnknown && study.Headline?.Over(EventWindow.Primary) is null ? null : study.Headline?.Over(window);

    /// <summary>The standard windows of a study in their order.</summary>
    public static IReadOnlyList<ReactionWindow> Of(EventStudy study, Reaction reaction, LocalDate? pricesAsOf)
    {
        return [.. study.Raw.WindowReturns.Select(raw =>
        {
            var window = raw.Window;
            var sum = study.Headline?.Windows.FirstOrDefault(w => w.Window == window);
            var missing = sum?.MissingDays.Select(d => (LocalDate?)SessionOf(d)).FirstOrDefault();
            return new ReactionWindow(
                window, raw.Return, EstimateOf(study, window), SessionOf(window.Last), missing, missing > pricesAsOf,
                [.. reaction.OtherReleases.Where(o => window.Contains(o.RelativeDay))]);
        })];

        LocalDate? SessionOf(int day) => reaction.Window.FirstOrDefault(d => d.RelativeDay == day)?.Date;
    }
}
