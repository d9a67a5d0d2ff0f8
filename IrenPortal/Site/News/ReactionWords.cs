using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>The sentences of the reaction panel: the same words whatever the result.</summary>
public static class ReactionWords
{
    /// <summary>A relative day: "day 0", "day +4".</summary>
    public static string DayName(int day) => day == 0 ? "day 0" : $"day {Format.Signed(day, 0)}";

    /// <summary>The fitted model in one line: its sessions, beta, R² and residual.</summary>
    public static string? Model(ReactionView view) => view.Model?.Model is { } model
        ? $"Market model, {Format.Count(model.Observations)} sessions to {(view.Study!.Estimation.LastSession is { } last ? Format.Date(last) : "day −11")}: "
            + $"beta\u00a0{Format.Price((decimal)model.Beta)}, R²\u00a0{Format.Price((decimal)(model.RSquared ?? 0))}, residual {Format.Price((decimal)model.Sigma * 100, 1)}% a day."
        : null;

    /// <summary>The reaction in one sentence without marks, for print.</summary>
    public static string? Print(ReactionView view)
    {
        if (view.Shown is not { Close.Fraction: { } close } day)
        {
            return null;
        }

        var prices = day is { Open.Fraction: { } open, High.Fraction: { } high } ? $"Open {Format.SignedPercent(open)}, high {Format.SignedPercent(high)}, close " : "Close ";
        var volume = day.Volume is { } traded ? $" on volume of {Format.Compact(traded)}" : "";
        var benchmark = day.BenchmarkFraction is { } b ? $"; {view.Benchmark} {Format.SignedPercent(b)}" : "";
        var three = view.Reaction is { TimeUnknown: true, ThreeSessions.FirmFraction: { } moved } ? $" Days −1 to +1: {Format.SignedPercent(moved)}." : "";
        var over = view.Reaction.TimeUnknown ? " over days −1 to +1" : "";
        var left = view.Left is { } e
            ? $" Not explained by {view.Benchmark}{over}: {Format.SignedPercent(e.Value)}, 95% range {StudyWords.Range(e.Interval())}, which {StudyWords.Zero(e.Interval())}."
            : "";
        return $"{prices}{Format.SignedPercent(close)}{volume}{benchmark}.{three}{left}";
    }

    /// <summary>What the press said beside what the session did; null without a figure to compare.</summary>
    public static string? Press(ReactionView view)
    {
        var figures = view.Press.Where(p => p.Report.Percent is not null).OrderBy(p => p.Report.Percent).ToList();
        if (figures.Count == 0 || view.Shown is not { High.Fraction: { } high, Close.Fraction: { } close })
        {
            return null;
        }

        var said = figures.Count == 1
            ? $"Press reports said “{figures[0].Report.Words}”."
            : $"Press reports ran from “{figures[0].Report.Words}” to “{figures[^1].Report.Words}”.";
        var above = figures.Count(p => p.Place == "above the high");
        var place = above switch
        {
            0 => "None of the figures lies above the high.",
            _ when above == figures.Count => figures.Count == 1 ? "The figure lies above the high." : "All of the figures lie above the high.",
            _ => $"{Format.Count(above)} of the {Format.Count(figures.Count)} figures {(above == 1 ? "lies" : "lie")} above the high.",
        };
        return $"{said} The regular session’s high was {Format.SignedPercent(high)} and its close {Format.SignedPercent(close)}. {place}";
    }
}
