using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using IrenPortal.Ui.Charts;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>
/// What the reaction panel of one announcement shows: figures worked out, sentences written, drawings still to be drawn.
/// Returns are fractions. Immutable.
/// </summary>
public sealed record ReactionView
{
    /// <summary>The reaction as the market counted it.</summary>
    public required Reaction Reaction { get; init; }

    /// <summary>Symbol of the share.</summary>
    public required string Firm { get; init; }

    /// <summary>Symbol of the benchmark.</summary>
    public required string Benchmark { get; init; }

    /// <summary>ISO 4217 code of the share's prices.</summary>
    public required string Currency { get; init; }

    /// <summary>When it was released, as far as that is known, in words: "3 Nov 2025, before the open".</summary>
    public required string Released { get; init; }

    /// <summary>The figures of the trading-day bar; null unless day 0 has traded and may be shown, with a close before it.</summary>
    public TradingDay? Day { get; init; }

    /// <summary>The sessions of the window with their cumulative returns; empty where day 0 may not be shown.</summary>
    public IReadOnlyList<ReactionSession> Sessions { get; init; } = [];

    /// <summary>The release itself on the axis of days.</summary>
    public required EventMark Event { get; init; }

    /// <summary>Other releases in the window.</summary>
    public IReadOnlyList<EventMark> Others { get; init; } = [];

    /// <summary>What the press said, each beside the session; empty where there is nothing to lay it beside.</summary>
    public IReadOnlyList<PressComparison> Press { get; init; } = [];

    /// <summary>Day 0 with its figures, where it may be shown: with the time of day unknown only together with days -1 to +1.</summary>
    public EventDay? Shown => ShownDay(Reaction);

    /// <summary>Day 0 of a reaction under the same rule (MacKinlay 1997, sections 2 and 5).</summary>
    public static EventDay? ShownDay(Reaction reaction) =>
        reaction.TimeUnknown && reaction.ThreeSessions.FirmFraction is null ? null : reaction.Day0;

    /// <summary>Builds the view of one announcement.</summary>
    /// <param name="reaction">The raw reaction.</param>
    /// <param name="moment">The release that it belongs to.</param>
    /// <param name="press">What the press said of the share.</param>
    /// <param name="firm">Symbol of the share.</param>
    /// <param name="benchmark">Symbol of the benchmark.</param>
    /// <param name="calendar">The calendar that the reaction was counted in.</param>
    /// <param name="currency">ISO 4217 code of the share's prices.</param>
    public static ReactionView From(
        Reaction reaction, ReleaseMoment moment, IReadOnlyList<PressReport> press,
        string firm, string benchmark, ExchangeCalendar calendar, string currency = "USD")
    {
        var date = moment.DateIn(calendar.Zone);
        var view = new ReactionView
        {
            Reaction = reaction,
            Firm = firm,
            Benchmark = benchmark,
            Currency = currency,
            Released = ReleasedWords(moment, calendar),
            Event = new EventMark(Position(moment, calendar), $"Release, {ReleasedWords(moment, calendar)}", $"Release {Format.DayMonth(date)}"),
        };
        if (view.Shown is not { } day0)
        {
            return view;
        }

        return view with
        {
            Day = TradingDayOf(day0, press),
            Sessions = ReactionSession.Of(reaction),
            Others = [.. reaction.OtherReleases.GroupBy(o => (At: o.RelativeDay + Position(o.Release.Moment, calendar), Day: o.RelativeDay))
                .Select(g => Mark(g.Key.At, g.Key.Day, [.. g.Select(o => o.Release.Headline)]))],
            Press = [.. press.Select(p => PressComparison.Of(p, day0))],
        };
    }

    /// <summary>The window as the chart takes it.</summary>
    public SessionWindow Window => new(
        [.. Sessions.Select(s => new SessionDay(s.Day, (double?)s.FirmSum, (double?)s.BenchmarkSum, (double?)s.VolumeMultiple))],
        -RawReaction.WindowReach, RawReaction.WindowReach, Firm, Benchmark, Event, Others);

    /// <summary>Whether a chart of the window has anything to show.</summary>
    public bool HasWindow => Sessions.Count(s => s.FirmSum is not null) > 1;

    private static double Position(ReleaseMoment moment, ExchangeCalendar calendar) =>
        moment.TimeUnknown || (moment.Timing == ReleaseTiming.Exact && moment.Parts(calendar) == TradingDayParts.During) ? 0 : -0.5;

    private static string ReleasedWords(ReleaseMoment moment, ExchangeCalendar calendar)
    {
        var timing = ReleaseWords.Timing(moment, calendar);
        var when = ReleaseWords.When(moment, calendar.Zone);
        return moment.Instant is null ? $"{when}, {char.ToLowerInvariant(timing[0])}{timing[1..]}" : when;
    }

    private static TradingDay? TradingDayOf(EventDay day0, IReadOnlyList<PressReport> press) => day0.PreviousClose is { } previous and > 0
        ? new TradingDay(
            previous, day0.Open?.Price, day0.High?.Price, day0.Low?.Price, day0.Close.Price,
            [.. press.Where(p => p.Percent is not null).Select(p => new PressFigure((double)p.Percent!.Value / 100, p.Words))])
        : null;

    private static EventMark Mark(double at, int day, IReadOnlyList<string> headlines) => new(
        at, headlines.Count == 1 ? headlines[0] : $"{Format.Count(headlines.Count)} other releases", day == 0 ? "Day 0" : $"Day {Format.Signed(day, 0)}");
}

/// <summary>
/// One session of the window. <paramref name="FirmSum"/> and <paramref name="BenchmarkSum"/> are sums of daily returns since the
/// close before day 0 (before it, the same sum taken backwards), null beyond a session that is missing.
/// </summary>
public sealed record ReactionSession(
    int Day, LocalDate Date, decimal? Close, long? Volume, decimal? VolumeMultiple,
    decimal? FirmReturn, decimal? BenchmarkReturn, decimal? FirmSum, decimal? BenchmarkSum, IReadOnlyList<ReleaseInWindow> Releases)
{
    /// <summary>The sessions of a reaction, ascending, also those to come.</summary>
    public static IReadOnlyList<ReactionSession> Of(Reaction reaction)
    {
        var firm = Sums(reaction.Window, d => d.FirmReturn);
        var benchmark = Sums(reaction.Window, d => d.BenchmarkReturn);
        var usual = reaction.Day0?.UsualVolume;
        return [.. reaction.Window.Select((d, i) => new ReactionSession(
            d.RelativeDay, d.Date, d.Close, d.Volume, usual > 0 ? d.Volume / usual : null, d.FirmReturn, d.BenchmarkReturn, firm[i], benchmark[i],
            [.. reaction.OtherReleases.Where(o => o.RelativeDay == d.RelativeDay)]))];
    }

    private static decimal?[] Sums(IReadOnlyList<WindowDay> days, Func<WindowDay, decimal?> of)
    {
        var sums = new decimal?[days.Count];
        decimal? sum = 0;
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i].RelativeDay >= 0)
            {
                sums[i] = sum += of(days[i]);
            }
        }

        sum = 0;
        for (var i = days.Count - 1; i >= 0; i--)
        {
            if (days[i].RelativeDay < 0)
            {
                sums[i] = sum;
                sum -= of(days[i]);
            }
        }

        return sums;
    }
}

/// <summary>One figure of the press beside the session.</summary>
/// <param name="Report">What was said and by whom.</param>
/// <param name="Place">Where the figure lies: "above the high", "within the day's range", "below the low"; null without a figure or a range.</param>
public sealed record PressComparison(PressReport Report, string? Place)
{
    /// <summary>Lays a report beside day 0.</summary>
    public static PressComparison Of(PressReport report, EventDay day0)
    {
        var said = report.Percent / 100;
        return new PressComparison(report, (said, day0.High?.Fraction, day0.Low?.Fraction) switch
        {
            (null, _, _) or (_, null, _) or (_, _, null) => null,
            var (s, high, _) when s > high => "above the high",
            var (s, _, low) when s < low => "below the low",
            _ => "within the day’s range",
        });
    }
}
