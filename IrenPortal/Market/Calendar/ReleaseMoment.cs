using NodaTime;

namespace IrenPortal.Market.Calendar;

/// <summary>
/// What is known of when an announcement was released: an exact instant, or the market's calendar date and in words where
/// in the day. Immutable.
/// </summary>
public sealed record ReleaseMoment
{
    private static readonly LocalTime UsualClose = new(16, 0);

    private ReleaseMoment(ReleaseTiming timing, Instant? instant, LocalDate? date)
    {
        Timing = timing;
        Instant = instant;
        Date = date;
    }

    /// <summary>How precisely the time is known.</summary>
    public ReleaseTiming Timing { get; }

    /// <summary>The instant; null unless <see cref="Timing"/> is <see cref="ReleaseTiming.Exact"/>.</summary>
    public Instant? Instant { get; }

    /// <summary>The date; null when <see cref="Timing"/> is <see cref="ReleaseTiming.Exact"/>.</summary>
    public LocalDate? Date { get; }

    /// <summary>
    /// Whether the side of the close is unknown. The move of day 0 must then not be shown without one over two or three
    /// sessions (MacKinlay 1997, sections 2 and 5).
    /// </summary>
    public bool TimeUnknown => Timing == ReleaseTiming.DateOnly;

    /// <summary>A release at a known instant.</summary>
    public static ReleaseMoment At(Instant instant) => new(ReleaseTiming.Exact, instant, null);

    /// <summary>A release of which the date, and perhaps the part of the day, is known.</summary>
    /// <exception cref="ArgumentException">The timing is exact, which needs an instant.</exception>
    public static ReleaseMoment On(LocalDate date, ReleaseTiming timing) => timing == ReleaseTiming.Exact
        ? throw new ArgumentException("An exact release needs an instant, not a date.", nameof(timing))
        : new ReleaseMoment(timing, null, date);

    /// <summary>The date of the release in a zone: of the exact instant, or the date itself.</summary>
    public LocalDate DateIn(DateTimeZone zone) => Date ?? Instant!.Value.InZone(zone).Date;

    /// <summary>
    /// The first instant of the span that the words name: the instant itself; the start of the date in
    /// <paramref name="zone"/>; for <see cref="ReleaseTiming.AfterClose"/> the close of the date's session, 16:00 when the
    /// date has none.
    /// </summary>
    public Instant FirstInstant(DateTimeZone zone) => FirstInstant(zone, ExchangeCalendar.UsEquities);

    /// <summary>As <see cref="FirstInstant(DateTimeZone)"/>, with the closes of the given calendar.</summary>
    public Instant FirstInstant(DateTimeZone zone, ExchangeCalendar calendar)
    {
        if (Date is not { } date)
        {
            return Instant!.Value;
        }

        if (Timing != ReleaseTiming.AfterClose)
        {
            return zone.AtStartOfDay(date).ToInstant();
        }

        return calendar.Covers(date) && calendar.IsSession(date)
            ? calendar.CloseInstant(date)
            : date.At(UsualClose).InZoneLeniently(calendar.Zone).ToInstant();
    }

    /// <summary>
    /// The event session: the first whose close lies strictly after the release. A date alone stands for itself when it is
    /// a session, else for the next one; a date after the close for the next session.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The release or its session lies outside the calendar.</exception>
    public LocalDate Day0(ExchangeCalendar calendar) => Date is not { } date
        ? calendar.EventSession(Instant!.Value)
        : Timing == ReleaseTiming.AfterClose ? calendar.Next(date) : calendar.OnOrAfter(date);

    /// <summary>As <see cref="Day0"/>, null where the release or its session lies outside the calendar.</summary>
    public LocalDate? TryDay0(ExchangeCalendar calendar)
    {
        var date = DateIn(calendar.Zone);
        if (!calendar.Covers(date))
        {
            return null;
        }

        var last = calendar.IsSession(calendar.Last) ? calendar.Last : calendar.Previous(calendar.Last);
        return date < last || (date == last && !Parts(calendar).HasFlag(TradingDayParts.After)) ? Day0(calendar) : null;
    }

    /// <summary>
    /// The parts of the trading day in which the release may lie; none when only the date is known or the market did not
    /// trade on it.
    /// </summary>
    public TradingDayParts Parts(ExchangeCalendar calendar)
    {
        var date = DateIn(calendar.Zone);
        if (!calendar.Covers(date) || !calendar.IsSession(date))
        {
            return TradingDayParts.None;
        }

        return Timing switch
        {
            ReleaseTiming.BeforeOpen => TradingDayParts.Before,
            ReleaseTiming.BeforeClose => TradingDayParts.Before | TradingDayParts.During,
            ReleaseTiming.AfterClose => TradingDayParts.After,
            ReleaseTiming.DateOnly => TradingDayParts.None,
            _ when Instant!.Value < calendar.OpenInstant(date) => TradingDayParts.Before,
            _ when Instant!.Value < calendar.CloseInstant(date) => TradingDayParts.During,
            _ => TradingDayParts.After,
        };
    }
}
