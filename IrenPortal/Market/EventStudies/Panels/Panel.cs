namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>
/// Many announcements together, each with its own window in its own calendar time, aligned on relative day (market model,
/// simple returns). The tests assume events that do not overlap in calendar time; below about twenty the normal
/// approximations are rough, and the exact binomial p is the one to read.
/// </summary>
/// <param name="Events">The events with a study, in the order given.</param>
/// <param name="Refused">Those whose study was refused; they are in no figure.</param>
/// <param name="ExcludesFlagged">Whether a window leaves out the events that have another announcement of the same firm in it.</param>
/// <param name="Windows">The standard windows.</param>
/// <param name="ByDay">Each of -10..+10, worked out on first use.</param>
/// <param name="RankDays">T of the rank test over all events.</param>
/// <param name="RankSpread">S of the rank test over all events.</param>
/// <param name="PositiveShare">Mean over events of the share of positive estimation residuals; null without events.</param>
public sealed record Panel(
    IReadOnlyList<PanelEvent> Events, IReadOnlyList<PanelEvent> Refused, bool ExcludesFlagged,
    IReadOnlyList<PanelMeasure> Windows, Lazy<IReadOnlyList<PanelMeasure>> ByDay, int RankDays, double RankSpread, double? PositiveShare)
{
    /// <summary>Below this many events the normal approximations are rough.</summary>
    public const int FewEvents = 20;

    /// <summary>The measures of each of -10..+10.</summary>
    public IReadOnlyList<PanelMeasure> Days => ByDay.Value;

    /// <summary>The measures of a standard window.</summary>
    public PanelMeasure Over(EventWindow window) => Windows.First(w => w.Window == window);

    /// <summary>
    /// The average of the events' paths over the reported days; where flagged events are left out, without those that have another
    /// announcement on any of them.
    /// </summary>
    public PanelPath Path()
    {
        var reported = EventWindow.Reported;
        var paths = Events.Where(e => !(ExcludesFlagged && e.Study.IsFlagged(reported)))
            .Select(e => e.Model.PathFrom(reported.First)).Where(p => p.Count == reported.Length).ToList();
        return new PanelPath(paths.Count, paths.Count == 0 ? [] : [.. reported.Days.Select((day, i) =>
        {
            var sums = paths.ConvertAll(p => p[i].Abnormal.Value);
            return new PanelPathPoint(day, sums.Average(), PanelTests.ErrorOfMean(sums), sums.Count);
        })]);
    }

    /// <summary>Works out a panel. A study that was refused is set aside; a missing day leaves its event out of that day and of windows with it.</summary>
    /// <param name="events">The events.</param>
    /// <param name="excludeFlagged">Leaves flagged events out of each window that is flagged, and of each day that another event falls on.</param>
    public static Panel Of(IReadOnlyList<PanelEvent> events, bool excludeFlagged = false)
    {
        var used = events.Where(e => e.Study.Headline is not null).ToList();
        var ranked = used.ConvertAll(RankedEvent.Of);
        var ranks = new RankTable(ranked);
        return new Panel(
            used, [.. events.Where(e => e.Study.Headline is null)], excludeFlagged,
            [.. EventWindow.Standard.Select(window => Measured(window, isDay: false))],
            new Lazy<IReadOnlyList<PanelMeasure>>(() => [.. EventWindow.Reported.Days.Select(day => Measured(new EventWindow(day, day), isDay: true))]),
            ranks.Days, ranks.Spread, used.Count == 0 ? null : PanelTests.PositiveShare(used));

        PanelMeasure Measured(EventWindow window, bool isDay)
        {
            var flagged = used.Count(e => e.Study.IsFlagged(window));
            var counted = Enumerable.Range(0, used.Count).Where(i => used[i].Over(window) is not null && !(excludeFlagged && used[i].Study.IsFlagged(window))).ToList();
            return PanelTests.Measure(
                window, isDay, counted.ConvertAll(i => used[i]), flagged, counted.Count == used.Count ? ranks : new RankTable(counted.Select(i => ranked[i])));
        }
    }
}
