using AngleSharp.Dom;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Stock.History;
using IrenPortal.Tests.Market.Prices;
using IrenPortal.Tests.Testing;
using IrenPortal.Tests.Ui.Charts;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class HistoryPageTests
{
    // Sessions 9, 10, 13, 14 and 15 May 2024; on the 14th one share becomes four, on the 15th a dividend.
    private static readonly PriceSeries Split = new("IREN", "USD", SmallSeries.Closes(100, 110, 121, 30, 33).Bars,
        [new CorporateAction(new LocalDate(2024, 5, 14), CorporateActionKind.Split, 4), new CorporateAction(new LocalDate(2024, 5, 15), CorporateActionKind.Dividend, 0.6m)]);

    private static readonly PriceSeries Qqq = new("QQQ", "USD", SmallSeries.Closes(400, 404).Bars, []);

    [Theory]
    [InlineData("", "/stock/history")]
    [InlineData("?symbol=qqq&page=3", "/stock/history?symbol=QQQ&page=3")]
    [InlineData("?symbol=IREN&page=0", "/stock/history")]
    [InlineData("?symbol=NOTHING&date=3+Nov+2025&from=2025-01-01&page=4", "/stock/history?date=2025-11-03")]
    [InlineData("?to=2025-11-3&from=2025-10-01&page=1&x=y", "/stock/history?from=2025-10-01&to=2025-11-03")]
    [InlineData("?from=2025-02-30&to=soon", "/stock/history?from=2025-02-30&to=soon")]
    public void Equal_questions_have_one_address(string query, string address)
    {
        var read = HistoryQuery.Read(StockSite.Fields(query), ["QQQ"]);

        read.Href.ShouldBe(address);
        HistoryQuery.Read(StockSite.Fields(address[HistoryQuery.Path.Length..]), ["QQQ"]).ShouldBe(read);
    }

    [Fact]
    public async Task A_day_shows_its_session_between_its_neighbours()
    {
        var page = await Page("?date=2024-05-13");

        page.QuerySelector("#day-title").Words().ShouldBe("IREN, Mon 13 May 2024");
        Facts(page).ShouldBe(
        [
            ("Close", "121.00", "16:00 ET"), ("Change", "+10.0%", "+11.00 from 110.00 the session before"), ("Open", "122.00", ""), ("High", "122.00", ""), ("Low", "120.00", ""),
            ("Volume", "1,000", "shares"), ("Adjusted close", "29.65", "in shares of 15 May 2024, dividends reinvested"),
        ]);
        page.QuerySelectorAll("tbody th").Select(h => h.Words()).ShouldBe(["14 May 2024", "13 May 2024", "10 May 2024"]);
        page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")).ShouldBe(["/stock/history?date=2024-05-14", "/stock/history?date=2024-05-10"]);
    }

    [Fact]
    public async Task The_change_over_a_split_is_in_the_new_shares_and_the_benchmark_stands_beside_it()
    {
        var page = await Page("?date=2024-05-15");
        Facts(page).ShouldContain(("QQQ", "+1.0%", "the same session"));
        page.QuerySelector("section").Words().ShouldContain("On this day: dividend of $0.6 a share.");

        // 121 before the split is 30.25 after it; 30 before a dividend of 0.6 is 29.4.
        Facts(await Page("?date=2024-05-14")).ShouldContain(("Change", "−0.8%", "−0.25 from 30.25 the session before"));
        Facts(page).ShouldContain(("Change", "+12.2%", "+3.60 from 29.40 the session before"));
    }

    [Theory]
    [InlineData("2024-05-11", "Sat 11 May 2024 fell on a weekend: the market did not trade.", "13 May 2024|10 May 2024")]
    [InlineData("2024-05-08", "The prices of IREN begin on 9 May 2024; Wed 8 May 2024 is before that.", "9 May 2024")]
    [InlineData("0001-01-01", "The prices of IREN begin on 9 May 2024; Mon 1 Jan 0001 is before that.", "9 May 2024")]
    [InlineData("2024-05-16", "The newest price of IREN is of 15 May 2024; there is none of Thu 16 May 2024 yet.", "15 May 2024")]
    [InlineData("9999-12-31", "Fri 31 Dec 9999 has not closed yet. The newest price of IREN is of 15 May 2024.", "15 May 2024")]
    public async Task A_day_without_a_session_says_what_day_it_was(string date, string told, string rows)
    {
        var page = await Page("?date=" + date, new LocalDate(2024, 5, 17));

        page.QuerySelector(".told").Words().ShouldBe(told);
        page.QuerySelectorAll("tbody th").Select(h => h.Words()).ShouldBe(rows.Split('|'));
        page.QuerySelector("dl.facts").ShouldBeNull();
    }

    [Fact]
    public async Task A_holiday_is_named_and_so_is_a_session_that_the_data_lacks()
    {
        var bars = new[] { new LocalDate(2024, 5, 24), new LocalDate(2024, 5, 29) }.Select(d => new Bar(d, null, null, null, 5, null)).ToList();
        var series = new PriceSeries("IREN", "USD", bars, []);

        (await Page("?date=2024-05-27", prices: [series])).QuerySelector(".told").Words().ShouldBe("The market was closed on Mon 27 May 2024: Memorial Day.");
        (await Page("?date=2024-05-28", prices: [series])).QuerySelector(".told").Words().ShouldBe("The market traded on Tue 28 May 2024, but the data has no price of IREN for it.");
        Facts(await Page("?date=2024-05-29", prices: [series])).ShouldBe([("Close", "5.00", "16:00 ET"), ("Change", "–", "No close of the session before")]);
        (await Page("", prices: [series])).QuerySelector(".notes").Words().ShouldBe("Missing in the data: 28 May 2024.");
    }

    [Fact]
    public async Task An_early_close_is_told()
    {
        var series = new PriceSeries("IREN", "USD", [new Bar(new LocalDate(2024, 7, 3), null, null, null, 5, null)], []);

        Facts(await Page("?date=2024-07-03", prices: [series]))[0].ShouldBe(("Close", "5.00", "13:00 ET, an early close"));
    }

    [Fact]
    public async Task A_range_is_summed_up_in_the_shares_of_its_last_session()
    {
        var page = await Page("?from=2024-05-01&to=2024-05-31");

        Facts(page).ShouldBe(
        [
            ("First close", "25.00", "9 May 2024"), ("Last close", "33.00", "15 May 2024"), ("Change", "+32.0%", "+34.7% with dividends"),
            ("Highest", "34.00", "15 May 2024"), ("Lowest", "24.75", "9 May 2024"), ("Mean volume", "2,800", "shares a session"), ("Sessions", "5", "none missing"),
        ]);
        page.QuerySelectorAll(".notes p").Select(p => p.Words()).ShouldBe(
        [
            "The prices of IREN begin on 9 May 2024.", "The newest price of IREN is of 15 May 2024.",
            "In this range: 14 May 2024: 4-for-1 split; 15 May 2024: dividend of $0.6 a share. The figures above are in shares of 15 May 2024; the table has prices as traded.",
        ]);
        page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("th, td")[4].Words()).ShouldBe(["33.00", "30.00", "121.00", "110.00", "100.00"]);
        page.QuerySelectorAll("thead th").Select(h => h.Words()).ShouldContain("Adjusted close");
        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain("/api/v1/prices/IREN.csv?from=2024-05-01&to=2024-05-31");
    }

    [Fact]
    public async Task Releases_stand_in_the_row_of_their_day_and_of_the_session_that_could_react()
    {
        var rows = (await Page("")).QuerySelectorAll("tbody tr").Where(r => r.QuerySelector(".releases a") is not null).ToList();

        rows.Select(r => (r.QuerySelector("th").Words(), r.QuerySelector(".releases").Words())).ShouldBe(
        [
            ("13 May 2024", "Out on a Friday eveningReleased 10 May 2024, after the close"),
            ("10 May 2024", "Out on a Friday eveningAfter the close; first session after it: 13 May 2024"),
        ]);
        rows.ShouldAllBe(r => r.QuerySelector(".releases a")!.GetAttribute("href") == "/news/friday-evening");
        (await Page("?symbol=QQQ")).QuerySelectorAll(".releases").ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_in_reverse_are_swapped_and_it_says_so()
    {
        var page = await Page("?from=2024-05-14&to=2024-05-10");

        page.QuerySelector(".told").Words().ShouldBe("The first day was later than the last: they were swapped.");
        page.QuerySelectorAll("tbody th").Select(h => h.Words()).ShouldBe(["14 May 2024", "13 May 2024", "10 May 2024"]);
    }

    [Fact]
    public async Task A_range_without_a_session_says_so()
    {
        (await Page("?from=2024-05-11&to=2024-05-12")).QuerySelector(".empty h2").Words().ShouldBe("IREN has no prices from 11 May 2024 to 12 May 2024");
        (await Page("", prices: [])).QuerySelector(".empty h2").Words().ShouldBe("There are no prices of IREN yet");
    }

    [Fact]
    public async Task An_impossible_day_is_told_beside_its_field_and_nothing_else_is_shown()
    {
        var page = await Page("?date=2024-02-30");

        page.QuerySelector("#field-date-error").Words().ShouldBe("February 2024 has 29 days. Choose one of them.");
        page.QuerySelector("#field-date")!.GetAttribute("aria-describedby").ShouldBe("field-date-error");
        page.QuerySelectorAll(".errors a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#field-date");
        page.QuerySelectorAll("table, dl.facts").ShouldBeEmpty();
    }

    [Fact]
    public async Task Long_ranges_come_in_pages_of_fifty()
    {
        var series = new PriceSeries("IREN", "USD", SmallSeries.Flat(5, 120).Bars, []);
        var page = await Page("?page=2", prices: [series]);

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        page.QuerySelector("nav.pager p").Words().ShouldBe("51 to 100 of 120");
        page.QuerySelectorAll("nav.pager a").Select(a => a.GetAttribute("href")).ShouldBe(["/stock/history", "/stock/history?page=3"]);
        (await Page("?page=3", prices: [series])).QuerySelectorAll("tbody tr").Length.ShouldBe(20);

        var beyond = await Page("?page=2147483647", prices: [series]);
        beyond.QuerySelector(".empty h2").Words().ShouldBe("There is no page 2,147,483,647");
        beyond.QuerySelector("nav.pager a")!.GetAttribute("href").ShouldBe("/stock/history?page=3");
    }

    [Fact]
    public async Task Closes_alone_leave_the_other_columns_out()
    {
        var page = await Page("", prices: [new PriceSeries("IREN", "USD", [.. SmallSeries.Closes(1, 2).Bars.Select(b => new Bar(b.Date, null, null, null, b.Close, null))], [])]);

        page.QuerySelectorAll("thead th").Select(h => h.Words()).ShouldBe(["Session", "Close", "Change"]);
        Facts(page).Select(f => f.Label).ShouldBe(["First close", "Last close", "Change", "Highest close", "Lowest close", "Sessions"]);
    }

    [Fact]
    public void Six_figures_fit_the_margin_that_is_kept_for_them()
    {
        var points = SmallSeries.Closes(118_648.93m, 124_752.53m, 105_996.59m).Bars.Select(b => new PricePoint(b.Date, b.Close, null)).ToList();

        PriceDrawing.Small(new PriceHistory(points, [])).Drawing.ShouldBeReadable(0, 92);
    }

    private static Task<IDocument> Page(string query, LocalDate? lastClosed = null, IReadOnlyList<PriceSeries>? prices = null) => Render.Document<HistoryDocument>(
        ("View", HistoryView.Of(StockSite.At(lastClosed ?? SmallSeries.LastSession, prices ?? [Split, Qqq]), HistoryQuery.Read(StockSite.Fields(query), ["QQQ"]))));

    private static List<(string Label, string Figure, string Note)> Facts(IDocument page) =>
        [.. page.QuerySelectorAll(".fact").Select(f => (f.QuerySelector("dt").Words(), f.QuerySelector(".figure").Words(), f.QuerySelector(".remark").Words()))];
}
