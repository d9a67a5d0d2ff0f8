using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>
/// The closes of share and index from day -131 to +10, found by position in the calendar. A missing session stays missing:
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
        _sessions = calendar.Around(day0, First, EventWindow.Reported.Last);
        _firm = firm.On(_sessions);
        _index = index.On(_sessions);
    }

    /// <summary>The sessions of the estimation window, and which of them can't be used.</summary>
    public EstimationWindow Estimation()
    {
        var (known, days, dropped) = (0, new List<int>(), new List<LocalDate>());
        for (var day = EventWindow.EstimationFirst; day <= EventWindow.EstimationLast; day++)
        {
            if (SessionOf(day) is not { } session)
            {
                continue;
            }

            known++;
            if (HasReturns(day))
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

    /// <summary>One model with one kind of return.</summary>
    public ModelStudy Study(ReturnModel kind, ReturnKind returns)
    {
        var (firm, index) = Returns(EventWindow.EstimationFirst, EventWindow.EstimationLast, returns);
        var model = FittedModel.Fit(kind, firm, index);
        var days = EventWindow.Reported.Days.Where(HasReturns).Select(day =>
        {
            var (f, x) = (ReturnOf(_firm, day, returns)!.Value, ReturnOf(_index, day, returns)!.Value);
            return new AbnormalReturn(day, SessionOf(day)!.Value, f, x, model.Expected(x), model.Cumulate([f], [x]));
        }).ToList();
        return new ModelStudy(returns, model, days, [.. EventWindow.Standard.Select(w => Sum(model, w, returns))]);
    }

    /// <summary>The raw move of day 0 and of the windows.</summary>
    public RawMove Raw(bool isEarlyClose)
    {
        var (day0, before) = (_firm[At(0)], _firm[At(-1)]);
        var (total, count) = (0.0, 0);
        for (var day = EventWindow.EstimationFirst; day <= EventWindow.EstimationLast; day++)
        {
            if (_firm[At(day)]?.Volume is { } volume)
            {
                total += volume;
                count++;
            }
        }

        return new RawMove(
            before?.AdjustedClose, day0?.AdjustedClose, day0?.Close / before?.Close - 1, ReturnOf(_index, 0, ReturnKind.Simple),
            day0?.Volume, count == 0 ? null : total / count, count, isEarlyClose,
            [.. EventWindow.Standard.Select(w => (w, Compounded(w)))]);
    }

    private static int At(int day) => day - First;

    private static double? ReturnOf(StudyBar?[] bars, int day, ReturnKind returns) =>
        (bars[At(day)]?.AdjustedClose / bars[At(day - 1)]?.AdjustedClose) switch
        {
            { } ratio when returns == ReturnKind.Log => Math.Log(ratio),
            { } ratio => ratio - 1,
            null => null,
        };

    private LocalDate? SessionOf(int day) => _sessions[At(day)];

    private bool HasReturns(int day) =>
        _firm[At(day)] is not null && _firm[At(day - 1)] is not null && _index[At(day)] is not null && _index[At(day - 1)] is not null;

    private (double[] Firm, double[] Index) Returns(int from, int to, ReturnKind returns)
    {
        var (firm, index) = (new List<double>(to - from + 1), new List<double>(to - from + 1));
        for (var day = from; day <= to; day++)
        {
            if (HasReturns(day))
            {
                firm.Add(ReturnOf(_firm, day, returns)!.Value);
                index.Add(ReturnOf(_index, day, returns)!.Value);
            }
        }

        return ([.. firm], [.. index]);
    }

    private CumulativeAbnormalReturn Sum(FittedModel model, EventWindow window, ReturnKind returns)
    {
        var missing = window.Days.Where(day => !HasReturns(day)).ToList();
        if (missing.Count > 0)
        {
            return new CumulativeAbnormalReturn(window, null, missing);
        }

        var (firm, index) = Returns(window.First, window.Last, returns);
        return new CumulativeAbnormalReturn(window, model.Cumulate(firm, index), []);
    }

    private double? Compounded(EventWindow window) =>
        window.Days.All(day => ReturnOf(_firm, day, ReturnKind.Simple) is not null)
            ? _firm[At(window.Last)]?.AdjustedClose / _firm[At(window.First - 1)]?.AdjustedClose - 1
            : null;
}
