using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>Works out the event study of one announcement.</summary>
public static class StudyRun
{
    private static readonly ReturnModel[] Models = [ReturnModel.Market, ReturnModel.MeanAdjusted, ReturnModel.MarketAdjusted];

    /// <summary>
    /// Studies the announcement released at <paramref name="moment"/>. Missing prices never throw: they are dropped sessions,
    /// missing days, or a refusal.
    /// </summary>
    /// <param name="firm">The share.</param>
    /// <param name="index">A broad index of the same market.</param>
    /// <param name="moment">When the announcement was released.</param>
    /// <param name="calendar">The sessions of the share's primary listing.</param>
    /// <param name="others">The firm's other announcements; those outside the calendar are passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException">The release or its session lies outside the calendar.</exception>
    public static EventStudy Of(
        StudySeries firm, StudySeries index, ReleaseMoment moment, ExchangeCalendar calendar, IReadOnlyList<OtherEvent> others)
    {
        var day0 = moment.Day0(calendar);
        var prices = new StudyPrices(firm, index, calendar, day0);
        var raw = prices.Raw(calendar.IsEarlyClose(day0));
        var estimation = prices.Estimation();
        var alignment = Alignment.Of(moment.FirstInstant(calendar.Zone, calendar), calendar) with { EventSession = day0 };
        var confounding = Confounding(day0, calendar, others);

        if (estimation.Observations < EventWindow.FewestObservations)
        {
            return Refused(StudyRefusal.InsufficientHistory);
        }

        var (simple, log) = (prices.Returns(ReturnKind.Simple), prices.Returns(ReturnKind.Log));
        List<ModelStudy> studies = [.. Models.SelectMany(model => new[] { simple.Study(model), log.Study(model) })];
        if (studies.Exists(s => s.Model.IsDegenerate))
        {
            return Refused(StudyRefusal.DegenerateReturns);
        }

        var status = studies[0].Windows.All(w => w.Sum is not null) ? StudyStatus.Ok : StudyStatus.Partial;
        return new EventStudy(status, moment, alignment, estimation, studies, null, raw, confounding);

        EventStudy Refused(string code) => new(
            StudyStatus.Refused, moment, alignment, estimation, [],
            new StudyRefusal(code, estimation.Observations, EventWindow.FewestObservations), raw, confounding);
    }

    private static List<ConfoundingEvent> Confounding(LocalDate day0, ExchangeCalendar calendar, IReadOnlyList<OtherEvent> others)
    {
        var events = new List<ConfoundingEvent>(others.Count);
        foreach (var other in others)
        {
            if (other.Moment.TryDay0(calendar) is { } session)
            {
                events.Add(new ConfoundingEvent(other.Label, session, calendar.SessionsBetween(day0, session)));
            }
        }

        return [.. events.OrderBy(e => e.RelativeDay).ThenBy(e => e.Label, StringComparer.Ordinal)];
    }
}
