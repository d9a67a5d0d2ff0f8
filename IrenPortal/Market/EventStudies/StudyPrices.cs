using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>
/// The bars of share and index from day -131 to +10, found by position in the calendar. A missing session stays missing:
/// it takes its own return and the next one's with it.
/// </summary>
internal sealed class StudyPrices
{
    private const int First = EventWindow.EstimationFirst - 1;

    private readonly IReadOnlyList<LocalDate?> _sessions;
    private readonly StudyBar?[] _firm;
    private readonly StudyBar?[] _index;

    public StudyPrices(StudySeries firm, StudySeries index, ExchangeCalendar calendar, LocalDate day0)
    {
        _sessions = calendar.Around(day0, First, EventWindow.LastReported);
        _firm = firm.On(_sessions);
        _index = index.On(_sessions);
    }

    /// <summary>The sessions of the estimation window, and which of them can't be used.</summary>
    public EstimationWindow Estimation()
    {
        const int window = EventWindow.EstimationLast - EventWindow.EstimationFirst + 1;
        var (known, days, dropped) = (0, new List<int>(window), new List<LocalDate>());
        for (var day = EventWindow.EstimationFirst; day <= EventWindow.EstimationLast; day++)
        {
            if (SessionOf(day) is not { } session)
            {
                continue;
            }

            known++;
            if (RatioOf(_firm, day) is not null && RatioOf(_index, day) is not null)
            {
                days.Add(day);
            }
            else
            {
                dropped.Add(session);
            }
        }

        return new EstimationWindow(
            SessionOf(EventWindow.EstimationFirst), SessionOf(EventWindow.EstimationLast), known, days, dropped);
    }

    /// <summary>The returns of one kind.</summary>
    public StudyReturns Returns(ReturnKind kind)
    {
        var returns = new StudyReturns(kind);
        for (var day = EventWindow.EstimationFirst; day <= EventWindow.LastReported; day++)
        {
            if (SessionOf(day) is { } session && RatioOf(_firm, day) is { } firm && RatioOf(_index, day) is { } index)
            {
                returns.Add(day, session, firm, index);
            }
        }

        return returns;
    }

    /// <summary>The raw move of day 0 and of the windows.</summary>
    public RawMove Raw(bool isEarlyClose)
    {
        var (day0, before) = (_firm[-First], _firm[-1 - First]);
        var (total, count) = (0.0, 0);
        for (var day = EventWindow.EstimationFirst; day <= EventWindow.EstimationLast; day++)
        {
            if (_firm[day - First]?.Volume is { } volume)
            {
                total += volume;
                count++;
            }
        }

        return new RawMove(
            before?.AdjustedClose, day0?.AdjustedClose, day0?.Close / before?.Close - 1, RatioOf(_index, 0) - 1,
            day0?.Volume, count == 0 ? null : total / count, count, isEarlyClose,
            [.. EventWindow.Standard.Select(w => (w, Compounded(w)))]);
    }

    private static double? RatioOf(StudyBar?[] bars, int day) => bars[day - First]?.AdjustedClose / bars[day - 1 - First]?.AdjustedClose;

    private LocalDate? SessionOf(int day) => _sessions[day - First];

    private double? Compounded(EventWindow window) =>
        window.Days.All(day => RatioOf(_firm, day) is not null)
            ? _firm[window.Last - First]?.AdjustedClose / _firm[window.First - 1 - First]?.AdjustedClose - 1
            : null;
}
