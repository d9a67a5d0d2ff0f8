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
    /// The standard windows of a study in their order. With the time of day unknown, day 0 has no estimate without days -1 to +1
    /// (MacKinlay 1997, sections 2 and 5).
    /// </summary>
    public static IReadOnlyList<ReactionWindow> Of(EventStudy study, Reaction reaction, LocalDate? pricesAsOf)
    {
        var primary = study.Headline?.Over(EventWindow.Primary);
        return [.. study.Raw.WindowReturns.Select(raw =>
        {
            var window = raw.Window;
            var sum = study.Headline?.Windows.FirstOrDefault(w => w.Window == window);
            var missing = sum?.MissingDays.Select(d => (LocalDate?)SessionOf(d)).FirstOrDefault();
            var held = window == EventWindow.DayZero && reaction.TimeUnknown && primary is null;
            return new ReactionWindow(
                window, raw.Return, held ? null : sum?.Sum, SessionOf(window.Last), missing, missing > pricesAsOf,
                [.. reaction.OtherReleases.Where(o => window.Contains(o.RelativeDay))]);
        })];

        LocalDate? SessionOf(int day) => reaction.Window.FirstOrDefault(d => d.RelativeDay == day)?.Date;
    }
}
