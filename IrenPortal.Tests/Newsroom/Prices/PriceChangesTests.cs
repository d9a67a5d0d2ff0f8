using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Newsroom.Prices;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices;

/// <summary>What new bars and actions would change, and what of it somebody has to look at.</summary>
public sealed class PriceChangesTests
{
    private static readonly LocalDate Monday = new(2026, 9, 14);
    private static readonly MarketClock Market = new(ExchangeCalendar.UsEquities, new LocalDate(2026, 9, 18));

    private static Bar Close(LocalDate date, decimal close) => new(date, null, null, null, close, null);

    private static LocalDate Session(int offset) => ExchangeCalendar.UsEquities.Offset(Monday, offset);

    private static StoredPrices Stored(params decimal[] closes) =>
        new("IREN", 7, [.. closes.Select((close, i) => Close(Session(i - closes.Length + 1), close))], []);

    private static PriceChangePlan Compare(StoredPrices stored, params Bar[] bars) => PriceChanges.Compare(stored, bars, [], Market, PriceLimits.Default);

    private static IReadOnlyList<string> Doubts(StoredPrices stored, params Bar[] bars) => [.. Compare(stored, bars).Doubts.Select(d => d.Sentence)];

    [Fact]
    public void New_replaced_and_unchanged_bars_are_told_apart()
    {
        var plan = Compare(Stored(10, 11, 12), Close(Session(1), 13), Close(Session(0), 12.6m), Close(Session(-1), 11));

        plan.Bars.ShouldBe([new BarChange(Close(Monday, 12.6m), Close(Monday, 12)), new BarChange(Close(Session(1), 13), null)]);
        (plan.NewBars, plan.Replaced.Count(), plan.Unchanged).ShouldBe((1, 1, 1));
        plan.Replaced.Single().Change.ShouldBe(0.05m);
        plan.Doubts.ShouldBeEmpty();
        plan.Summary().ShouldBe("1 bar new, 1 replaced, 1 unchanged");
    }

    [Fact]
    public void A_bar_that_differs_in_its_volume_alone_is_replaced() =>
        Compare(Stored(10), Close(Monday, 10) with { Volume = 5 }).Replaced.ShouldHaveSingleItem();

    [Fact]
    public void The_same_figures_with_more_noughts_are_unchanged() => Compare(Stored(10.5m), Close(Monday, 10.500m)).IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData(15.0, null)]
    [InlineData(15.1, "the close 15.1 is +51.0% against 10 on 14 Sep 2026, and no split explains it")]
    [InlineData(6.7, null)]
    [InlineData(6.6, "the close 6.6 is −34.0% against 10 on 14 Sep 2026, and no split explains it")]
    public void A_close_far_from_the_one_before_is_looked_at(double close, string? doubt) =>
        Doubts(Stored(9, 10), Close(Session(1), (decimal)close)).ShouldBe(doubt is null ? [] : [doubt]);

    [Fact]
    public void A_split_explains_a_fall_and_its_absence_does_not()
    {
        var split = new CorporateAction(Session(1), CorporateActionKind.Split, 10);

        PriceChanges.Compare(Stored(100), [Close(Session(1), 10.1m)], [split], Market, PriceLimits.Default).Doubts.ShouldBeEmpty();
        PriceChanges.Compare(Stored(100) with { Actions = [split] }, [Close(Session(1), 10.1m)], [], Market, PriceLimits.Default).Doubts.ShouldBeEmpty();
        Doubts(Stored(100), Close(Session(1), 10.1m)).ShouldHaveSingleItem();
        PriceChanges.Compare(Stored(100), [Close(Session(1), 99)], [split], Market, PriceLimits.Default).Doubts.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_wild_replacement_is_seen_beside_the_old_bar_and_both_neighbours() =>
        Doubts(Stored(10, 11, 12), Close(Session(-1), 110)).ShouldBe([
            "the close 110 replaces 11: +900.0%",
            "the close 110 is +1,000.0% against 10 on 10 Sep 2026, and no split explains it",
            "the close 110 does not fit 12 on 14 Sep 2026, and no split explains it",
        ]);

    [Fact]
    public void What_is_older_than_usual_is_looked_at()
    {
        var stored = Stored(10, 10.1m, 10.2m, 10.3m, 10.4m, 10.5m, 10.6m);

        Doubts(stored, Close(Session(-5), 10.15m)).ShouldBeEmpty();
        Doubts(stored, Close(Session(-6), 10.05m)).ShouldBe(["replaces a bar 6 sessions before the newest"]);
        Doubts(stored, Close(Session(-7), 10)).ShouldBe(["adds a bar 7 sessions before the newest"]);
    }

    [Fact]
    public void Sessions_without_a_bar_are_told()
    {
        Doubts(Stored(10), Close(Session(1), 10), Close(Session(3), 10)).ShouldBe(["1 session has no bar between 15 Sep 2026 and this one"]);
        Doubts(Stored(10), Close(Session(4), 10)).ShouldBe(["3 sessions have no bar between 14 Sep 2026 and this one"]);
    }

    [Fact]
    public void A_session_that_has_not_closed_is_looked_at() =>
        Doubts(Stored(10, 10, 10, 10), [.. Enumerable.Range(1, 5).Select(i => Close(Session(i), 10 + (i / 10m)))]).ShouldBe(["the session has not closed yet"]);

    [Fact]
    public void A_bar_that_repeats_the_one_before_is_looked_at()
    {
        var before = new Bar(Monday, 9, 11, 8, 10, 1000);

        Doubts(new StoredPrices("IREN", 7, [before], []), before with { Date = Session(1) }).ShouldBe(["it repeats 14 Sep 2026 in every figure"]);
    }

    [Fact]
    public void A_low_or_high_far_from_its_close_is_looked_at() =>
        Doubts(Stored(10), new Bar(Session(1), 10, 16, 1, 10, 1000)).ShouldBe(["the high 16 is far from its close 10", "the low 1 is far from its close 10"]);

    [Fact]
    public void A_first_import_is_only_held_against_itself() =>
        Doubts(new StoredPrices("IREN", 0, [], []), Close(Session(-300), 10), Close(Session(-299), 10.5m), Close(Session(-298), 105)).ShouldHaveSingleItem();

    [Fact]
    public void An_action_on_bars_that_readers_have_is_looked_at_and_one_ahead_is_not()
    {
        static IReadOnlyList<string> Of(StoredPrices stored, CorporateAction action) => [.. PriceChanges.Compare(stored, [], [action], Market, PriceLimits.Default).Doubts.Select(d => d.Sentence)];

        Of(Stored(10, 11), new CorporateAction(Monday, CorporateActionKind.Dividend, 0.1m)).ShouldBe(["the dividend acts on bars that readers have: charts and returns before it change"]);
        Of(Stored(10, 11), new CorporateAction(Session(1), CorporateActionKind.Split, 2)).ShouldBeEmpty();
        Of(Stored(10, 11) with { Actions = [new(Session(1), CorporateActionKind.Split, 3)] }, new CorporateAction(Session(1), CorporateActionKind.Split, 2)).ShouldBe(["the split 2 replaces 3"]);
    }

    [Fact]
    public void What_could_not_be_reckoned_with_is_refused()
    {
        var dividend = new CorporateAction(Session(1), CorporateActionKind.Dividend, 0.5m);

        PriceChanges.Contradictions(Stored(10) with { Actions = [dividend] }, [Close(Monday, 0.4m)], []).ShouldHaveSingleItem().ShouldContain("below the close before");
        PriceChanges.Contradictions(Stored(10), [], [.. Enumerable.Range(1, 3).Select(i => new CorporateAction(Session(i), CorporateActionKind.Split, 10_000))]).ShouldHaveSingleItem().ShouldContain("splits together");
        PriceChanges.Contradictions(Stored(10), [Close(Session(1), 11)], [dividend]).ShouldBeEmpty();
    }

    [Fact]
    public void Only_new_and_plausible_sessions_up_to_the_first_odd_one_go_without_a_look()
    {
        var split = PriceChanges.Split(
            Stored(10, 11), [Close(Session(0), 11.1m), Close(Session(1), 11.2m), Close(Session(2), 30), Close(Session(3), 30.5m), Close(Session(5), 31)], [], Market, PriceLimits.Default);

        split.Plain.Bars.Select(c => c.Bar.Date).ShouldBe([Session(1)]);
        split.Held.Bars.Select(c => c.Bar.Date).ShouldBe([Session(0), Session(2), Session(3)]);
        split.Held.Doubts.ShouldHaveSingleItem().Date.ShouldBe(Session(2));
        split.LeftOut.ShouldBe(1);
    }

    [Fact]
    public void A_split_goes_without_a_look_with_the_session_that_it_explains()
    {
        var two = new CorporateAction(Session(1), CorporateActionKind.Split, 2);

        PriceChanges.Split(Stored(10), [Close(Session(1), 5.1m)], [two], Market, PriceLimits.Default).Held.IsEmpty.ShouldBeTrue();
        var late = PriceChanges.Split(Stored(10, 5.1m), [Close(Session(1), 5.2m)], [two with { ExDate = Monday }], Market, PriceLimits.Default);
        (late.Plain.IsEmpty, late.Held.Bars.Count, late.Held.Actions.Count).ShouldBe((true, 1, 1));
    }

    [Fact]
    public void The_digest_covers_the_basis_and_what_was_there_before()
    {
        var bar = Close(Monday, 12.6m);
        var digest = Compare(Stored(12), bar).Digest();

        Compare(Stored(12), bar).Digest().ShouldBe(digest);
        Compare(Stored(12) with { Basis = 8 }, bar).Digest().ShouldNotBe(digest);
        Compare(Stored(12.5m), bar).Digest().ShouldNotBe(digest);
        Compare(Stored(12), bar with { Volume = 1 }).Digest().ShouldNotBe(digest);
    }
}
