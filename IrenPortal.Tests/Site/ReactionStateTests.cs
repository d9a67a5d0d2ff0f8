using AngleSharp.Dom;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using IrenPortal.Tests.Testing;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Site;

/// <summary>Every way in which a reaction can be incomplete: what is missing is said, and never filled with something else.</summary>
public sealed class ReactionStateTests
{
    private const string Raw = "The share opened at +20.3%, reached +24.7% and closed at +11.5%";

    [Fact]
    public async Task Too_short_a_history_has_the_raw_move_and_no_estimate()
    {
        var day0 = new LocalDate(2025, 11, 3);
        var first = Shipped.Calendar.Offset(day0, -72);
        var page = await PageAsync(new BuiltReaction { Firm = BuiltReaction.Between(Shipped.Firm, first, null) });

        page.QuerySelector(".sentence").Said().ShouldBe(Raw + "; QQQ closed at +0.5%.");
        Notes(page).ShouldBe(["No estimate. IREN had 61 usable sessions before this release; the model needs 100. The day’s own prices are in the table below."]);
        page.QuerySelector(".ordinary").ShouldBeNull();
        page.Body!.TextContent.ShouldNotContain("beta 1");
        Rows(page, "by window").ShouldBe(["Day 0 | +11.5%", "−1 to +1 | +14.4%", "−5 to +5 | −4.3%", "0 to +10 | −22.0%"]);
        Charts(page).ShouldBe(2, "the trading day and the sessions");
    }

    [Fact]
    public async Task Returns_that_do_not_vary_have_no_estimate()
    {
        var flat = new PriceSeries("QQQ", "USD", [.. Shipped.Benchmark.Bars.Select(b => new Bar(b.Date, null, null, null, 500, null))], []);
        var page = await PageAsync(new BuiltReaction { Benchmark = flat });

        page.QuerySelector(".sentence").Said().ShouldBe(Raw + "; QQQ closed at 0.0%.");
        Notes(page).ShouldHaveSingleItem().ShouldStartWith("No estimate. In the 120 sessions before this release the returns of IREN or QQQ leave no spread");
    }

    [Fact]
    public async Task Without_prices_of_the_benchmark_there_is_no_estimate()
    {
        var page = await PageAsync(new BuiltReaction { Benchmark = null });

        page.QuerySelector(".sentence").Said().ShouldBe(Raw + ".");
        Notes(page).ShouldBe(["No estimate. This site has no prices of QQQ to take the market’s part off with. The day’s own prices are in the table below."]);
        page.Tabled().ShouldContain("Days −1 to +1 |  | +14.4%");
        page.QuerySelectorAll("th").ShouldNotContain(h => h.TextContent.Contains("explained", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-10-31", "Not traded yet. The first session that can react is 3 Nov 2025. Prices are known to 31 Oct 2025.")]
    [InlineData("2025-11-03", "Still to come: days −1 to +1 after the close of 4 Nov 2025, days −5 to +5 after the close of 10 Nov 2025, days 0 to +10 after the close of 17 Nov 2025. Prices are known to 3 Nov 2025.")]
    [InlineData("2025-11-05", "Still to come: days −5 to +5 after the close of 10 Nov 2025, days 0 to +10 after the close of 17 Nov 2025. Prices are known to 5 Nov 2025.")]
    [InlineData("2025-11-14", "Still to come: days 0 to +10 after the close of 17 Nov 2025. Prices are known to 14 Nov 2025.")]
    public async Task What_is_still_to_come_is_said_with_its_day(string pricesTo, string said)
    {
        var last = LocalDatePattern.Iso.Parse(pricesTo).Value;
        var page = await PageAsync(new BuiltReaction { Firm = BuiltReaction.Between(Shipped.Firm, null, last), Benchmark = BuiltReaction.Between(Shipped.Benchmark, null, last) });

        Notes(page).ShouldBe([said]);
    }

    [Fact]
    public async Task On_the_evening_of_day_0_its_estimate_is_there_and_the_others_are_to_come()
    {
        var day0 = new LocalDate(2025, 11, 3);
        var page = await PageAsync(new BuiltReaction { Firm = BuiltReaction.Between(Shipped.Firm, null, day0), Benchmark = BuiltReaction.Between(Shipped.Benchmark, null, day0) });

        page.QuerySelector(".sentence").Said().ShouldEndWith("After allowing for QQQ, +9.1% is left. Its 95% range, −1.1% to +19.2%, includes zero.");
        Rows(page, "by window").ShouldBe(
            ["Day 0 | +11.5% | +9.1% | −1.1% to +19.2% | 0.08", "−1 to +1 | – | to come, 4 Nov 2025", "−5 to +5 | – | to come, 10 Nov 2025", "0 to +10 | – | to come, 17 Nov 2025"]);
    }

    [Fact]
    public async Task A_benchmark_that_lags_is_waited_for()
    {
        var page = await PageAsync(new BuiltReaction { Benchmark = BuiltReaction.Between(Shipped.Benchmark, null, new LocalDate(2025, 11, 14)) });

        Notes(page).ShouldBe(["Still to come: days 0 to +10 after the close of 17 Nov 2025. Prices are known to 14 Nov 2025."]);
    }

    [Fact]
    public async Task A_session_that_is_missing_for_good_takes_its_windows_with_it()
    {
        var view = new BuiltReaction { Firm = BuiltReaction.Without(Shipped.Firm, new LocalDate(2025, 11, 6)) }.View();
        var page = await Render.Document<ReactionPanel>(("View", view));

        Notes(page).ShouldBe(["No estimate of days −5 to +5, days 0 to +10. A price of 6 Nov 2025 is missing, and a window is never summed over fewer days."]);
        Rows(page, "by window")[2].ShouldBe("−5 to +5 | – | no price of 6 Nov 2025");
        view.Sessions.Where(s => s.WithoutNews is not null).Select(s => s.Day).ShouldBe([-1, 0, 1, 2]);
        view.Sessions.Where(s => s.Cumulative is not null).Max(s => s.Day).ShouldBe(2);
    }

    [Fact]
    public async Task A_date_alone_is_told_over_three_sessions_and_never_by_its_day_alone()
    {
        var moment = ReleaseMoment.On(new LocalDate(2025, 11, 3), ReleaseTiming.DateOnly);
        var page = await PageAsync(new BuiltReaction { Moment = moment });

        page.QuerySelector(".sentence").Said().ShouldBe(
            "Over three sessions, from the one before its date to the one after, the share moved +14.4%; QQQ moved −1.1%. On 3 Nov 2025 it opened at +20.3%, reached +24.7% and closed at +11.5%; QQQ closed at +0.5%. "
            + "After allowing for QQQ, +10.9% is left over the three. Its 95% range, −7.0% to +28.7%, includes zero.");
        page.QuerySelector(".ordinary").Said().ShouldContain("than over 76% of ordinary spells of three sessions");

        var lagging = new BuiltReaction { Moment = moment, Benchmark = BuiltReaction.Without(Shipped.Benchmark, new LocalDate(2025, 11, 4)) }.View();
        lagging.Left.ShouldBeNull();
        lagging.Windows.ShouldAllBe(w => w.Estimate == null);
        (await Render.Document<ReactionPanel>(("View", lagging))).QuerySelectorAll("h3").ShouldNotContain(h => h.TextContent.StartsWith("Not explained", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_release_with_the_same_day_0_is_named_first()
    {
        var page = await PageAsync(new BuiltReaction { Others = [new OtherRelease("other", "Another headline", ReleaseMoment.On(new LocalDate(2025, 10, 31), ReleaseTiming.AfterClose))] });

        Notes(page).ShouldBe(["Another release has the same day 0, and prices cannot tell them apart: Another headline"]);
        page.QuerySelector(".note a")!.GetAttribute("href").ShouldBe("/news/other");
        Rows(page, "by window").Select(r => r.Split(" | ")[0]).ShouldBe(["Day 0 *", "−1 to +1 *", "−5 to +5 *", "0 to +10 *"]);
    }

    [Fact]
    public async Task A_day_without_prices_says_so()
    {
        var page = await PageAsync(new BuiltReaction { Moment = ReleaseMoment.On(new LocalDate(2019, 3, 4), ReleaseTiming.BeforeOpen) });

        Notes(page).ShouldBe(["No prices. This site has no price of IREN for 4 Mar 2019, the first session that could react."]);
        page.QuerySelector(".sentence").ShouldBeNull();
        Charts(page).ShouldBe(0);
    }

    private static Task<IDocument> PageAsync(BuiltReaction built) => Render.Document<ReactionPanel>(("View", built.View()));

    private static IReadOnlyList<string> Notes(IDocument page) => [.. page.QuerySelectorAll(".note").Select(Render.Said)];

    private static int Charts(IDocument page) => page.QuerySelectorAll("figure").Length;

    private static IReadOnlyList<string> Rows(IDocument page, string caption) =>
        [.. page.QuerySelectorAll($"[aria-label$='{caption}'] tbody tr").Select(r => string.Join(" | ", r.Children.Select(Render.Said)))];
}
