using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Ui.Charts;

public sealed class ScaleTests
{
    [Fact]
    public void A_scale_maps_its_ends_and_what_lies_between()
    {
        var scale = new LinearScale(-10, 30, 200, 0);

        scale.At(-10).ShouldBe(200);
        scale.At(30).ShouldBe(0);
        scale.At(0).ShouldBe(150);
        scale.ValueAt(150).ShouldBe(0, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(41.72)]
    [InlineData(-3)]
    public void A_flat_series_lies_in_the_middle(double value) =>
        new LinearScale(value, value, 0, 1).At(value).ShouldBe(0.5, 1e-9);

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    public void A_scale_refuses_bounds_that_are_no_numbers(double low, double high) =>
        Should.Throw<ArgumentException>(() => new LinearScale(low, high, 0, 1));

    [Fact]
    public void Ticks_are_round_and_lie_between_the_ends()
    {
        NiceTicks.Between(-0.22, 0.26, 4).ShouldBe([-0.2, 0, 0.2]);
        NiceTicks.Between(26, 79, 4).ShouldBe([30, 40, 50, 60, 70]);
        NiceTicks.Between(0, 0.31, 4).ShouldBe([0, 0.1, 0.2, 0.3]);
    }

    [Fact]
    public void Ticks_of_a_logarithmic_axis_are_powers_of_ten_with_few_between()
    {
        NiceTicks.Logarithmic(0.9, 1100, 4).ShouldBe([1, 10, 100, 1000]);
        NiceTicks.Logarithmic(0.95, 80, 4).ShouldBe([1, 3, 10, 30]);
        NiceTicks.Logarithmic(4, 30, 4).ShouldBe([5, 10, 20]);
        NiceTicks.Logarithmic(26, 79, 4).ShouldBe([30, 50, 70]);
        NiceTicks.Logarithmic(40, 48, 4).ShouldBe([40, 42, 44, 46, 48]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    public void A_span_that_is_nothing_has_no_ticks(double low, double high) => NiceTicks.Between(low, high, 4).ShouldBeEmpty();

    [Fact]
    public void Any_span_has_a_few_ticks()
    {
        var random = new Random(20251103);
        for (var i = 0; i < 2_000; i++)
        {
            var low = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-4, 10));
            var ticks = NiceTicks.Between(low, low + (random.NextDouble() * Math.Pow(10, random.Next(-4, 10))) + 1e-4, 4);
            ticks.Count.ShouldBeInRange(3, 10);
            ticks.ShouldBeInOrder();
        }
    }

    [Fact]
    public void Labels_that_would_touch_move_apart_and_the_others_stay()
    {
        Spread.Apart([10, 12, 100], 20, 0, 200).ShouldBe([1, 21, 100]);
        Spread.Apart([50], 20, 0, 200).ShouldBe([50]);
        Spread.Apart([], 20, 0, 200).ShouldBeEmpty();
    }

    [Fact]
    public void Labels_stay_within_the_page_and_share_it_where_it_is_too_small()
    {
        Spread.Apart([195, 198, 199], 20, 0, 200).ShouldBe([160, 180, 200]);
        Spread.Apart([5, 5, 5, 5, 5], 100, 0, 200).ShouldBe([0, 50, 100, 150, 200]);
    }

    [Fact]
    public void A_year_of_sessions_is_told_by_its_months()
    {
        var sessions = Enumerable.Range(0, 365).Select(i => new LocalDate(2025, 9, 29).PlusDays(i)).Where(d => d.DayOfWeek <= IsoDayOfWeek.Friday).ToList();

        TimeTicks.Of(sessions, 900).Select(t => t.Label).ShouldBe(
            ["Oct", "Nov", "Dec", "Jan 2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]);
        TimeTicks.Of(sessions, 232).Select(t => t.Label).ShouldBe(["Oct", "Jan", "Apr", "Jul"]);
        sessions[TimeTicks.Of(sessions, 900)[1].Index].ShouldBe(new LocalDate(2025, 11, 3));
    }

    [Fact]
    public void A_month_of_sessions_is_told_by_its_weeks()
    {
        var sessions = Enumerable.Range(0, 30).Select(i => new LocalDate(2026, 8, 31).PlusDays(i)).Where(d => d.DayOfWeek <= IsoDayOfWeek.Friday).ToList();

        TimeTicks.Of(sessions, 900).Select(t => t.Label).ShouldBe(["7 Sep", "14 Sep", "21 Sep", "28 Sep"]);
        TimeTicks.Of([new LocalDate(2026, 9, 1)], 900).ShouldBe([new TimeTick(0, "1 Sep")]);
        TimeTicks.Of([], 900).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_is_cut_or_broken_at_words()
    {
        TextWidth.Of("11.5%", 14, strong: false).ShouldBeLessThan(TextWidth.Of("11.5%", 14, strong: true));
        TextWidth.Fit("First-quarter results: revenue $240.3m", 150, 14, strong: false).ShouldBe("First-quarter results…");
        TextWidth.Fit("unbreakable", 5, 14, strong: false).ShouldBe("unbreakable");
        TextWidth.Wrap("Announced 1 Jun 2026. Notes due 31 December 2031", 200, 14, strong: false)
            .ShouldBe(["Announced 1 Jun 2026. Notes", "due 31 December 2031"]);
    }
}
