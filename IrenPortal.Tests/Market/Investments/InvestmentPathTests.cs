using IrenPortal.Market.Calendar;
using IrenPortal.Market.Investments;
using IrenPortal.Market.Prices;
using IrenPortal.Tests.Market.Data;
using IrenPortal.Tests.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Market.Investments;

public sealed class InvestmentPathTests
{
    private static readonly ExchangeCalendar Us = ExchangeCalendar.UsEquities;

    // Sessions 9, 10, 13, 14 and 15 May 2024. Bought at 20; dividend of 1 on the 10th at 25; 4:1 split and dividend of 0.5 on the 14th at 5.
    private static readonly PriceSeries Worked = SmallSeries.Closes(20, 25, 24, 5, 6).With(
        new CorporateAction(new LocalDate(2024, 5, 10), CorporateActionKind.Dividend, 1),
        new CorporateAction(new LocalDate(2024, 5, 14), CorporateActionKind.Dividend, 0.5m),
        new CorporateAction(new LocalDate(2024, 5, 14), CorporateActionKind.Split, 4));

    [Fact]
    public void Dividends_buy_shares_at_the_close_of_their_ex_date()
    {
        var path = Compute(Worked, 1_000, DividendUse.Reinvested);

        // 50 shares; +50/25 = 52; x4 = 208, +208 x 0.5/5 = 228.8.
        path.Points.Select(p => p.Shares).ShouldBe([50m, 52m, 52m, 228.8m, 228.8m]);
        path.Points.Select(p => p.Value).ShouldBe([1_000m, 1_300m, 1_248m, 1_144m, 1_372.8m]);
        (path.Gain, path.GainFraction, path.Dividends).ShouldBe((372.8m, 0.3728m, 154m));
        path.Points.ShouldAllBe(p => p.Cash == 0);
    }

    [Fact]
    public void Dividends_kept_as_cash_grow_no_further()
    {
        var path = Compute(Worked, 1_000, DividendUse.Cash);

        path.Points.Select(p => p.Shares).ShouldBe([50m, 50m, 50m, 200m, 200m]);
        path.Points.Select(p => p.Cash).ShouldBe([0m, 50m, 50m, 150m, 150m]);
        path.End.Value.ShouldBe(1_350m);
    }

    [Fact]
    public void Left_out_dividends_leave_the_price_and_the_splits()
    {
        var path = Compute(Worked, 1_000, DividendUse.LeftOut);

        (path.End.Value, path.End.Shares, path.Dividends).ShouldBe((1_200m, 200m, 0m));
        path.Actions.Select(a => (a.ExDate.Day, a.Kind)).ShouldBe([(10, CorporateActionKind.Dividend), (14, CorporateActionKind.Split), (14, CorporateActionKind.Dividend)]);
    }

    [Fact]
    public void A_purchase_at_the_close_of_an_ex_date_has_missed_the_dividend_and_the_split()
    {
        var path = InvestmentPath.Compute(Worked, Us, 100, new LocalDate(2024, 5, 14), new LocalDate(2024, 5, 15), DividendUse.Reinvested)!;

        (path.Start.Shares, path.End.Value, path.Dividends).ShouldBe((20m, 120m, 0m));
        path.Actions.ShouldBeEmpty();
    }

    [Fact]
    public void A_day_without_a_session_buys_at_the_next_close_and_ends_at_the_last_one()
    {
        // Saturday 11 May to Sunday 19 May.
        var path = InvestmentPath.Compute(Worked, Us, 100, new LocalDate(2024, 5, 11), new LocalDate(2024, 5, 19), DividendUse.LeftOut)!;

        (path.Start.Date, path.End.Date).ShouldBe((new LocalDate(2024, 5, 13), new LocalDate(2024, 5, 15)));
    }

    [Fact]
    public void What_fell_on_a_missing_session_takes_effect_at_the_next_and_the_session_is_named()
    {
        var path = Compute(Worked.Without(new LocalDate(2024, 5, 14)), 1_000, DividendUse.Reinvested);

        // 52 x 4 = 208; 208 x 0.5 = 104 buys 104/6.
        path.End.Shares.ShouldBe(208 + (104m / 6), 1e-20m);
        path.Missing.ShouldBe([new LocalDate(2024, 5, 14)]);
        path.Points.Count.ShouldBe(4);
    }

    [Fact]
    public void Without_a_close_between_the_days_there_is_no_path()
    {
        InvestmentPath.Compute(Worked, Us, 100, new LocalDate(2024, 5, 11), new LocalDate(2024, 5, 12), DividendUse.Cash).ShouldBeNull();
        InvestmentPath.Compute(Worked, Us, 100, new LocalDate(2024, 5, 15), new LocalDate(2024, 5, 9), DividendUse.Cash).ShouldBeNull();
        InvestmentPath.Compute(Worked, Us, 100, new LocalDate(1, 1, 1), new LocalDate(1, 1, 2), DividendUse.Cash).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => Compute(Worked, 0, DividendUse.Cash));
    }

    [Fact]
    public void The_worst_fall_and_the_best_rise_may_overlap_and_begin_at_an_extreme()
    {
        var path = Compute(SmallSeries.Closes(100, 80, 160, 120, 200, 90, 110), 100, DividendUse.LeftOut);

        var (fall, rise) = (ValueSwing.WorstFall(path.Points)!, ValueSwing.BestRise(path.Points)!);
        (fall.From.Value, fall.To.Value, fall.Fraction).ShouldBe((200m, 90m, -0.55m));
        (rise.From.Value, rise.To.Value, rise.Fraction).ShouldBe((80m, 200m, 1.5m));
        (path.Highest.Value, path.Lowest.Value).ShouldBe((200m, 80m));
    }

    [Fact]
    public void A_value_that_never_fell_has_no_fall()
    {
        ValueSwing.WorstFall(Compute(SmallSeries.Closes(1, 2, 2, 3), 1, DividendUse.LeftOut).Points).ShouldBeNull();
        ValueSwing.BestRise(Compute(SmallSeries.Closes(3), 1, DividendUse.LeftOut).Points).ShouldBeNull();
    }

    [Fact]
    public void The_yearly_rate_compounds_to_the_gain_and_is_not_made_of_less_than_a_year()
    {
        PriceSeries Between(LocalDate first, LocalDate last, decimal growth) =>
            new("T", "USD", [new Bar(first, null, null, null, 10, null), new Bar(last, null, null, null, 10 * growth, null)], []);

        Rate(new LocalDate(2022, 11, 18), new LocalDate(2024, 11, 18), 1.21m).ShouldBe(Math.Pow(1.21, 365 / 731d) - 1, 1e-12);
        Rate(new LocalDate(2022, 11, 18), new LocalDate(2023, 11, 20), 1.1m).ShouldBe(Math.Pow(1.1, 365 / 367d) - 1, 1e-12);
        InvestmentPath.Compute(Between(new LocalDate(2022, 11, 18), new LocalDate(2023, 11, 17), 2), Us, 5, new LocalDate(2022, 1, 1), new LocalDate(2024, 1, 1), DividendUse.Cash)!
            .YearlyFraction.ShouldBeNull();

        double Rate(LocalDate first, LocalDate last, decimal growth) =>
            InvestmentPath.Compute(Between(first, last, growth), Us, 5, first, last, DividendUse.Cash)!.YearlyFraction!.Value;
    }

    [Fact]
    public void The_same_amount_elsewhere_needs_both_ends_and_leaves_out_what_is_missing_between()
    {
        var path = Compute(SmallSeries.Closes(10, 11, 12, 13), 100, DividendUse.LeftOut);
        var other = new PriceSeries("OTHER", "USD", SmallSeries.Closes(50, 40, 60, 75).Bars, []);

        path.In(other)!.End.Value.ShouldBe(150);
        var gap = path.In(other.Without(new LocalDate(2024, 5, 13)))!;
        gap.Missing.ShouldBe([new LocalDate(2024, 5, 13)]);
        gap.Points.Count.ShouldBe(3);
        path.In(other.Without(new LocalDate(2024, 5, 15))).ShouldBeNull();
        path.In(other.Without(new LocalDate(2024, 5, 10))).ShouldBeNull();
        path.In(new PriceSeries("NONE", "USD", [], [])).ShouldBeNull();
    }

    [Fact]
    public void Ten_thousand_dollars_at_the_close_of_the_Microsoft_announcement_became_what_the_closes_say()
    {
        var path = InvestmentPath.Compute(RepositoryFiles.Prices("IREN"), Us, 10_000, new LocalDate(2025, 11, 3), new LocalDate(2026, 9, 28), DividendUse.Reinvested)!;

        (path.Start.Close, path.End.Close).ShouldBe((67.75m, 41.72m));
        path.End.Value.ShouldBe(10_000 * 41.72m / 67.75m);
        path.Highest.Date.ShouldBe(new LocalDate(2025, 11, 5));
        path.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Anniversaries_take_the_last_session_up_to_their_day()
    {
        var path = InvestmentPath.Compute(RepositoryFiles.Prices("IREN"), Us, 1, new LocalDate(2024, 6, 1), new LocalDate(2026, 9, 28), DividendUse.Cash)!;

        Anniversary.Of(path).Select(a => (a.After?.Years, a.Point.Date)).ShouldBe(
        [
            (0, new LocalDate(2024, 6, 3)), (1, new LocalDate(2025, 6, 3)), (2, new LocalDate(2026, 6, 3)), (null, new LocalDate(2026, 9, 28)),
        ]);
    }

    [Fact]
    public void Less_than_a_year_counts_in_months_and_an_end_on_a_full_month_stands_once()
    {
        var path = InvestmentPath.Compute(RepositoryFiles.Prices("IREN"), Us, 1, new LocalDate(2026, 6, 29), new LocalDate(2026, 9, 29), DividendUse.Cash)!;

        Anniversary.Of(path).Select(a => (a.After?.Months, a.Point.Date)).ShouldBe(
            [(0, new LocalDate(2026, 6, 29)), (1, new LocalDate(2026, 7, 29)), (2, new LocalDate(2026, 8, 28)), (null, new LocalDate(2026, 9, 28))]);
    }

    private static InvestmentPath Compute(PriceSeries series, decimal amount, DividendUse use) =>
        InvestmentPath.Compute(series, Us, amount, series.Bars[0].Date, SmallSeries.LastSession, use)!;
}
