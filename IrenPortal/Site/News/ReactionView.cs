using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Reactions;
using IrenPortal.Ui.Charts;

namespace IrenPortal.Site.News;

/// <summary>
/// What the reaction panel of one announcement shows: figures worked out, sentences and drawings still to be made of them.
/// Returns are fractions. Immutable.
/// </summary>
public sealed record ReactionView
{
    /// <summary>The reaction as the market counted it.</summary>
    public required Reaction Reaction { get; init; }

    /// <summary>The event study; null without prices of both share and benchmark.</summary>
    public EventStudy? Study { get; init; }

    /// <summary>Which prices it was counted on.</summary>
    public required ReactionPrices Prices { get; init; }

    /// <summary>The release itself on the axis of days.</summary>
    public required EventMark Event { get; init; }

    /// <summary>The slug under which its figures can be had; null where nothing of it is public.</summary>
    public string? Slug { get; init; }

    /// <summary>The figures of the trading-day bar; null unless day 0 has traded and may be shown, with a close before it.</summary>
    public TradingDay? Day { get; init; }

    /// <summary>The sessions of the window, also those to come; empty where day 0 may not be shown.</summary>
    public IReadOnlyList<ReactionSession> Sessions { get; init; } = [];

    /// <summary>The standard windows with what is not explained of them; empty where day 0 may not be shown.</summary>
    public IReadOnlyList<ReactionWindow> Windows { get; init; } = [];

    /// <summary>Other releases in the window.</summary>
    public IReadOnlyList<EventMark> Others { get; init; } = [];

    /// <summary>What the press said, each beside the session; empty where there is nothing to lay it beside.</summary>
    public IReadOnlyList<PressComparison> Press { get; init; } = [];

    /// <summary>Symbol of the share.</summary>
    public string Firm => Prices.Firm;

    /// <summary>Symbol of the benchmark.</summary>
    public string Benchmark => Prices.Benchmark;

    /// <summary>Day 0 with its figures, where it may be shown: with the time of day unknown only together with days -1 to +1.</summary>
    public EventDay? Shown => ShownDay(Reaction);

    /// <summary>The fitted market model; null without prices, where it was refused and where day 0 may not be shown.</summary>
    public ModelStudy? Model => Shown is null ? null : Study?.Headline;

    /// <summary>The window of which the sentence tells what is left: day 0, or days -1 to +1 where only the date is known.</summary>
    public EventWindow Told => Reaction.TimeUnknown ? EventWindow.Primary : EventWindow.DayZero;

    /// <summary>What is left over that window; null where nobody can tell.</summary>
    public Estimate? Left => Windows.FirstOrDefault(w => w.Window == Told)?.Estimate;

    /// <summary>Whether any window has an estimate.</summary>
    public bool HasEstimates => Windows.Any(w => w.Estimate is not null);

    /// <summary>Whether a chart of the window has anything to show.</summary>
    public bool HasWindow => Sessions.Count(s => s.FirmSum is not null) > 1;

    /// <summary>Whether a chart of what is left day by day has anything to show.</summary>
    public bool HasPath => Sessions.Count(s => s.Cumulative is not null) > 1;

    /// <summary>Day 0 of a reaction under the same rule (MacKinlay 1997, sections 2 and 5).</summary>
    public static EventDay? ShownDay(Reaction reaction) =>
        reaction.TimeUnknown && reaction.ThreeSessions.FirmFraction is null ? null : reaction.Day0;

    /// <summary>Builds the view of one announcement.</summary>
    /// <param name="reaction">The raw reaction.</param>
    /// <param name="study">Its event study; null without prices of both share and benchmark.</param>
    /// <param name="moment">The release that they belong to.</param>
    /// <param name="press">What the press said of the share.</param>
    /// <param name="prices">Which prices they were counted on.</param>
    /// <param name="calendar">The calendar that they were counted in.</param>
    public static ReactionView From(
        Reaction reaction, EventStudy? study, ReleaseMoment moment, IReadOnlyList<PressReport> press, ReactionPrices prices, ExchangeCalendar calendar)
    {
        var view = new ReactionView { Reaction = reaction, Study = study, Prices = prices, Event = EventMarks.Release(moment, calendar) };
        return view.Shown is not { } day0 ? view : view with
        {
            Day = TradingDayOf(day0, press),
            Sessions = ReactionSession.Of(reaction, study?.Headline),
            Windows = study is null ? [] : ReactionWindow.Of(study, reaction, prices.AsOf),
            Others = EventMarks.Others(reaction.OtherReleases, calendar),
            Press = [.. press.Select(p => PressComparison.Of(p, day0))],
        };
    }

    private static TradingDay? TradingDayOf(EventDay day0, IReadOnlyList<PressReport> press) => day0.PreviousClose is { } previous and > 0
        ? new TradingDay(
            previous, day0.Open?.Price, day0.High?.Price, day0.Low?.Price, day0.Close.Price,
            [.. press.Where(p => p.Percent is not null).Select(p => new PressFigure((double)p.Percent!.Value / 100, p.Words))])
        : null;
}
