using NodaTime;

namespace IrenPortal.Market.Calendar;

/// <summary>Where an instant lies in the trading day of its date.</summary>
public enum AlignmentTiming
{
    /// <summary>On a session's date, before it opens.</summary>
    BeforeOpen,

    /// <summary>While the session is open.</summary>
    InSession,

    /// <summary>On a session's date, at or after its close.</summary>
    AfterClose,

    /// <summary>On a Saturday, a Sunday or a holiday.</summary>
    NonSessionDay,
}

/// <summary>
/// An announcement's instant put on a calendar: the session that could first react to it, and where in the day it lies.
/// </summary>
public sealed record Alignment(Instant AnnouncedAt, LocalDate EventSession, AlignmentTiming Timing)
{
    /// <summary>The word for the timing: <c>before_open</c>, <c>in_session</c>, <c>after_close</c>, <c>non_session_day</c>.</summary>
    public string TimingWord => Timing switch
    {
        AlignmentTiming.BeforeOpen => "before_open",
        AlignmentTiming.InSession => "in_session",
        AlignmentTiming.AfterClose => "after_close",
        _ => "non_session_day",
    };

    /// <summary>Aligns an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant or its session lies outside the calendar.</exception>
    public static Alignment Of(Instant announcedAt, ExchangeCalendar calendar)
    {
        var timing = calendar.IsSession(announcedAt.InZone(calendar.Zone).Date)
            ? ReleaseMoment.At(announcedAt).Parts(calendar) switch
            {
                TradingDayParts.Before => AlignmentTiming.BeforeOpen,
                TradingDayParts.During => AlignmentTiming.InSession,
                _ => AlignmentTiming.AfterClose,
            }
            : AlignmentTiming.NonSessionDay;
        return new Alignment(announcedAt, calendar.EventSession(announcedAt), timing);
    }
}
