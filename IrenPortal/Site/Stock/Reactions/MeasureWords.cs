using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>How pages tell measures, and why one is missing.</summary>
public static class MeasureWords
{
    /// <summary>The range around an estimate, with the words where it leaves zero out: <c>excludes zero: +8.6% to +30.5%</c>.</summary>
    public static string Around(Estimate estimate)
    {
        var range = estimate.Interval();
        return (StudyWords.IncludesZero(range) ? "" : "excludes zero: ") + StudyWords.Range(range);
    }

    /// <summary>A p value with its letter: <c>p 0.08</c>, <c>p &lt; 0.001</c>.</summary>
    public static string P(double p) => "p " + Format.Probability(p);

    /// <summary>Why an announcement has no move to show; null where it has one.</summary>
    public static string? NoMove(MeasuredRelease release, string firm, ExchangeCalendar calendar) => release switch
    {
        { Reaction: null } => release.Moment.TryDay0(calendar) is null
            ? "No session: the day lies outside the calendar that this site knows"
            : $"No prices of {firm}",
        { Shown: not null } => null,
        { Reaction.State: ReactionState.NotTradedYet } => "Not traded yet",
        { Reaction.State: ReactionState.NoPrices } => "No prices of that session",
        _ => "Time of day not known, and days −1 to +1 are not complete",
    };

    /// <summary>Why there is no estimate over a window; null where there is one.</summary>
    public static string? NoEstimate(MeasuredRelease release, EventWindow window, string benchmark)
    {
        if (release.Abnormal(window) is not null)
        {
            return null;
        }

        return release.Study switch
        {
            null => $"No estimate: no prices of {benchmark}",
            { Refusal: { Code: StudyRefusal.InsufficientHistory } few } => $"No estimate: {Format.Count(few.ValidObservations)} of {Format.Count(few.Required)} sessions",
            { Refusal: not null } => "No estimate: the returns before it do not vary",
            var study => Incomplete(study, window),
        };
    }

    private static string Incomplete(EventStudy study, EventWindow window)
    {
        var missing = study.Headline?.Windows.FirstOrDefault(w => w.Window == window)?.MissingDays ?? [];
        return missing.Count == 0
            ? "Shown with days −1 to +1 alone"
            : missing.Count == 1
                ? $"Not complete: {ReactionWords.DayName(missing[0])} is missing"
                : $"Not complete: {Format.Count(missing.Count)} of {Format.Count(window.Length)} days are missing";
    }
}
