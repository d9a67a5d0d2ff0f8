using IrenPortal.Market.EventStudies;
using IrenPortal.Ui.Charts;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>The panel's charts: what they draw, and their findings in one sentence each.</summary>
public static class ReactionCharts
{
    private const double PathHeight = 150;

    /// <summary>The returns of share and benchmark over the range without news.</summary>
    public static SessionWindow Window(ReactionView view) => new(
        [.. view.Sessions.Select(s => new SessionDay(s.Day, (double?)s.FirmSum, (double?)s.BenchmarkSum, (double?)s.VolumeMultiple))],
        EventWindow.Reported.First, EventWindow.Reported.Last, view.Firm, view.Benchmark, view.Event, view.Others)
    {
        Band = [.. view.Sessions.Where(s => s.WithoutNews is not null).Select(s => new BandDay(s.Day, s.WithoutNews!.Value.Low, s.WithoutNews.Value.High))],
    };

    /// <summary>What is not explained, summed from day -10 on, over the range without news around zero.</summary>
    public static SessionWindow Path(ReactionView view) => new(
        [.. view.Sessions.Select(s => new SessionDay(s.Day, s.Cumulative?.Value))],
        EventWindow.Reported.First, EventWindow.Reported.Last, "", "", view.Event, view.Others)
    {
        Band = [.. view.Sessions.Where(s => s.Cumulative is not null).Select(s => (s.Day, Reach: ReactionSession.Reach(s.Cumulative!.Value))).Select(s => new BandDay(s.Day, -s.Reach, s.Reach))],
        PlotHeight = PathHeight,
        TellsDayZero = false,
    };

    /// <summary>What is not explained of each window, as dot and range.</summary>
    public static IReadOnlyList<RangeRow> Ranges(ReactionView view) => [.. view.Windows.Select(w => new RangeRow(
        StudyWords.Name(w.Window),
        w.Estimate is { } estimate ? new RangeEstimate(estimate.Value, estimate.Interval().Low, estimate.Interval().High) : null,
        w.Releases.Count switch
        {
            0 => null,
            1 => $"D{ReactionWords.DayName(w.Releases[0].RelativeDay)[1..]}: {w.Releases[0].Release.Headline}",
            var n => $"{Format.Count(n)} other releases",
        },
        Pending(w)))];

    /// <summary>Why a window has no estimate, in a few words.</summary>
    public static string Pending(ReactionWindow window) => window switch
    {
        { ToCome: true, Ends: { } ends } => $"to come, {Format.Date(ends)}",
        { Missing: { } missing } => $"no price of {Format.Date(missing)}",
        _ => "no estimate",
    };

    /// <summary>What the trading-day bar shows, in one sentence.</summary>
    public static string DayLabel(ReactionView view)
    {
        var day = view.Shown!;
        var moves = new[] { ("opened", day.Open), ("low", day.Low), ("high", day.High), ("closed", day.Close) };
        return $"{view.Firm} on {Format.Date(view.Reaction.Session)} against the previous close of {Format.Price(day.PreviousClose ?? 0)}: "
            + string.Join(", ", moves.Where(m => m.Item2?.Fraction is not null).Select(m => $"{m.Item1} {Format.SignedPercent(m.Item2!.Fraction!.Value)}")) + ".";
    }

    /// <summary>What the chart of the window shows, in one sentence.</summary>
    public static string WindowLabel(ReactionView view)
    {
        if (view.Sessions.LastOrDefault(s => s.FirmSum is not null) is not { } last)
        {
            return "No returns are known around the release.";
        }

        var dayZero = view.Sessions.FirstOrDefault(s => s.Day == 0)?.FirmSum is { } z ? $"closed day 0 at {Format.SignedPercent(z)} and " : "";
        var benchmark = last.BenchmarkSum is { } b ? $", {view.Benchmark} at {Format.SignedPercent(b)}" : "";
        var band = last.WithoutNews is { } range ? $"; the 95% range without news was {StudyWords.Range(range)}" : "";
        return $"From ten sessions before the release on, {view.Firm} {dayZero}stood at {Format.SignedPercent(last.FirmSum!.Value)} on {ReactionWords.DayName(last.Day)}{benchmark}{band}.";
    }

    /// <summary>What the dots and ranges show, in one sentence.</summary>
    public static string RangesLabel(ReactionView view) => $"Not explained by {view.Benchmark}: " + string.Join("; ", view.Windows.Select(w => w.Estimate is { } e
        ? $"{StudyWords.InText(w.Window)} {Format.SignedPercent(e.Value)}, 95% range {StudyWords.Range(e.Interval())}"
        : $"{StudyWords.InText(w.Window)} {Pending(w)}")) + ".";

    /// <summary>What the chart of the path shows, in one sentence.</summary>
    public static string PathLabel(ReactionView view)
    {
        var last = view.Sessions.Last(s => s.Cumulative is not null);
        var sum = last.Cumulative!.Value;
        return $"Summed from day −10 on, what {view.Benchmark} does not explain stood at {Format.SignedPercent(sum.Value)} on {ReactionWords.DayName(last.Day)}, "
            + $"{(StudyWords.IncludesZero(sum.Interval()) ? "inside" : "outside")} the 95% range without news of {Format.Minus}{Reach(sum)} to +{Reach(sum)}.";
    }

    private static string Reach(Estimate sum) => Format.Percent((decimal)ReactionSession.Reach(sum));
}
