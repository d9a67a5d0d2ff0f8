using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Tests.Market.Calendar;

public sealed class ReleaseMomentTests
{
    private static readonly ExchangeCalendar Us = ExchangeCalendar.UsEquities;
    private static readonly LocalDate Thursday = new(2024, 3, 28);
    private static readonly LocalDate GoodFriday = new(2024, 3, 29);
    private static readonly LocalDate Monday = new(2024, 4, 1);

    [Theory]
    [InlineData(ReleaseTiming.BeforeOpen), InlineData(ReleaseTiming.BeforeClose), InlineData(ReleaseTiming.DateOnly)]
    public void A_note_before_the_close_or_without_a_time_belongs_to_its_date(ReleaseTiming timing)
    {
        ReleaseMoment.On(Thursday, timing).Day0(Us).ShouldBe(Thursday);
        ReleaseMoment.On(GoodFriday, timing).Day0(Us).ShouldBe(Monday);
    }

    [Fact]
    public void A_note_after_the_close_belongs_to_the_next_session()
    {
        ReleaseMoment.On(Thursday, ReleaseTiming.AfterClose).Day0(Us).ShouldBe(Monday);
        ReleaseMoment.On(GoodFriday, ReleaseTiming.AfterClose).Day0(Us).ShouldBe(Monday);
    }

    [Fact]
    public void Only_a_date_alone_leaves_the_side_of_the_close_open()
    {
        ReleaseMoment.On(Thursday, ReleaseTiming.DateOnly).TimeUnknown.ShouldBeTrue();
        ReleaseMoment.On(Thursday, ReleaseTiming.BeforeClose).TimeUnknown.ShouldBeFalse();
        ReleaseMoment.At(Instant.FromUtc(2024, 3, 28, 12, 0)).TimeUnknown.ShouldBeFalse();
    }

    [Fact]
    public void The_first_instant_is_where_the_named_span_begins()
    {
        var midnight = Instant.FromUtc(2024, 3, 28, 4, 0);
        foreach (var timing in new[] { ReleaseTiming.BeforeOpen, ReleaseTiming.BeforeClose, ReleaseTiming.DateOnly })
        {
            ReleaseMoment.On(Thursday, timing).FirstInstant(Us.Zone).ShouldBe(midnight);
        }

        FirstInstantAfterClose(Thursday).ShouldBe(Instant.FromUtc(2024, 3, 28, 20, 0));
        FirstInstantAfterClose(GoodFriday).ShouldBe(Instant.FromUtc(2024, 3, 29, 20, 0));
        FirstInstantAfterClose(new LocalDate(2023, 11, 24)).ShouldBe(Instant.FromUtc(2023, 11, 24, 18, 0));
        FirstInstantAfterClose(new LocalDate(2040, 1, 3)).ShouldBe(Instant.FromUtc(2040, 1, 3, 21, 0));
        ReleaseMoment.At(midnight).FirstInstant(DateTimeZone.Utc).ShouldBe(midnight);

        static Instant FirstInstantAfterClose(LocalDate date) =>
            ReleaseMoment.On(date, ReleaseTiming.AfterClose).FirstInstant(Us.Zone);
    }

    [Theory]
    [InlineData(ReleaseTiming.BeforeOpen, TradingDayParts.Before)]
    [InlineData(ReleaseTiming.BeforeClose, TradingDayParts.Before | TradingDayParts.During)]
    [InlineData(ReleaseTiming.AfterClose, TradingDayParts.After)]
    [InlineData(ReleaseTiming.DateOnly, TradingDayParts.None)]
    public void Words_light_the_parts_of_the_day_that_they_name(ReleaseTiming timing, TradingDayParts parts)
    {
        ReleaseMoment.On(Thursday, timing).Parts(Us).ShouldBe(parts);
        ReleaseMoment.On(GoodFriday, timing).Parts(Us).ShouldBe(TradingDayParts.None);
    }

    [Theory]
    [InlineData(11, TradingDayParts.Before), InlineData(15, TradingDayParts.During), InlineData(20, TradingDayParts.After)]
    public void An_exact_instant_lights_one_part_of_the_day(int utcHour, TradingDayParts part) =>
        ReleaseMoment.At(Instant.FromUtc(2024, 3, 28, utcHour, 0)).Parts(Us).ShouldBe(part);

    [Fact]
    public void Every_timing_has_its_word()
    {
        foreach (var timing in Enum.GetValues<ReleaseTiming>())
        {
            ReleaseTimings.Parse(timing.Word()).ShouldBe(timing);
        }

        ReleaseTiming.BeforeOpen.Word().ShouldBe("before_open");
        ReleaseTimings.Parse("Before_Open").ShouldBeNull();
        ReleaseTimings.Parse(null).ShouldBeNull();
    }

    [Fact]
    public void A_moment_outside_the_calendar_has_no_day_0()
    {
        ReleaseMoment.On(new LocalDate(1990, 1, 2), ReleaseTiming.DateOnly).TryDay0(Us).ShouldBeNull();
        ReleaseMoment.On(new LocalDate(2036, 1, 2), ReleaseTiming.DateOnly).TryDay0(Us).ShouldBeNull();
        ReleaseMoment.On(Us.Last, ReleaseTiming.AfterClose).TryDay0(Us).ShouldBeNull();
        ReleaseMoment.At(Us.CloseInstant(Us.Last)).TryDay0(Us).ShouldBeNull();
        ReleaseMoment.On(Thursday, ReleaseTiming.DateOnly).TryDay0(Us).ShouldBe(Thursday);
    }

    [Fact]
    public void The_last_session_is_day_0_of_what_comes_before_its_close()
    {
        ReleaseMoment.At(Us.CloseInstant(Us.Last).Minus(Duration.Epsilon)).TryDay0(Us).ShouldBe(Us.Last);
        ReleaseMoment.On(Us.Last, ReleaseTiming.BeforeClose).TryDay0(Us).ShouldBe(Us.Last);
        ReleaseMoment.On(Us.Last, ReleaseTiming.DateOnly).TryDay0(Us).ShouldBe(Us.Last);
        ReleaseMoment.On(Us.Previous(Us.Last), ReleaseTiming.AfterClose).TryDay0(Us).ShouldBe(Us.Last);
    }

    [Fact]
    public void An_exact_release_needs_an_instant() =>
        Should.Throw<ArgumentException>(() => ReleaseMoment.On(Thursday, ReleaseTiming.Exact));
}
