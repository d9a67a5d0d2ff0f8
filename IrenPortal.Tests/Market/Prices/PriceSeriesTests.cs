using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Market.Prices;

public sealed class PriceSeriesTests
{
    // Sessions 2024-05-13, -14 and -15.
    private static readonly PriceSeries Three = SmallSeries.Closes(100, 110, 121);
    private static readonly LocalDate Monday = new(2024, 5, 13);
    private static readonly LocalDate Tuesday = new(2024, 5, 14);

    [Fact]
    public void Bars_are_found_by_date()
    {
        Three.IndexOf(Tuesday).ShouldBe(1);
        Three.IndexOf(new LocalDate(2024, 5, 12)).ShouldBeNull();
        Three.BarOn(Tuesday)!.Close.ShouldBe(110);
        Three.LastBefore(Tuesday)!.Date.ShouldBe(Monday);
        Three.LastBefore(Monday).ShouldBeNull();
        Three.Last!.Close.ShouldBe(121);
        new PriceSeries("NONE", "USD", [], []).Last.ShouldBeNull();
    }

    [Fact]
    public void A_range_includes_both_ends_and_may_be_open()
    {
        Three.Range(Monday, Tuesday).Count.ShouldBe(2);
        Three.Range(null, Monday.PlusDays(-1)).ShouldBeEmpty();
        Three.Range(Tuesday, null).Count.ShouldBe(2);
        Three.Range(null, null).Count.ShouldBe(3);
        Three.Range(LocalDate.MinIsoValue, LocalDate.MaxIsoValue).Count.ShouldBe(3);
        Three.Range(Tuesday, Monday).ShouldBeEmpty();
    }

    [Fact]
    public void Bars_must_ascend() =>
        Should.Throw<ArgumentException>(() => new PriceSeries("TEST", "USD", [Three.Bars[1], Three.Bars[0]], []))
            .Message.ShouldContain("2024-05-13 follows 2024-05-14");

    [Fact]
    public void Going_back_over_a_split_divides_prices_and_multiplies_volumes()
    {
        var adjusted = Three.With(new CorporateAction(Tuesday, CorporateActionKind.Split, 2)).Adjusted();

        adjusted.Select(bar => bar.Close).ShouldBe([50, 110, 121]);
        adjusted.Select(bar => bar.Volume).ShouldBe([2_000, 1_000, 1_000]);
        adjusted[0].Low.ShouldBe(49.5m);
    }

    [Fact]
    public void Going_back_over_a_dividend_takes_its_share_of_the_close_before_off_prices_only()
    {
        var adjusted = Three.With(new CorporateAction(Tuesday, CorporateActionKind.Dividend, 5)).Adjusted();

        adjusted.Select(bar => bar.Close).ShouldBe([95, 110, 121]);
        adjusted.Select(bar => bar.Volume).ShouldBe([1_000, 1_000, 1_000]);
    }

    [Fact]
    public void A_dividend_on_the_day_of_a_split_is_paid_on_the_new_shares()
    {
        var adjusted = Three.With(
            new CorporateAction(Tuesday, CorporateActionKind.Dividend, 5),
            new CorporateAction(Tuesday, CorporateActionKind.Split, 2)).Adjusted();

        adjusted[0].Close.ShouldBe(45m);
    }

    [Fact]
    public void Actions_add_up_on_the_way_back()
    {
        var adjusted = Three.With(
            new CorporateAction(new LocalDate(2024, 5, 15), CorporateActionKind.Split, 0.1m),
            new CorporateAction(Tuesday, CorporateActionKind.Dividend, 10)).Adjusted();

        adjusted.Select(bar => bar.Close).ShouldBe([900, 1_100, 121]);
        adjusted[0].Volume.ShouldBe(100);
    }

    [Fact]
    public void An_action_whose_day_has_not_come_changes_nothing() =>
        Three.With(new CorporateAction(new LocalDate(2024, 5, 16), CorporateActionKind.Dividend, 5))
            .Adjusted().Select(bar => bar.Close).ShouldBe([100, 110, 121]);

    [Fact]
    public void An_impossible_action_is_not_applied_quietly()
    {
        Should.Throw<InvalidOperationException>(() => Three.With(new CorporateAction(Tuesday, CorporateActionKind.Dividend, 100)).Adjusted());
        Should.Throw<InvalidOperationException>(() => Three.With(new CorporateAction(Tuesday, CorporateActionKind.Split, 0)).Adjusted());
    }
}
