using AngleSharp.Dom;
using IrenPortal.Market.EventStudies;
using IrenPortal.Site.Stock;
using IrenPortal.Site.News;
using IrenPortal.Site.Stock.Reactions;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class ReactionsPageTests
{
    [Theory]
    [InlineData("microsoft-ai-cloud-contract", "+20.3%|+11.5%|+0.5%|+9.1%|−1.1% to +19.2%|2.8\u00a0×")]
    [InlineData("fy26-results", "−7.1%|−12.5%|−0.6%|−10.5%|−21.9% to +0.9%|2.1\u00a0×")]
    [InlineData("ai-cloud-contracts-2-8bn", "+8.2%|+19.6%|+0.1%|+19.5%|excludes zero: +8.6% to +30.5%|2.2\u00a0×")]
    [InlineData("convertible-notes-and-share-sale", "−5.4%|−15.2%|+0.8%|−18.3%|excludes zero: −29.6% to −7.0%|2.5\u00a0×")]
    [InlineData("q1-fy26-results", "−2.8%|−6.8%|−0.3%|−7.9%|−18.3% to +2.4%|1.8\u00a0×")]
    public async Task The_stock_pages_table_is_the_designs(string slug, string figures) =>
        string.Join('|', Figures(await StockAsync(), slug)).ShouldBe(figures);

    [Fact]
    public async Task The_stock_pages_table_has_heads_a_caption_and_row_heads_and_sorts_nothing()
    {
        var table = (await StockAsync()).QuerySelector("table")!;

        table.QuerySelectorAll("thead th").Select(Render.Said).ShouldBe(
            ["No.", "Released, ET", "Announcement", "Open", "Close", "QQQ", "Not explained by QQQ", "95% range", "Volume"]);
        table.QuerySelectorAll("thead th").ShouldAllBe(th => th.GetAttribute("scope") == "col" && !th.HasAttribute("aria-sort"));
        table.QuerySelectorAll("thead a").ShouldBeEmpty();
        table.QuerySelector("caption").Said().ShouldBe("Every release with the move of IREN in its session, newest first");
        table.QuerySelectorAll("tbody tr").ShouldAllBe(tr => tr.QuerySelector("th")!.GetAttribute("scope") == "row");
        table.QuerySelectorAll("tbody th").Select(th => th.QuerySelector("a")!.GetAttribute("href")).ShouldBe(Shipped.Book().Releases.Select(r => "/news/" + r.Slug));
    }

    [Fact]
    public async Task Ranges_are_drawn_on_one_scale()
    {
        var bars = (await StockAsync()).QuerySelectorAll("svg.range");

        bars.Length.ShouldBe(Shipped.Book().Releases.Count);
        bars.Select(b => b.QuerySelector(".zero")!.GetAttribute("x1")).Distinct().Count().ShouldBe(1);
        bars.ShouldAllBe(b => b.GetAttribute("aria-hidden") == "true" && b.GetAttribute("width") == "132");
    }

    [Fact]
    public async Task A_day_without_a_known_hour_stands_with_the_days_around_it()
    {
        Figures(await StockAsync(), "mirantis-acquisition-agreed").ShouldBe(
            ["+1.1%−1 to +1", "+10.6%days −1 to +1: +33.6%", "+1.3%days −1 to +1: +3.2%", "+7.0%days −1 to +1: +21.5%",
             "−4.7% to +18.7%days −1 to +1: excludes zero: +1.1% to +42.0%", "1.3\u00a0×"]);
    }

    [Fact]
    public async Task Another_release_in_the_window_is_named_with_its_day()
    {
        var (day, wide) = (await StockAsync(), await PageAsync(ReactionQuery.Usual.Over(new EventWindow(-5, 5))));

        Row(day, "cfo-appointment").QuerySelector(".others").Said().ShouldBe("Also in days −1 to +1: August 2025 update: NVIDIA Preferred Partner, fleet to 10.9k GPUs (day 0)");
        Row(day, "bundey-transmission-agreement").QuerySelector(".others").ShouldBeNull();
        Row(wide, "bundey-transmission-agreement").QuerySelector(".others").Said().ShouldBe("Also in days −5 to +5: GPU financing of $3.65bn closes for the Microsoft contract (day −2)");
    }

    [Fact]
    public async Task What_has_not_traded_or_has_no_estimate_says_so_in_its_row()
    {
        var fresh = await StockAsync(Shipped.Book(new LocalDate(2026, 8, 26)));
        Row(fresh, "fy26-results").QuerySelectorAll("td")[^1].Said().ShouldBe("Not traded yet");

        var alone = await StockAsync((Shipped.Site() with { Prices = new Dictionary<string, IrenPortal.Market.Prices.PriceSeries> { ["IREN"] = Shipped.Firm } }).Measures);
        Figures(alone, "microsoft-ai-cloud-contract").ShouldBe(["+20.3%", "+11.5%", "–", "No estimate: no prices of QQQ", "2.8\u00a0×"]);
        alone.QuerySelectorAll("svg.range").ShouldBeEmpty();
        Figures(await StockAsync(), "blackwell-gpus-prince-george").Last().ShouldBe("2.8\u00a0×closed 13:00");
    }

    [Fact]
    public async Task Heads_sort_by_links_and_say_how_the_table_is_sorted()
    {
        var page = await PageAsync(ReactionQuery.Usual.By(ReactionSort.Volume));
        var heads = page.QuerySelectorAll("#release-table-caption ~ thead th").ToList();

        heads.Select(Render.Said).ShouldBe(
            ["No.", "Released, ET", "Announcement", "Open", "Close", "QQQ", "Not explained by QQQ, day 0", "Not explained, −1\u00a0to\u00a0+1", "95% range, −1 to +1", "Volume"]);
        heads.Where(h => h.HasAttribute("aria-sort")).Select(h => (h.Said(), h.GetAttribute("aria-sort"))).ShouldBe([("Volume", "descending")]);
        heads[9].QuerySelector("a")!.GetAttribute("href").ShouldBe("/stock/reactions?sort=volume&dir=asc");
        heads[7].QuerySelector("a")!.GetAttribute("href").ShouldBe("/stock/reactions?sort=car");
        page.QuerySelector("tbody th a")!.GetAttribute("href").ShouldBe("/news/fy25-results");
        (await PageAsync(ReactionQuery.Usual.Over(EventWindow.DayZero))).QuerySelectorAll("#release-table-caption ~ thead th").Length.ShouldBe(9);
    }

    [Fact]
    public async Task Filters_are_links_that_take_themselves_away_and_the_form_keeps_what_else_was_asked()
    {
        var page = await PageAsync(new ReactionQuery("Financing", ReactionSort.Close, Descending: false, new EventWindow(0, 10), Charts: false, LeavesFlagged: true));

        page.QuerySelectorAll("a.chip").Select(a => a.GetAttribute("href")).ShouldBe(
            ["/stock/reactions?window=0,10&flagged=leave&sort=close&dir=asc", "/stock/reactions?category=Financing&flagged=leave&sort=close&dir=asc", "/stock/reactions?category=Financing&window=0,10&sort=close&dir=asc"]);
        page.QuerySelectorAll("form select option[selected]").Select(o => o.GetAttribute("value")).ShouldBe(["Financing", "0,10", "leave"]);
        page.QuerySelectorAll("form input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}").ShouldBe(["sort=close", "dir=asc"]);
        page.QuerySelector("[role=status]").Said().ShouldBe("6 releases, days 0 to +10");
        page.QuerySelectorAll("#reactions tbody tr").Length.ShouldBe(6);
        page.QuerySelectorAll("#averages-table-caption ~ tbody th").Select(th => th.FirstChild!.TextContent).ShouldBe(["All releases", "Financing"]);
        (await PageAsync(ReactionQuery.Usual)).QuerySelectorAll("a.chip, a.clear").ShouldBeEmpty();
    }

    [Fact]
    public async Task Averages_say_how_many_how_wide_how_many_above_zero_and_which_p_to_read()
    {
        var book = Shipped.Book();
        var rows = (await PageAsync(ReactionQuery.Usual)).QuerySelectorAll("#averages-table-caption ~ tbody tr").ToList();
        var (all, cloud) = (book.PanelOf(null, false).Over(EventWindow.Primary), book.PanelOf("AI Cloud", false).Over(EventWindow.Primary));

        rows.Count.ShouldBe(7);
        Lines(rows[0].QuerySelectorAll("td")[1]).ShouldBe(
            [Percent(all.Mean!.Value), StudyWords.Range(all.Interval()!.Value), "15 of 26 above zero", $"BMP {MeasureWords.P(all.Bmp!.Value.P)}", "N 26, 2 flagged"]);
        Lines(rows[1].QuerySelectorAll("td")[1]).ShouldBe(
            [Percent(cloud.Mean!.Value), StudyWords.Range(cloud.Interval()!.Value), "4 of 4 above zero", $"exact p 0.13; BMP {MeasureWords.P(cloud.Bmp!.Value.P)}", "N 4, 1 flagged"]);
        var left = await PageAsync(ReactionQuery.Usual with { LeavesFlagged = true });
        Lines(left.QuerySelector("#averages-table-caption ~ tbody tr")!.QuerySelectorAll("td")[1]).Last().ShouldBe("N 24, 2 flagged left out");
    }

    [Fact]
    public async Task All_seven_tests_stand_in_tables_and_the_page_counts_its_chances()
    {
        var page = await PageAsync(ReactionQuery.Usual);
        var tables = page.QuerySelectorAll("table").Where(t => t.QuerySelector("caption").Said().StartsWith("Seven tests", StringComparison.Ordinal)).ToList();
        var stated = tables.SelectMany(t => t.QuerySelectorAll("tbody td")).Count(td => td.Said().Contains("p ", StringComparison.Ordinal));

        tables.Count.ShouldBe(7);
        tables[0].QuerySelectorAll("tbody th").Select(Render.Said).ShouldBe(
            ["BMP t (Boehmer, Musumeci, Poulsen)", "Cross-sectional t", "MacKinlay z, corrected errors", "MacKinlay z, plain errors", "Patell z", "Corrado rank z", "Sign z", "Sign, exact binomial", "Generalized sign z (Cowan)"]);
        page.QuerySelector("#averages").Said().ShouldContain($"This page states {stated} p values of averages and 26 ranges of single releases.");
        page.QuerySelector("#averages").Said().ShouldContain("One was named in advance: the BMP test over days −1 to +1 of all releases, every one kept, p ");
        page.Body!.TextContent.ShouldNotContain("significant");
        page.Body.TextContent.ShouldNotContain("NaN", Case.Sensitive);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_page_has_no_inline_style_one_h1_and_ids_of_its_own(bool charts)
    {
        var page = await PageAsync(ReactionQuery.Usual with { Charts = charts });

        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        page.QuerySelectorAll("svg[role=img]").ShouldAllBe(s => s.GetAttribute("aria-label")!.EndsWith('.'));
        page.QuerySelectorAll("svg[role=img]").Length.ShouldBe(charts ? 26 + 7 : 7);
    }

    [Fact]
    public async Task Small_charts_show_every_release_on_one_scale_with_their_figures_in_a_table()
    {
        var book = Shipped.Book();
        var page = await PageAsync(ReactionQuery.Usual with { Charts = true });
        var items = page.QuerySelectorAll("ol.multiples > li").ToList();
        var path = book.Releases.Single(r => r.Slug == "microsoft-ai-cloud-contract").Study!.Headline!.PathFrom(-10);

        items.Count.ShouldBe(26);
        items.Select(i => i.QuerySelector("line.zero")!.GetAttribute("y1")).Distinct().Count().ShouldBe(1);
        items[15].QuerySelector(".sum").Said().ShouldBe("+10.9% days −1 to +1; −7.0% to +28.7%");
        items[15].QuerySelector("svg")!.GetAttribute("aria-label").ShouldBe($"3 Nov 2025: {Percent(path[^1].Abnormal.Value)} not explained by QQQ from day −10 to day +10, below the range without news.");
        var row = page.QuerySelectorAll("#reactions tbody tr").Single(r => r.QuerySelector("th").Said() == "11, 3 Nov 2025");
        row.QuerySelectorAll("td").Select(td => td.FirstChild!.TextContent).ShouldBe(path.Select(p => Percent(p.Abnormal.Value)));
    }

    [Fact]
    public async Task A_path_that_is_not_complete_ends_where_prices_end()
    {
        var page = await PageAsync(ReactionQuery.Usual with { Charts = true }, Shipped.Book(new LocalDate(2026, 8, 26)));
        var row = page.QuerySelectorAll("#reactions tbody tr").Single(r => r.QuerySelector("th").Said() == "25, 13 Aug 2026");

        row.QuerySelectorAll("td").Length.ShouldBe(21);
        row.QuerySelectorAll("td")[^1].Said().ShouldBe("to come or missing");
        page.QuerySelector("ol.multiples > li")!.QuerySelector(".sum").Said().ShouldBe("Not traded yet");
    }

    [Fact]
    public async Task Without_releases_or_prices_the_page_stands()
    {
        var none = await PageAsync(ReactionQuery.Usual, new ReactionBook("IREN", "QQQ", [], []));
        none.QuerySelector(".empty h2").Said().ShouldBe("There is no release yet");

        foreach (var charts in new[] { true, false })
        {
            var bare = await PageAsync(ReactionQuery.Usual with { Charts = charts }, (Shipped.Site() with { Prices = new Dictionary<string, IrenPortal.Market.Prices.PriceSeries>() }).Measures);
            bare.Body.Said().ShouldContain("No prices of IREN");
            bare.Body!.TextContent.ShouldNotContain("NaN", Case.Sensitive);
            bare.QuerySelector("#averages tbody tr").Said().ShouldContain("26 releases, 26 without prices");
        }
    }

    private static Task<IDocument> StockAsync(ReactionBook? book = null) => Render.Document<StockReactions>(("Book", book ?? Shipped.Book()));

    private static Task<IDocument> PageAsync(ReactionQuery query, ReactionBook? book = null) =>
        Render.Document<ReactionsPage>(("View", new ReactionsView(Sample.Chrome, book ?? Shipped.Book(), query)));

    private static IElement Row(IDocument page, string slug) =>
        page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")?.GetAttribute("href") == "/news/" + slug);

    // What stands right of the announcement.
    private static IEnumerable<string> Figures(IDocument page, string slug) => Row(page, slug).QuerySelectorAll("td").Skip(2).Select(Render.Said);

    private static IEnumerable<string> Lines(IElement cell) => cell.QuerySelectorAll(".strong, .second").Select(Render.Said);

    private static string Percent(double fraction) => IrenPortal.Ui.Formats.Format.SignedPercent(fraction);
}
