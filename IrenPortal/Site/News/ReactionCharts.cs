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
            1 => Phrase.With(NewsTexts.ReleaseOnDay, ReactionWords.DayTitle(w.Releases[0].RelativeDay), w.Releases[0].Release.Headline),
            var n => Phrase.With(NewsTexts.OtherReleasesCount, Format.Count(n)),
        },
        Pending(w)))];

    /// <summary>Why a window has no estimate, in a few words.</summary>
    public static string Pending(ReactionWindow window) => window switch
    {
        { ToCome: true, Ends: { } ends } => Phrase.With(NewsTexts.WindowToCome, Format.Date(ends)),
        { Missing: { } missing } => Phrase.With(NewsTexts.WindowNoPrice, Format.Date(missing)),
        _ => NewsTexts.WindowNoEstimate,
    };

    /// <summary>What the trading-day bar shows, in one sentence.</summary>
    public static string DayLabel(ReactionView view)
    {
        var day = view.Shown!;
        var moves = new[] { (NewsTexts.Opened, day.Open), (NewsTexts.LowAt, day.Low), (NewsTexts.HighAt, day.High), (NewsTexts.Closed, day.Close) };
        return Phrase.With(
            NewsTexts.DayLabel, view.Firm, Format.Date(view.Reaction.Session), Format.Price(day.PreviousClose ?? 0),
            string.Join(", ", moves.Where(m => m.Item2?.Fraction is not null).Select(m => Phrase.With(m.Item1, Format.SignedPercent(m.Item2!.Fraction!.Value)))));
    }

    /// <summary>What the chart of the window shows, in one sentence.</summary>
    public static string WindowLabel(ReactionView view)
    {
        if (view.Sessions.LastOrDefault(s => s.FirmSum is not null) is not { } last)
        {
            return NewsTexts.NoReturns;
        }

        var (sum, day) = (Format.SignedPercent(last.FirmSum!.Value), ReactionWords.DayName(last.Day));
        var firm = view.Sessions.FirstOrDefault(s => s.Day == 0)?.FirmSum is { } zero
            ? Phrase.With(NewsTexts.WindowLabelDayZero, view.Firm, sum, day, Format.SignedPercent(zero))
            : Phrase.With(NewsTexts.WindowLabel, view.Firm, sum, day);
        var beside = last.BenchmarkSum is { } b ? Phrase.With(NewsTexts.WindowLabelBeside, firm, view.Benchmark, Format.SignedPercent(b)) : firm;
        return last.WithoutNews is { } range ? Phrase.With(NewsTexts.WindowLabelRange, beside, StudyWords.Range(range)) : Phrase.With(NewsTexts.WindowLabelEnd, beside);
    }

    /// <summary>What the dots and ranges show, in one sentence.</summary>
    public static string RangesLabel(ReactionView view) => Phrase.With(NewsTexts.RangesLabel, view.Benchmark, string.Join("; ", view.Windows.Select(w => w.Estimate is { } e
        ? Phrase.With(NewsTexts.RangeOfWindow, StudyWords.InText(w.Window), Format.SignedPercent(e.Value), StudyWords.Range(e.Interval()))
        : $"{StudyWords.InText(w.Window)} {Pending(w)}")));

    /// <summary>What the chart of the path shows, in one sentence.</summary>
    public static string PathLabel(ReactionView view)
    {
        var last = view.Sessions.Last(s => s.Cumulative is not null);
        var sum = last.Cumulative!.Value;
        return Phrase.With(
            StudyWords.IncludesZero(sum.Interval()) ? NewsTexts.PathInside : NewsTexts.PathOutside,
            view.Benchmark, Format.SignedPercent(sum.Value), ReactionWords.DayName(last.Day), Format.Minus + Reach(sum), "+" + Reach(sum));
    }

    private static string Reach(Estimate sum) => Format.Percent((decimal)ReactionSession.Reach(sum));
}
