using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using IrenPortal.Ui.Charts;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>A published announcement with everything that was measured after it. Immutable.</summary>
/// <param name="Number">Its number, 1 for the oldest announcement.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Category">One of the company's categories.</param>
/// <param name="Moment">When it was released.</param>
/// <param name="Reaction">The raw move; null without prices or outside the calendar.</param>
/// <param name="Studied">Its event study, worked out on first use: not every page needs all of them.</param>
public sealed record MeasuredRelease(
    int Number, string Slug, string Headline, string Category, ReleaseMoment Moment, Reaction? Reaction, Lazy<EventStudy?> Studied)
{
    /// <summary>Its event study; null without prices of share and benchmark or outside the calendar.</summary>
    public EventStudy? Study => Studied.Value;

    /// <summary>Day 0, where it may be shown: with the time of day unknown only together with days -1 to +1.</summary>
    public EventDay? Shown => Reaction is { } reaction ? ReactionView.ShownDay(reaction) : null;

    /// <summary>
    /// What the model leaves over a standard window, as a fraction; null where it was refused, a day is missing, or only the date
    /// of the release is known and days -1 to +1 can't stand beside its day 0.
    /// </summary>
    public Estimate? Abnormal(EventWindow window) => Study is { } study ? ReactionWindow.EstimateOf(study, window) : null;

    /// <summary>The compounded return of the share over a standard window, under the same rule; null where a session is missing.</summary>
    public double? Returned(EventWindow window) =>
        window == EventWindow.DayZero && Shown is null ? null : Study?.Raw.WindowReturns.FirstOrDefault(r => r.Window == window).Return;

    /// <summary>The other announcements whose own day 0 falls in a window, by their day.</summary>
    public IEnumerable<ReleaseInWindow> OthersIn(EventWindow window) => Reaction?.OtherReleases.Where(o => window.Contains(o.RelativeDay)) ?? [];

    /// <summary>
    /// The sums of abnormal returns from day -10 on, and around zero at each day the 95% range that they would keep to without
    /// news; empty where day -10 has none.
    /// </summary>
    public BandedPath PathAroundZero() => new([.. (Study?.Headline?.PathFrom(EventWindow.Reported.First) ?? []).Select(p =>
    {
        var (low, high) = p.Abnormal.Interval();
        return new BandedPoint(p.Day, p.Abnormal.Value, (low - p.Abnormal.Value, high - p.Abnormal.Value));
    })]);

    /// <summary>Where the release stands on the axis of days: half a day before the session, or on it where it came in the session or may have.</summary>
    public double EventAt(ExchangeCalendar calendar) => EventMarks.Position(Moment, calendar);
}
