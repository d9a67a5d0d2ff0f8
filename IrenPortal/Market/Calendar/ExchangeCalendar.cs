using System.Collections.Frozen;
using NodaTime;

namespace IrenPortal.Market.Calendar;

/// <summary>
/// The trading sessions of a market, each named by its date in the market's own zone. Immutable. Every member that takes
/// a date throws <see cref="ArgumentOutOfRangeException"/> when the date lies outside <see cref="First"/>..<see cref="Last"/>.
/// </summary>
public sealed class ExchangeCalendar
{
    private static readonly LocalTime RegularOpen = new(9, 30);
    private static readonly LocalTime RegularClose = new(16, 0);
    private static readonly LocalTime EarlyClose = new(13, 0);

    // All dates are found by position, so that offsets over hundreds of sessions cost one addition.
    private readonly LocalDate[] _sessions;
    private readonly int[] _positionOnOrAfter;
    private readonly FrozenDictionary<LocalDate, string> _closed;
    private readonly FrozenSet<LocalDate> _earlyCloses;
    private readonly bool _roundTheClock;

    private ExchangeCalendar(
        string name, DateTimeZone zone, int firstYear, int lastYear,
        FrozenDictionary<LocalDate, string> closed, FrozenSet<LocalDate> earlyCloses, bool roundTheClock)
    {
        Name = name;
        Zone = zone;
        First = new LocalDate(firstYear, 1, 1);
        Last = new LocalDate(lastYear, 12, 31);
        _closed = closed;
        _earlyCloses = earlyCloses;
        _roundTheClock = roundTheClock;

        var sessions = new List<LocalDate>();
        _positionOnOrAfter = new int[Period.DaysBetween(First, Last) + 1];
        for (var day = 0; day < _positionOnOrAfter.Length; day++)
        {
            var date = First.PlusDays(day);
            _positionOnOrAfter[day] = sessions.Count;
            if (roundTheClock || (date.DayOfWeek <= IsoDayOfWeek.Friday && !closed.ContainsKey(date)))
            {
                sessions.Add(date);
            }
        }

        _sessions = [.. sessions];
    }

    /// <summary>Nasdaq and NYSE, 1998 to 2035, in New York time: 9:30 to 16:00, or to 13:00 on an early close.</summary>
    public static ExchangeCalendar UsEquities { get; } = CreateUsEquities(1998, 2035);

    /// <summary>Every day from 00:00 to 24:00 UTC, for what trades round the clock, such as bitcoin; 1998 to 2035.</summary>
    public static ExchangeCalendar Daily { get; } = new(
        "daily", DateTimeZone.Utc, 1998, 2035, FrozenDictionary<LocalDate, string>.Empty, FrozenSet<LocalDate>.Empty, roundTheClock: true);

    /// <summary>The name that <c>company.yml</c> uses: <c>exchange</c> or <c>daily</c>.</summary>
    public string Name { get; }

    /// <summary>The zone in which session dates and wall-clock times are meant.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The first date that the calendar knows.</summary>
    public LocalDate First { get; }

    /// <summary>The last date that the calendar knows.</summary>
    public LocalDate Last { get; }

    /// <summary>The calendar of a name, <c>exchange</c> or <c>daily</c>; null for another name.</summary>
    public static ExchangeCalendar? Named(string name) => name switch
    {
        "exchange" => UsEquities,
        "daily" => Daily,
        _ => null,
    };

    /// <summary>Whether the calendar knows this date.</summary>
    public bool Covers(LocalDate date) => date >= First && date <= Last;

    /// <summary>Whether the market trades on this date.</summary>
    public bool IsSession(LocalDate date)
    {
        var position = PositionOnOrAfter(date);
        return position < _sessions.Length && _sessions[position] == date;
    }

    /// <summary>The holiday or event for which the market is closed on this date; null on a session and on a weekend.</summary>
    public string? ClosureOn(LocalDate date) => IsSession(date) ? null : _closed.GetValueOrDefault(date);

    /// <summary>Whether this date is a session that closes at 13:00.</summary>
    public bool IsEarlyClose(LocalDate date) => IsSession(date) && _earlyCloses.Contains(date);

    /// <summary>The wall-clock opening time of a session.</summary>
    /// <exception cref="ArgumentException">The date is not a session.</exception>
    public LocalTime OpenOf(LocalDate session)
    {
        Position(session);
        return _roundTheClock ? LocalTime.Midnight : RegularOpen;
    }

    /// <summary>The wall-clock closing time of a session; of a day that trades round the clock the midnight that ends it.</summary>
    /// <exception cref="ArgumentException">The date is not a session.</exception>
    public LocalTime CloseOf(LocalDate session)
    {
        Position(session);
        return _roundTheClock ? LocalTime.Midnight : _earlyCloses.Contains(session) ? EarlyClose : RegularClose;
    }

    /// <summary>The instant at which a session opens.</summary>
    /// <exception cref="ArgumentException">The date is not a session.</exception>
    public Instant OpenInstant(LocalDate session) => session.At(OpenOf(session)).InZoneStrictly(Zone).ToInstant();

    /// <summary>The instant at which a session closes.</summary>
    /// <exception cref="ArgumentException">The date is not a session.</exception>
    public Instant CloseInstant(LocalDate session)
    {
        var close = session.At(CloseOf(session));
        return (_roundTheClock ? close.PlusDays(1) : close).InZoneStrictly(Zone).ToInstant();
    }

    /// <summary>The sessions from one date to another, both included, ascending.</summary>
    public IReadOnlyList<LocalDate> Sessions(LocalDate from, LocalDate to)
    {
        var start = PositionOnOrAfter(from);
        var end = IsSession(to) ? PositionOnOrAfter(to) + 1 : PositionOnOrAfter(to);
        return new ArraySegment<LocalDate>(_sessions, start, Math.Max(0, end - start));
    }

    /// <summary>This date when it is a session, else the next session.</summary>
    public LocalDate OnOrAfter(LocalDate date) => At(PositionOnOrAfter(date), date);

    /// <summary>The first session after this date.</summary>
    public LocalDate Next(LocalDate date) => At(PositionOnOrAfter(date) + (IsSession(date) ? 1 : 0), date);

    /// <summary>The last session before this date.</summary>
    public LocalDate Previous(LocalDate date) => At(PositionOnOrAfter(date) - 1, date);

    /// <summary>The session <paramref name="sessions"/> sessions after (or, negative, before) a session.</summary>
    /// <exception cref="ArgumentException">The date is not a session.</exception>
    public LocalDate Offset(LocalDate session, int sessions) => At(Position(session) + sessions, session);

    /// <summary>As <see cref="Offset"/>, null where the calendar ends.</summary>
    /// <exception cref="ArgumentException">The date is not a session.</exception>
    public LocalDate? TryOffset(LocalDate session, int sessions) => TryAt(Position(session) + sessions);

    /// <summary>The sessions from one offset to another around a session, ascending; null where the calendar ends.</summary>
    /// <exception cref="ArgumentException">The date is not a session.</exception>
    public IReadOnlyList<LocalDate?> Around(LocalDate session, int from, int to)
    {
        var position = Position(session);
        var sessions = new LocalDate?[to - from + 1];
        for (var i = 0; i < sessions.Length; i++)
        {
            sessions[i] = TryAt(position + from + i);
        }

        return sessions;
    }

    /// <summary>How many sessions lie between two sessions; negative when <paramref name="to"/> comes first.</summary>
    /// <exception cref="ArgumentException">One of the dates is not a session.</exception>
    public int SessionsBetween(LocalDate from, LocalDate to) => Position(to) - Position(from);

    /// <summary>The last session whose close is at or before this instant.</summary>
    public LocalDate LastClosedSession(Instant now) => Previous(EventSession(now));

    /// <summary>
    /// Day 0 of an announcement: the first session whose close lies strictly after the instant, so that the close itself
    /// belongs to the next session.
    /// </summary>
    public LocalDate EventSession(Instant announcement)
    {
        var date = announcement.InZone(Zone).Date;
        var session = OnOrAfter(date);
        return CloseInstant(session) > announcement ? session : Next(session);
    }

    private static ExchangeCalendar CreateUsEquities(int firstYear, int lastYear)
    {
        var years = Enumerable.Range(firstYear, lastYear - firstYear + 1).ToList();
        return new ExchangeCalendar(
            "exchange", DateTimeZoneProviders.Tzdb["America/New_York"], firstYear, lastYear,
            years.SelectMany(UsEquityHolidays.ClosedDays).Concat(UsEquityExceptions.ClosedDays).ToFrozenDictionary(c => c.Date, c => c.Name),
            years.SelectMany(UsEquityHolidays.EarlyCloses).Except(UsEquityExceptions.FullSessions)
                .Concat(UsEquityExceptions.EarlyCloses).ToFrozenSet(),
            roundTheClock: false);
    }

    private int PositionOnOrAfter(LocalDate date) => Covers(date)
        ? _positionOnOrAfter[Period.DaysBetween(First, date)]
        : throw OutsideRange(date);

    private int Position(LocalDate session) => IsSession(session)
        ? PositionOnOrAfter(session)
        : throw new ArgumentException(FormattableString.Invariant($"{session:uuuu-MM-dd} is not a session of the calendar '{Name}'."), nameof(session));

    private LocalDate At(int position, LocalDate asked) => TryAt(position) ?? throw OutsideRange(asked);

    private LocalDate? TryAt(int position) => position >= 0 && position < _sessions.Length ? _sessions[position] : null;

    private ArgumentOutOfRangeException OutsideRange(LocalDate date) => new(
        nameof(date),
        FormattableString.Invariant($"The calendar '{Name}' knows {First:uuuu-MM-dd} to {Last:uuuu-MM-dd}; {date:uuuu-MM-dd} or what was asked of it lies outside."));
}
