using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Market.Reactions;

/// <summary>The raw move around an announcement, counted in sessions, on adjusted prices, with nothing estimated.</summary>
public static class RawReaction
{
    /// <summary>The first and last relative day of the window.</summary>
    public const int WindowReach = 10;

    private const int UsualVolumeFirst = -130;
    private const int UsualVolumeLast = -11;
    private const int FewestVolumes = 20;

    /// <summary>
    /// Works out the reaction to a release. Missing prices are states and nulls, never exceptions;
    /// <paramref name="others"/> are the company's other announcements, this one left out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The release lies outside the calendar.</exception>
    public static Reaction Compute(
        PriceSeries firm, PriceSeries? benchmark, ReleaseMoment moment, ExchangeCalendar calendar,
        IReadOnlyList<OtherRelease> others)
    {
        var day0 = moment.Day0(calendar);
        var firmReturns = new SessionReturns(firm, calendar, day0);
        var benchmarkReturns = benchmark is null ? null : new SessionReturns(benchmark, calendar, day0);

        return new Reaction(
            StateOf(firm, calendar, day0),
            day0,
            calendar.TryOffset(day0, -1),
            moment.TimeUnknown,
            calendar.IsEarlyClose(day0),
            firm.Last?.Date,
            firmReturns.BarOf(0) is { } bar ? EventDayOf(bar, firmReturns, benchmarkReturns) : null,
            MoveOver(0, 1, firmReturns, benchmarkReturns),
            MoveOver(-1, 1, firmReturns, benchmarkReturns),
            WindowOf(calendar, day0, firmReturns, benchmarkReturns),
            InWindow(calendar, day0, others));
    }

    private static ReactionState StateOf(PriceSeries firm, ExchangeCalendar calendar, LocalDate day0)
    {
        if (firm.BarOn(day0) is null)
        {
            return day0 > firm.Last?.Date ? ReactionState.NotTradedYet : ReactionState.NoPrices;
        }

        return calendar.TryOffset(day0, WindowReach) <= firm.Last?.Date ? ReactionState.Complete : ReactionState.Partial;
    }

    private static EventDay EventDayOf(Bar bar, SessionReturns firm, SessionReturns? benchmark)
    {
        var previous = firm.CloseOf(-1);
        var volumes = Enumerable.Range(UsualVolumeFirst, UsualVolumeLast - UsualVolumeFirst + 1)
            .Select(firm.VolumeOf).OfType<decimal>().ToList();

        return new EventDay(
            previous,
            firm.BarOf(-1)?.Close,
            Move(bar.Open),
            Move(bar.High),
            Move(bar.Low),
            new PriceMove(bar.Close, bar.Close / previous - 1),
            bar.Volume,
            volumes.Count < FewestVolumes ? null : volumes.Average(),
            volumes.Count,
            benchmark?.ReturnOf(0));

        PriceMove? Move(decimal? price) => price is { } p ? new PriceMove(p, p / previous - 1) : null;
    }

    private static RangeMove MoveOver(int from, int to, SessionReturns firm, SessionReturns? benchmark) =>
        new(from, to, firm.MoveOver(from, to), benchmark?.MoveOver(from, to));

    private static List<WindowDay> WindowOf(
        ExchangeCalendar calendar, LocalDate day0, SessionReturns firm, SessionReturns? benchmark)
    {
        var firmSums = firm.CumulativeSums(-WindowReach, WindowReach);
        var benchmarkSums = benchmark?.CumulativeSums(-WindowReach, WindowReach);
        var window = new List<WindowDay>();
        for (var day = -WindowReach; day <= WindowReach; day++)
        {
            if (calendar.TryOffset(day0, day) is not { } session)
            {
                continue;
            }

            var bar = firm.BarOf(day);
            window.Add(new WindowDay(
                day, session, bar?.Close, firm.CloseOf(day), bar?.Volume, firm.ReturnOf(day), benchmark?.ReturnOf(day),
                firmSums[day + WindowReach], benchmarkSums?[day + WindowReach]));
        }

        return window;
    }

    private static List<ReleaseInWindow> InWindow(
        ExchangeCalendar calendar, LocalDate day0, IReadOnlyList<OtherRelease> others) => others
        .Select(other => (Release: other, Session: other.Moment.TryDay0(calendar)))
        .Where(other => other.Session is not null)
        .Select(other => new ReleaseInWindow(other.Release, calendar.SessionsBetween(day0, other.Session!.Value)))
        .Where(other => Math.Abs(other.RelativeDay) <= WindowReach)
        .OrderBy(other => other.RelativeDay)
        .ThenBy(other => other.Release.Slug, StringComparer.Ordinal)
        .ToList();
}
