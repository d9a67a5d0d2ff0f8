using IrenPortal.Market.Prices;
using IrenPortal.Site.Stock;
using IrenPortal.Site.Stock.Reactions;
using IrenPortal.Tests.Testing;
using IrenPortal.Tests.Ui.Charts;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class StockViewTests
{
    [Theory]
    [InlineData("1m", "1m")]
    [InlineData("6M", "6m")]
    [InlineData("all", "max")]
    [InlineData(null, "1y")]
    [InlineData("<script>", "1y")]
    public void The_range_is_a_link_and_anything_else_is_a_year(string? query, string range) => StockRange.Parse(query).Query.ShouldBe(range);

    [Fact]
    public async Task The_page_says_close_and_never_live()
    {
        var page = await Render.Document<StockPage>(("View", View("1y")));

        page.QuerySelector("h1").Said().ShouldBe("IREN share price: 41.72");
        page.QuerySelector(".moved").Said().ShouldBe("−2.41 (−5.5%) Close, 28 Sep 2026, 16:00 ET. Daily close, not live.");
        page.QuerySelectorAll(".figures dd").Select(Render.Said).ShouldBe(["44.13", "41.70–43.99", "26.6m", "28.93–76.87", "−1.1%", "43.36"]);
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_marker_is_a_link_with_its_headline_and_the_number_of_its_row()
    {
        var page = await Render.Document<StockPage>(("View", View("max")));

        foreach (var link in page.QuerySelectorAll(".wide .release-links a"))
        {
            var number = link.QuerySelector("text").Said();
            var row = page.QuerySelectorAll("tr").Single(r => r.QuerySelector(".number").Said() == number);
            row.QuerySelector("a")!.GetAttribute("href").ShouldBe(link.GetAttribute("href"));
            link.QuerySelector("title").Said().ShouldBe($"{number}: {row.QuerySelector("a").Said()}");
        }

        page.QuerySelectorAll(".wide .release-links a").Length.ShouldBe(Shipped.Set.Announcements.Count);
    }

    [Theory]
    [InlineData("1m")]
    [InlineData("6m")]
    [InlineData("1y")]
    [InlineData("3m")]
    [InlineData("ytd")]
    [InlineData("max")]
    public void Every_range_reads_and_has_each_close_in_its_table(string range)
    {
        var view = View(range);

        PriceDrawing.Full(view.History, wide: true).Drawing.ShouldBeReadable(0, 56);
        PriceDrawing.Full(view.History, wide: false).Drawing.ShouldBeReadable(0, 56);
        view.Bars.Select(b => b.Close).ShouldBe(view.History.Points.Select(p => p.Close));
    }

    [Fact]
    public void A_split_puts_the_chart_in_todays_shares_and_leaves_the_table_as_traded()
    {
        var split = new PriceSeries("IREN", "USD",
            [new Bar(new LocalDate(2026, 9, 24), null, null, null, 100, 10), new Bar(new LocalDate(2026, 9, 25), null, null, null, 11, 100)],
            [new CorporateAction(new LocalDate(2026, 9, 25), CorporateActionKind.Split, 10)]);
        var view = StockView.From(split, null, "Nasdaq", "QQQ", NoReleases, Shipped.Calendar, Shipped.AsOf, StockQuery.Usual, []);

        view.History.Points.Select(p => p.Close).ShouldBe([10m, 11m]);
        view.History.Points.Select(p => p.Volume).ShouldBe([100L, 100L]);
        view.Bars.Select(b => b.Close).ShouldBe([100m, 11m]);
    }

    [Fact]
    public async Task Without_prices_the_page_says_so()
    {
        var view = StockView.From(new PriceSeries("IREN", "USD", [], []), null, "Nasdaq", "QQQ", NoReleases, Shipped.Calendar, Shipped.AsOf, StockQuery.Usual, []);

        (await Render.Document<StockPage>(("View", view))).QuerySelector(".empty").Said().ShouldBe("There are no prices of IREN yet.");
        view.Label.ShouldBe("There are no prices of IREN.");
    }

    [Fact]
    public async Task One_bar_alone_makes_a_page()
    {
        var bar = new Bar(new LocalDate(2026, 9, 28), null, null, null, 5, null);
        var view = StockView.From(new PriceSeries("IREN", "USD", [bar], []), null, "Nasdaq", "QQQ", NoReleases, Shipped.Calendar, Shipped.AsOf, StockQuery.Usual, []);

        (await Render.Document<StockPage>(("View", view))).Body!.InnerHtml.ShouldNotContain("NaN");
    }

    [Fact]
    public void The_label_carries_the_finding() => View("1y").Label.ShouldBe(
        "IREN closed at 45.93 on 29 Sep 2025 and at 41.72 on 28 Sep 2026, −9.2%; lowest 29.31 on 29 Jul 2026, highest 76.41 on 5 Nov 2025.");

    [Fact]
    public void The_last_reaction_is_that_of_the_newest_session() =>
        LastReaction.Newest(Shipped.Book().Releases)!.Slug.ShouldBe("fy26-results");

    [Fact]
    public async Task The_newest_session_and_the_files_of_the_range_stand_by_the_chart_and_nothing_that_needs_a_script_without_its_library()
    {
        var page = await Render.Document<StockPage>(("View", View("1m", Shipped.Benchmark)));

        page.QuerySelectorAll("[data-of]").Select(Render.Said).ShouldBe(["28 Sep 2026", "43.36", "43.99", "41.70", "41.72", "−5.5%", "26.6m"]);
        page.QuerySelectorAll("[data-part=files] a").Select(a => a.GetAttribute("href")).ShouldBe(
            ["/api/v1/prices/IREN.csv?from=2026-08-28&to=2026-09-28", "/api/v1/prices/QQQ.csv?from=2026-08-28&to=2026-09-28"]);
        page.QuerySelectorAll("button:not([type=submit]), [href*=tradingview]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_reaction_says_what_is_left_with_its_range_and_where_the_method_stands()
    {
        var page = await Render.Document<LastReaction>(("Release", LastReaction.Newest(Shipped.Book().Releases)), ("Firm", "IREN"), ("Benchmark", "QQQ"));

        page.QuerySelectorAll("dl > div").Select(Render.Said).ShouldBe(["IREN, close to close −12.5%", "QQQ−0.6%", "Not explained by QQQ−10.5%"]);
        page.QuerySelector("p.small").Said().ShouldBe("95% range −21.9% to +0.9%: includes zero. How this is measured");
        page.QuerySelector("p.small a")!.GetAttribute("href").ShouldBe("/news/fy26-results#reaction-method");

        var byDate = await Render.Document<LastReaction>(("Release", Shipped.Book().Releases.Single(r => r.Slug == "mirantis-acquisition-agreed")), ("Firm", "IREN"), ("Benchmark", "QQQ"));
        byDate.QuerySelectorAll("dt").Select(Render.Said).ShouldContain("Not explained by QQQ, days −1 to +1");
        byDate.QuerySelectorAll("dt").Select(Render.Said).ShouldContain("IREN, days −1 to +1");
    }

    [Fact]
    public void This_year_counts_from_the_last_close_of_the_year_before() => View("ytd").Bars[0].Date.ShouldBe(new LocalDate(2025, 12, 31));

    [Fact]
    public async Task Beside_others_every_line_is_named_with_what_a_reader_must_know()
    {
        var ends = new PriceSeries("CIFR", "USD", Shipped.Firm.Range(null, new LocalDate(2026, 8, 21)), []);
        var none = new PriceSeries("WULF", "USD", Shipped.Firm.Range(null, new LocalDate(2025, 9, 1)), []);
        var view = View("1y", Shipped.Benchmark, ends, none);
        var page = await Render.Document<StockPage>(("View", view));

        page.QuerySelector(".legend .notes").Said().ShouldBe(
            "Change since the close of 29 Sep 2025, without dividends. CIFR to 21 Aug 2026. " +
            $"WULF has no prices here: they run from {IrenPortal.Ui.Formats.Format.Date(none.Bars[0].Date)} to 29 Aug 2025.");
        page.QuerySelectorAll(".legend .ways a").Select(a => (a.Said(), a.GetAttribute("href"))).ShouldBe(
            [("Remove QQQ", "/stock?with=CIFR,WULF"), ("Remove CIFR", "/stock?with=QQQ,WULF"), ("Remove WULF", "/stock?with=QQQ,CIFR")]);
        view.Label.ShouldBe("Since the close of 29 Sep 2025: IREN −9.2%, QQQ +23.0%, CIFR −8.8% to 21 Aug 2026.");
        page.QuerySelector("table thead")!.QuerySelectorAll("th").Select(Render.Said).TakeLast(3).ShouldBe(["IREN, change", "QQQ, change", "CIFR, change"]);
        page.QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(Render.Said).TakeLast(3).ShouldBe(["−9.2%", "+23.0%", "–"]);
    }

    [Fact]
    public async Task The_form_keeps_what_else_the_address_says_and_adds_need_no_form()
    {
        var query = new StockQuery(StockRange.Parse("6m"), Candles: true, Log: true, []);
        var choices = new[] { new SymbolChoice("Nasdaq-100 (QQQ)", Shipped.Benchmark), new SymbolChoice("Cipher", Shipped.Firm with { Symbol = "CIFR" }, IsPeer: true) };
        var page = await Render.Document<StockPage>(("View", StockView.From(Shipped.Firm, Shipped.Benchmark, "Nasdaq", "QQQ", NoReleases, Shipped.Calendar, Shipped.AsOf, query, choices)));

        page.QuerySelectorAll("form input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}").ShouldBe(["range=6m", "view=candles", "scale=log"]);
        page.QuerySelectorAll("form label").Select(Render.Said).ShouldBe(["Nasdaq-100 QQQ", "Cipher CIFR"]);
        page.QuerySelectorAll(".ways a").Select(a => (a.Said(), a.GetAttribute("href"))).ShouldBe(
            [("Add QQQ", "/stock?range=6m&view=candles&scale=log&with=QQQ"), ("Add peers", "/stock?range=6m&view=candles&scale=log&with=CIFR")]);
        page.QuerySelectorAll(".choices a[aria-current]").Select(Render.Said).ShouldBe(["6 months", "Candles", "Log"]);
    }

    private static ReactionBook NoReleases => new("IREN", "QQQ", [], []);

    private static StockView View(string range, params PriceSeries[] others)
    {
        var choices = others.Select(s => new SymbolChoice(s.Symbol, s)).ToList();
        return StockView.From(
            Shipped.Firm, Shipped.Benchmark, "Nasdaq", "QQQ", Shipped.Book(), Shipped.Calendar, Shipped.AsOf,
            StockQuery.Usual with { Range = StockRange.Parse(range), With = [.. choices.Select(c => c.Symbol)] }, choices);
    }
}
