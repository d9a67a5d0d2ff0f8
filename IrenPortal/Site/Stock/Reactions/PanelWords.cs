using IrenPortal.Market.EventStudies.Panels;
using IrenPortal.Site.News;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>How the page tells averages, and what to mind about them.</summary>
public static class PanelWords
{
    /// <summary>How many announcements a group has, and what became of them.</summary>
    public static string Size(ReactionGroup group, ReactionBook book)
    {
        var all = book.Releases.Count(r => group.Category is null || r.Category == group.Category);
        var without = all - group.Panel.Events.Count - group.Panel.Refused.Count;
        return Format.Plural(all, "release", "releases")
            + (group.Panel.Refused.Count == 0 ? "" : $", {Format.Count(group.Panel.Refused.Count)} refused")
            + (without == 0 ? "" : $", {Format.Count(without)} without prices");
    }

    /// <summary>N of a window, how many are flagged and whether they are in it: <c>N 25, 3 flagged</c>.</summary>
    public static string Count(PanelMeasure measure, bool leavesFlagged) =>
        $"N {Format.Count(measure.Events)}" + (measure.Flagged == 0 ? "" : $", {Format.Count(measure.Flagged)} flagged{(leavesFlagged ? " left out" : "")}");

    /// <summary>How many are above zero: <c>15 of 25 above zero</c>.</summary>
    public static string Positive(PanelMeasure measure) => $"{Format.Count(measure.Positive)} of {Format.Count(measure.Events)} above zero";

    /// <summary>The p to read first: exact binomial where events are few, that of the BMP test else.</summary>
    public static string Headline(PanelMeasure measure) => measure switch
    {
        { Events: < 2 } => "No test",
        { Events: < Panel.FewEvents, SignExact: { } exact, Bmp: { } bmp } => $"exact {MeasureWords.P(exact)}; BMP {MeasureWords.P(bmp.P)}",
        { Bmp: { } bmp } => "BMP " + MeasureWords.P(bmp.P),
        _ => "No test",
    };

    /// <summary>Which groups are small, in words; null where none is.</summary>
    public static string? Few(IReadOnlyList<ReactionGroup> groups)
    {
        var few = groups.Where(g => g.Panel.Windows.Any(w => w.Events < Panel.FewEvents)).Select(g => g.Name).ToList();
        var alone = groups.Where(g => g.Panel.Windows.Any(w => w.Events == 1)).Select(g => g.Name).ToList();
        return few.Count == 0 ? null
            : $"Few events in {Listed(few)}, fewer than {Format.Count(Panel.FewEvents)} in a window: read the exact binomial p; the others are rough."
                + (alone.Count == 0 ? "" : $" A window with one event alone, as in {Listed(alone)}, has no test.");
    }

    /// <summary>How far the events overlap in calendar time, which the tests take for granted that they don't.</summary>
    public static string Overlap(Panel panel)
    {
        var parts = panel.Windows.Select(w => $"{Format.Count(w.Overlapping)} of {Format.Count(w.Events)} over {StudyWords.InText(w.Window)}").ToList();
        return "The tests assume events that do not overlap in calendar time. The windows of one company’s releases often do: of all releases, "
            + $"{Listed(parts)} share a session with another one’s. Where they do, the tests find something too often.";
    }

    /// <summary>How many chances to find something the page holds, and which one was named before anyone looked.</summary>
    public static string Chances(ReactionsView view) =>
        $"This page states {Format.Plural(view.Probabilities, "p value", "p values")} of averages and {Format.Plural(view.Ranges, "range", "ranges")} of single releases. "
        + "If no release did anything, about one p in twenty would still be below 0.05 and one range in twenty would exclude zero. "
        + "One was named in advance: the BMP test over days −1 to +1 of all releases, every one kept"
        + (view.Named.Bmp is { } bmp ? $", {MeasureWords.P(bmp.P)}." : "; it needs two events.");

    /// <summary>What the mean path of a group shows, in one sentence.</summary>
    public static string PathLabel(ReactionGroup group, PanelPath path) => path.Points.Count == 0
        ? $"{group.Name}: no release has all twenty-one sessions."
        : $"{group.Name}, mean of {Format.Plural(path.Events, "release", "releases")}: {Format.SignedPercent(path.Points[^1].Mean)} by day +10"
            + (path.Points[^1].Interval() is { } range ? $", 95% range {StudyWords.Range(range)}." : ".");

    /// <summary>Words joined with commas and "and".</summary>
    private static string Listed(List<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
}
