using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>The sentences of the reaction panel: the same words whatever the result.</summary>
public static class ReactionWords
{
    /// <summary>A relative day: "day 0", "day +4".</summary>
    public static string DayName(int day) => Phrase.With(NewsTexts.DayInText, Format.Signed(day, 0));

    /// <summary>The same where it begins a line: "Day 0", "Day +4".</summary>
    public static string DayTitle(int day) => Phrase.With(NewsTexts.DayTitle, Format.Signed(day, 0));

    /// <summary>The fitted model in one line: its sessions, beta, R² and residual.</summary>
    public static string? Model(ReactionView view) => view.Model?.Model is { } model
        ? Phrase.With(
            NewsTexts.Model, Format.Count(model.Observations), view.Study!.Estimation.LastSession is { } last ? Format.Date(last) : DayName(-11),
            Format.Price((decimal)model.Beta), Format.Price((decimal)(model.RSquared ?? 0)), Format.Price((decimal)model.Sigma * 100, 1))
        : null;

    /// <summary>The reaction in one sentence without marks, for print.</summary>
    public static string? Print(ReactionView view)
    {
        if (view.Shown is not { Close.Fraction: { } close } day)
        {
            return null;
        }

        var prices = day is { Open.Fraction: { } open, High.Fraction: { } high }
            ? Phrase.With(NewsTexts.PrintDay, Format.SignedPercent(open), Format.SignedPercent(high), Format.SignedPercent(close))
            : Phrase.With(NewsTexts.PrintClose, Format.SignedPercent(close));
        var traded = day.Volume is { } volume ? Phrase.With(NewsTexts.PrintVolume, prices, Format.Compact(volume)) : prices;
        var beside = day.BenchmarkFraction is { } b ? Phrase.With(NewsTexts.PrintBeside, traded, view.Benchmark, Format.SignedPercent(b)) : Phrase.With(NewsTexts.PrintAlone, traded);
        var three = view.Reaction is { TimeUnknown: true, ThreeSessions.FirmFraction: { } moved } ? Phrase.With(NewsTexts.PrintThree, Format.SignedPercent(moved)) : null;
        var left = view.Left is { } e
            ? Phrase.With(
                view.Reaction.TimeUnknown ? NewsTexts.PrintLeftOverThree : NewsTexts.PrintLeft,
                view.Benchmark, Format.SignedPercent(e.Value), StudyWords.Range(e.Interval()), StudyWords.Zero(e.Interval()))
            : null;
        return string.Join(' ', new[] { beside, three, left }.OfType<string>());
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
            ? Phrase.With(NewsTexts.PressSaid, figures[0].Report.Words)
            : Phrase.With(NewsTexts.PressRan, figures[0].Report.Words, figures[^1].Report.Words);
        var above = figures.Count(p => p.Place == NewsTexts.AboveHigh);
        var place = above switch
        {
            0 => NewsTexts.PressNoneAbove,
            _ when above == figures.Count => figures.Count == 1 ? NewsTexts.PressOnlyAbove : NewsTexts.PressAllAbove,
            _ => Phrase.Count(above, NewsTexts.PressAbove_One, NewsTexts.PressAbove_Other, Format.Count(figures.Count)),
        };
        return $"{said} {Phrase.With(NewsTexts.PressSession, Format.SignedPercent(high), Format.SignedPercent(close))} {place}";
    }
}
