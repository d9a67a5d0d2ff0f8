using IrenPortal.Market.Calendar;
using IrenPortal.Tests.Market.Data;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Market.Calendar;

public sealed class ExchangeCalendarTests
{
    private static readonly ExchangeCalendar Us = ExchangeCalendar.UsEquities;

    [Theory]
    [InlineData("2024-01-01"), InlineData("2023-01-02"), InlineData("2022-01-17"), InlineData("2024-02-19")]
    [InlineData("2024-03-29"), InlineData("2025-04-18"), InlineData("2026-04-03"), InlineData("1998-04-10"), InlineData("2035-03-23")]
    [InlineData("2024-05-27"), InlineData("2022-06-20"), InlineData("2024-06-19"), InlineData("2027-06-18")]
    [InlineData("2020-07-03"), InlineData("2021-07-05"), InlineData("2026-07-03"), InlineData("2024-09-02")]
    [InlineData("2024-11-28"), InlineData("2021-12-24"), InlineData("2022-12-26"), InlineData("2027-12-24")]
    [InlineData("2001-09-11"), InlineData("2001-09-14"), InlineData("2004-06-11"), InlineData("2007-01-02")]
    [InlineData("2012-10-29"), InlineData("2012-10-30"), InlineData("2018-12-05"), InlineData("2025-01-09")]
    [InlineData("2024-05-11"), InlineData("2024-05-12")]
    public void The_market_is_shut_on_weekends_holidays_and_days_of_mourning(string date) =>
        Us.IsSession(Date(date)).ShouldBeFalse();

    [Theory]
    [InlineData("2023-01-02", "New Year’s Day"), InlineData("2025-01-20", "Martin Luther King Day"), InlineData("2024-02-19", "Washington’s Birthday")]
    [InlineData("2026-04-03", "Good Friday"), InlineData("2024-05-27", "Memorial Day"), InlineData("2022-06-20", "Juneteenth"), InlineData("2026-07-03", "Independence Day")]
    [InlineData("2024-09-02", "Labor Day"), InlineData("2024-11-28", "Thanksgiving Day"), InlineData("2021-12-24", "Christmas Day")]
    [InlineData("2025-01-09", "mourning for President Carter"), InlineData("2001-09-14", "attacks of September 11")]
    [InlineData("2024-05-11", null), InlineData("2025-11-03", null), InlineData("2024-07-03", null)]
    public void A_closed_weekday_is_known_by_its_name(string date, string? name) => Us.ClosureOn(Date(date)).ShouldBe(name);

    [Theory]
    [InlineData("2021-12-31"), InlineData("2027-12-31"), InlineData("2010-12-31"), InlineData("2021-06-18"), InlineData("2020-06-19")]
    [InlineData("2024-10-14"), InlineData("2024-11-11"), InlineData("2020-07-02"), InlineData("2026-07-02"), InlineData("2021-12-23")]
    [InlineData("2025-12-26"), InlineData("2002-07-03")]
    public void The_market_trades_a_full_session_where_one_might_expect_less(string date)
    {
        Us.IsSession(Date(date)).ShouldBeTrue();
        Us.CloseOf(Date(date)).ShouldBe(new LocalTime(16, 0));
    }

    [Theory]
    [InlineData("2023-07-03"), InlineData("2024-07-03"), InlineData("2025-07-03"), InlineData("2018-07-03"), InlineData("2013-07-03")]
    [InlineData("2023-11-24"), InlineData("2024-11-29"), InlineData("2024-12-24"), InlineData("2025-12-24"), InlineData("2026-12-24")]
    [InlineData("1999-12-31"), InlineData("2002-07-05"), InlineData("2003-12-26")]
    public void Some_sessions_close_at_one(string date)
    {
        Us.IsEarlyClose(Date(date)).ShouldBeTrue();
        Us.OpenOf(Date(date)).ShouldBe(new LocalTime(9, 30));
        Us.CloseOf(Date(date)).ShouldBe(new LocalTime(13, 0));
    }

    [Theory]
    [InlineData(1999, 252), InlineData(2001, 248), InlineData(2004, 252), InlineData(2012, 250), InlineData(2018, 251)]
    [InlineData(2021, 252), InlineData(2022, 251), InlineData(2023, 250), InlineData(2024, 252), InlineData(2025, 250), InlineData(2026, 251)]
    public void Each_year_has_the_number_of_sessions_that_it_had(int year, int sessions) =>
        Us.Sessions(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)).Count.ShouldBe(sessions);

    [Fact]
    public void The_calendar_has_exactly_the_days_that_the_share_traded_on()
    {
        var traded = RepositoryFiles.Prices("IREN").Bars.Select(bar => bar.Date).ToList();

        Us.Sessions(traded[0], traded[^1]).ShouldBe(traded);
    }

    [Fact]
    public void Counting_goes_by_sessions()
    {
        var thursday = Date("2024-03-28");

        Us.Next(thursday).ShouldBe(Date("2024-04-01"));
        Us.Next(Date("2024-03-30")).ShouldBe(Date("2024-04-01"));
        Us.Previous(Date("2024-04-01")).ShouldBe(thursday);
        Us.Previous(Date("2024-03-29")).ShouldBe(thursday);
        Us.OnOrAfter(Date("2024-03-29")).ShouldBe(Date("2024-04-01"));
        Us.Offset(thursday, 2).ShouldBe(Date("2024-04-02"));
        Us.Offset(thursday, -1).ShouldBe(Date("2024-03-27"));
        Us.Offset(Date("2015-07-17"), -130).ShouldBe(Date("2015-01-09"));
        Us.Offset(Date("2015-07-17"), -11).ShouldBe(Date("2015-07-01"));
        Us.SessionsBetween(thursday, Date("2024-04-02")).ShouldBe(2);
        Us.Sessions(Date("2024-03-29"), Date("2024-03-31")).ShouldBeEmpty();
        Us.Sessions(Date("2024-04-02"), thursday).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2024-05-08T19:59:59Z", "2024-05-07")]
    [InlineData("2024-05-08T20:00:00Z", "2024-05-08")]
    [InlineData("2024-05-11T12:00:00Z", "2024-05-10")]
    [InlineData("2024-11-29T17:59:59Z", "2024-11-27")]
    [InlineData("2024-11-29T18:00:00Z", "2024-11-29")]
    public void The_last_closed_session_changes_at_the_close(string now, string session) =>
        Us.LastClosedSession(InstantPattern.General.Parse(now).Value).ShouldBe(Date(session));

    [Fact]
    public void The_close_follows_the_clocks_of_New_York()
    {
        Us.CloseInstant(Date("2024-11-01")).ShouldBe(Instant.FromUtc(2024, 11, 1, 20, 0));
        Us.CloseInstant(Date("2024-11-04")).ShouldBe(Instant.FromUtc(2024, 11, 4, 21, 0));
        Us.OpenInstant(Date("2024-11-04")).ShouldBe(Instant.FromUtc(2024, 11, 4, 14, 30));
    }

    [Fact]
    public void Bitcoin_trades_every_day_until_midnight_in_UTC()
    {
        var daily = ExchangeCalendar.Daily;

        daily.IsSession(Date("2024-12-25")).ShouldBeTrue();
        daily.Offset(Date("2024-02-28"), 2).ShouldBe(Date("2024-03-01"));
        daily.CloseInstant(Date("2024-03-01")).ShouldBe(Instant.FromUtc(2024, 3, 2, 0, 0));
        daily.LastClosedSession(Instant.FromUtc(2024, 3, 2, 0, 0)).ShouldBe(Date("2024-03-01"));
        ExchangeCalendar.Named("daily").ShouldBe(daily);
        ExchangeCalendar.Named("exchange").ShouldBe(Us);
        ExchangeCalendar.Named("weekly").ShouldBeNull();
    }

    [Fact]
    public void Dates_that_the_calendar_does_not_know_are_refused()
    {
        var error = Should.Throw<ArgumentOutOfRangeException>(() => Us.IsSession(Date("1997-12-31")));

        error.Message.ShouldContain("1998-01-01 to 2035-12-31");
        Should.Throw<ArgumentOutOfRangeException>(() => Us.OnOrAfter(Date("2036-01-01")));
        Should.Throw<ArgumentOutOfRangeException>(() => Us.Next(Date("2035-12-31")));
        Should.Throw<ArgumentOutOfRangeException>(() => Us.Previous(Date("1998-01-01")));
        Us.TryOffset(Date("2035-12-31"), 1).ShouldBeNull();
        Us.Covers(Date("2036-01-01")).ShouldBeFalse();
    }

    [Fact]
    public void A_span_without_a_session_is_empty()
    {
        Us.Sessions(Date("2024-05-11"), Date("2024-05-12")).ShouldBeEmpty();
        Us.Sessions(Date("2024-05-10"), Date("2024-05-09")).ShouldBeEmpty();
        Us.Sessions(Date("2024-05-10"), Date("2024-05-10")).ShouldBe([Date("2024-05-10")]);
    }

    [Fact]
    public void A_closed_day_has_no_close() =>
        Should.Throw<ArgumentException>(() => Us.CloseOf(Date("2024-12-25"))).Message.ShouldContain("2024-12-25 is not a session");

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
