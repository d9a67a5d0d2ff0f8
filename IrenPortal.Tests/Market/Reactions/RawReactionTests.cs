using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Tests.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Market.Reactions;

public sealed class RawReactionTests
{
    private static readonly ExchangeCalendar Us = ExchangeCalendar.UsEquities;

    // 200 flat sessions up to Wednesday 2024-05-15; day 0 is 2024-05-01, ten sessions earlier.
    private static readonly PriceSeries Flat = SmallSeries.Flat(100, 200);
    private static readonly LocalDate Day0 = new(2024, 5, 1);
    private static readonly ReleaseMoment Moment = ReleaseMoment.On(Day0, ReleaseTiming.BeforeOpen);

    [Fact]
    public void A_window_is_complete_when_its_tenth_session_has_come_and_partial_before()
    {
        React(Flat).State.ShouldBe(ReactionState.Complete);

        var reaction = React(Flat.Without(SmallSeries.LastSession));
        reaction.State.ShouldBe(ReactionState.Partial);
        reaction.Window.Count.ShouldBe(21);
        reaction.Window[^1].Close.ShouldBeNull();
        reaction.Window[^1].FirmCumulative.ShouldBeNull();
        reaction.Window[^2].FirmCumulative.ShouldBe(0);
    }

    [Fact]
    public void A_release_after_the_newest_bar_has_not_traded_yet()
    {
        var reaction = RawReaction.Compute(Flat, Flat, ReleaseMoment.On(SmallSeries.LastSession, ReleaseTiming.AfterClose), Us, []);

        reaction.State.ShouldBe(ReactionState.NotTradedYet);
        reaction.Session.ShouldBe(new LocalDate(2024, 5, 16));
        reaction.Day0.ShouldBeNull();
        reaction.ThreeSessions.FirmFraction.ShouldBeNull();
        reaction.PricesAsOf.ShouldBe(SmallSeries.LastSession);
        reaction.Window.Single(day => day.RelativeDay == -1).Close.ShouldBe(100);
    }

    [Fact]
    public void Without_prices_for_day_0_there_is_nothing_to_show()
    {
        RawReaction.Compute(Flat, null, ReleaseMoment.On(new LocalDate(2010, 1, 4), ReleaseTiming.BeforeOpen), Us, [])
            .State.ShouldBe(ReactionState.NoPrices);
        React(Flat.Without(Day0)).State.ShouldBe(ReactionState.NoPrices);
        React(new PriceSeries("NONE", "USD", [], [])).State.ShouldBe(ReactionState.NoPrices);
    }

    [Fact]
    public void The_first_day_of_trading_has_prices_but_no_move()
    {
        var listed = new PriceSeries("NEW", "USD", Flat.Bars.Where(bar => bar.Date >= Day0).ToList(), []);
        var reaction = React(listed);

        reaction.State.ShouldBe(ReactionState.Complete);
        reaction.Day0!.PreviousClose.ShouldBeNull();
        reaction.Day0.Close.ShouldBe(new PriceMove(100, null));
        reaction.Day0.UsualVolume.ShouldBeNull();
        reaction.Day0.VolumeMultiple.ShouldBeNull();
        reaction.TwoSessions.FirmFraction.ShouldBeNull();
    }

    [Fact]
    public void The_calendar_may_begin_or_end_inside_the_window()
    {
        var first = Us.OnOrAfter(Us.First);
        var last = Us.Last;
        var beginning = new PriceSeries("OLD", "USD", [new Bar(first, null, null, null, 5, null)], []);
        var end = new PriceSeries("END", "USD", [new Bar(last, null, null, null, 5, null)], []);

        var atStart = RawReaction.Compute(beginning, null, ReleaseMoment.On(first, ReleaseTiming.BeforeOpen), Us, []);
        atStart.PreviousSession.ShouldBeNull();
        atStart.Window[0].RelativeDay.ShouldBe(0);
        var atEnd = RawReaction.Compute(end, null, ReleaseMoment.On(last, ReleaseTiming.BeforeOpen), Us, []);
        atEnd.State.ShouldBe(ReactionState.Partial);
        atEnd.Window[^1].RelativeDay.ShouldBe(0);
    }

    [Fact]
    public void A_missing_session_makes_two_returns_missing_and_is_never_filled()
    {
        var missing = Us.Offset(Day0, -4);
        var window = React(Flat.Without(missing)).Window;

        window.Where(day => day.FirmReturn is null).Select(day => day.RelativeDay).ShouldBe([-4, -3]);
        window.Single(day => day.Date == missing).Close.ShouldBeNull();
        window.Where(day => day.FirmCumulative is null).Select(day => day.RelativeDay).ShouldBe(Enumerable.Range(-4, 15));
        window.ShouldAllBe(day => day.BenchmarkCumulative == 0);
    }

    [Fact]
    public void A_halt_before_day_0_leaves_no_move_rather_than_one_over_two_days()
    {
        var reaction = React(Flat.Without(Us.Previous(Day0)));

        reaction.Day0!.Close.Fraction.ShouldBeNull();
        reaction.Day0.BenchmarkFraction.ShouldBe(0);
        reaction.ThreeSessions.FirmFraction.ShouldBeNull();
    }

    [Fact]
    public void A_split_on_day_0_is_no_move()
    {
        var split = Flat
            .Replacing(bar => bar.Date < Day0 ? bar : new Bar(bar.Date, 51, 55, 50, 55, 4_000))
            .With(new CorporateAction(Day0, CorporateActionKind.Split, 2));
        var reaction = React(split);

        var day0 = reaction.Day0!;
        day0.PreviousClose.ShouldBe(50);
        day0.PreviousCloseAsTraded.ShouldBe(100);
        day0.Open.ShouldBe(new PriceMove(51, 0.02m));
        day0.High!.Fraction.ShouldBe(0.1m);
        day0.Low!.Fraction.ShouldBe(0);
        day0.Close.Fraction.ShouldBe(0.1m);
        day0.UsualVolume.ShouldBe(2_000);
        day0.VolumeMultiple.ShouldBe(2);
        var before = reaction.Window.Single(day => day.RelativeDay == -1);
        (before.Close, before.AdjustedClose, before.FirmReturn).ShouldBe((100, 50, 0));
        reaction.Window[^1].FirmCumulative.ShouldBe(0.1m);
    }

    [Fact]
    public void A_later_split_leaves_the_prices_of_day_0_as_they_were()
    {
        var later = Flat
            .Replacing(bar => bar.Date < SmallSeries.LastSession ? bar : bar with { Close = 50 })
            .With(new CorporateAction(SmallSeries.LastSession, CorporateActionKind.Split, 2));
        var reaction = React(later);

        reaction.Day0!.PreviousClose.ShouldBe(100);
        reaction.Window[^1].AdjustedClose.ShouldBe(100);
        reaction.Window[^1].FirmReturn.ShouldBe(0);
    }

    [Fact]
    public void A_dividend_on_day_0_is_no_fall()
    {
        var paid = Flat
            .Replacing(bar => bar.Date < Day0 ? bar : bar with { Close = 96 })
            .With(new CorporateAction(Day0, CorporateActionKind.Dividend, 4));

        React(paid).Day0!.Close.Fraction.ShouldBe(0);
    }

    [Theory]
    [InlineData(19, false), InlineData(20, true)]
    public void The_usual_volume_needs_twenty_sessions_that_have_one(int sessions, bool known)
    {
        var last = Us.Offset(Day0, -11);
        var first = Us.Offset(Day0, -10 - sessions);
        var reaction = React(Flat.Replacing(bar => bar.Date >= first && bar.Date <= last || bar.Date == Day0 ? bar : bar with { Volume = null }));

        reaction.Day0!.UsualVolumeSessions.ShouldBe(sessions);
        reaction.Day0.UsualVolume.ShouldBe(known ? 1_000 : null);
        reaction.Day0.VolumeMultiple.ShouldBe(known ? 1 : null);
    }

    [Fact]
    public void A_source_of_closes_alone_gives_the_close_alone()
    {
        var day0 = React(Flat.Replacing(bar => new Bar(bar.Date, null, null, null, bar.Close, null))).Day0!;

        day0.Close.Fraction.ShouldBe(0);
        day0.Open.ShouldBeNull();
        day0.Volume.ShouldBeNull();
        day0.VolumeMultiple.ShouldBeNull();
    }

    [Fact]
    public void Without_a_benchmark_its_figures_are_missing()
    {
        var reaction = RawReaction.Compute(Flat, null, Moment, Us, []);

        reaction.Day0!.BenchmarkFraction.ShouldBeNull();
        reaction.Window.ShouldAllBe(day => day.BenchmarkReturn == null && day.BenchmarkCumulative == null);
    }

    [Fact]
    public void Other_releases_in_the_window_are_named_with_their_day()
    {
        var reaction = RawReaction.Compute(Flat, null, Moment, Us,
        [
            Other("after-it", new LocalDate(2024, 5, 15), ReleaseTiming.BeforeOpen),
            Other("too-late", new LocalDate(2024, 5, 15), ReleaseTiming.AfterClose),
            Other("evening-before", new LocalDate(2024, 4, 30), ReleaseTiming.AfterClose),
            Other("weekend", new LocalDate(2024, 4, 27), ReleaseTiming.DateOnly),
            Other("another-age", new LocalDate(1990, 1, 2), ReleaseTiming.DateOnly),
        ]);

        reaction.OtherReleases.Select(other => (other.Release.Slug, other.RelativeDay))
            .ShouldBe([("weekend", -2), ("evening-before", 0), ("after-it", 10)]);

        static OtherRelease Other(string slug, LocalDate date, ReleaseTiming timing) => new(slug, slug, ReleaseMoment.On(date, timing));
    }

    [Fact]
    public void A_short_session_is_flagged() =>
        RawReaction.Compute(Flat, null, ReleaseMoment.On(new LocalDate(2023, 11, 24), ReleaseTiming.BeforeOpen), Us, [])
            .EarlyClose.ShouldBeTrue();

    private static Reaction React(PriceSeries firm) => RawReaction.Compute(firm, Flat, Moment, Us, []);
}
