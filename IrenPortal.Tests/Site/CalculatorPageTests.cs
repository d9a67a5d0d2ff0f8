using AngleSharp.Dom;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Stock.Calculator;
using IrenPortal.Tests.Market.Prices;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class CalculatorPageTests
{
    // Sessions 9, 10, 13, 14 and 15 May 2024: a dividend of 1 at 25 on the 10th, four shares for one on the 14th.
    private static readonly PriceSeries Paying = new("IREN", "USD", SmallSeries.Closes(20, 25, 24, 5, 6).Bars,
        [new CorporateAction(new LocalDate(2024, 5, 10), CorporateActionKind.Dividend, 1), new CorporateAction(new LocalDate(2024, 5, 14), CorporateActionKind.Split, 4)]);

    private static readonly PriceSeries Qqq = new("QQQ", "USD", SmallSeries.Closes(400, 410, 380, 420, 440).Bars, []);
    private static readonly PriceSeries Spy = new("SPY", "USD", SmallSeries.Closes(500, 510).Bars, []);

    [Theory]
    [InlineData("", "/stock/calculator")]
    [InlineData("?amount=%2410%2C000&symbol=IREN&against=QQQ&dividends=reinvest&from=&to=", "/stock/calculator?amount=10000")]
    [InlineData("?amount=1,000.50&symbol=qqq&from=3+Nov+2025&to=2026-1-5&dividends=CASH&against=none", "/stock/calculator?amount=1000.5&symbol=QQQ&from=2025-11-03&to=2026-01-05&dividends=cash&against=none")]
    [InlineData("?symbol=QQQ&against=iren", "/stock/calculator?symbol=QQQ")]
    [InlineData("?symbol=IREN&against=IREN&dividends=burn", "/stock/calculator")]
    [InlineData("?symbol=NOTHING&against=<script>&dividends=none&x=y", "/stock/calculator?dividends=none")]
    [InlineData("?amount=ten&from=2025-02-30", "/stock/calculator?amount=ten&from=2025-02-30")]
    public void Equal_questions_have_one_address(string query, string address)
    {
        var read = Query(query);

        read.Href.ShouldBe(address);
        Query(address[CalculatorQuery.Path.Length..]).Href.ShouldBe(address);
        read.CsvHref.ShouldBe(address.Replace("/calculator", "/calculator.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_result_is_one_sentence_and_one_table()
    {
        var page = await Page("?amount=1000&from=2024-05-09");

        page.QuerySelector(".sentence").Words().ShouldBe(
            "$1,000 put into IREN at the close of 9 May 2024 became $1,248 by the close of 15 May 2024: +24.8%; in QQQ it became $1,100, +10.0%.");
        Rows(page, "result").ShouldBe(
        [
            ["Close when bought", "20.00 9 May 2024", "400.00 9 May 2024"],
            ["Shares bought", "50", "2.5"],
            ["Shares at the end", "208", "2.5"],
            ["Dividends", "$50 reinvested", "$0"],
            ["Close at the end", "6.00 15 May 2024", "440.00 15 May 2024"],
            ["Value at the end", "$1,248", "$1,100"],
            ["Gain or loss", "+$248 +24.8%", "+$100 +10.0%"],
            ["Per year", "– less than a year", "– less than a year"],
            ["Highest value", "$1,300 10 May 2024", "$1,100 15 May 2024"],
            ["Lowest value", "$1,000 9 May 2024", "$950 13 May 2024"],
            ["Worst fall on the way", "−20.0% 10 May 2024 to 14 May 2024", "−7.3% 10 May 2024 to 13 May 2024"],
            ["Best rise on the way", "+30.0% 9 May 2024 to 10 May 2024", "+15.8% 13 May 2024 to 15 May 2024"],
        ]);
        Notes(page).ShouldContain("Since the purchase, IREN: 10 May 2024: dividend of $1 a share; 14 May 2024: 4-for-1 split.");
        Notes(page).ShouldContain("The data holds no dividends of QQQ. If there were any, they are not in these figures.");
        Notes(page).ShouldContain(n => n.StartsWith("Past prices say nothing about later ones, and this is no advice.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cash", "$1,250")]
    [InlineData("none", "$1,200")]
    public async Task Dividends_are_kept_or_left_out_as_asked(string dividends, string value) =>
        Rows(await Page("?amount=1000&from=2024-05-09&dividends=" + dividends), "result").Single(r => r[0] == "Value at the end")[1].ShouldBe(value);

    [Fact]
    public async Task A_purchase_on_a_weekend_and_a_value_after_the_newest_price_say_so()
    {
        Notes(await Page("?from=2024-05-11&to=2024-06-01"))[..2].ShouldBe(
        [
            "Sat 11 May 2024 was no session. The shares are bought at the next close, on 13 May 2024.",
            "The newest price of IREN is of 15 May 2024; the value is of that day.",
        ]);
        Notes(await Page("?from=2024-05-09&to=2024-05-12"))[0].ShouldBe("Sun 12 May 2024 was no session. The value is of the session before, 10 May 2024.");
    }

    [Fact]
    public async Task What_cannot_be_compared_says_why_and_how_far_it_can()
    {
        var early = await Page("?against=SPY&from=2024-05-09");
        Notes(early)[0].ShouldBe("There is no comparison with SPY: its prices begin on 14 May 2024.");
        early.QuerySelectorAll("#path th, #result-caption").ShouldAllBe(c => !c.TextContent.Contains("SPY", StringComparison.Ordinal));

        var old = new PriceSeries("SPY", "USD", SmallSeries.Closes(1, 2, 3).Without(SmallSeries.LastSession).Bars, []);
        var ended = await Page("?against=SPY&from=2024-05-13", [Paying, old]);
        Notes(ended)[0].ShouldBe("There is no comparison with SPY: its newest price is of 14 May 2024. Choose a last day up to then.");
        ended.QuerySelectorAll("a").Single(a => a.TextContent == "Compare up to 14 May 2024").GetAttribute("href")
            .ShouldBe("/stock/calculator?amount=10000&from=2024-05-13&to=2024-05-14&against=SPY");
    }

    [Theory]
    [InlineData("?amount=-1", "amount", "Write an amount such as 10,000: above 0, at most 1,000,000,000, cents after a point.")]
    [InlineData("?from=2024-05-08", "from", "The prices of IREN begin on 9 May 2024. Choose that day or a later one.")]
    [InlineData("?from=2024-05-16", "from", "The newest price of IREN is of 15 May 2024. Choose that day or an earlier one.")]
    [InlineData("?from=2024-05-14&to=2024-05-10", "to", "The last day is before the purchase on 14 May 2024. Choose a later one.")]
    [InlineData("?from=2024-05-11&to=2024-05-12", "to", "There is no session between the two days. Choose a later last day.")]
    [InlineData("?to=0001-01-01", "to", "The prices of IREN begin on 9 May 2024. Choose a later day.")]
    [InlineData("?from=2024-04-31", "from", "April 2024 has 30 days. Choose one of them.")]
    public async Task What_cannot_be_worked_out_is_told_beside_its_field(string query, string field, string error)
    {
        var page = await Page(query);

        page.QuerySelector($"#field-{field}-error").Words().ShouldBe(error);
        page.QuerySelectorAll(".errors a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#field-" + field);
        page.QuerySelectorAll(".sentence, table").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_amount_stays_in_its_field()
    {
        var page = await Page("?amount=10k&from=2024-05-10");

        page.QuerySelector("#field-amount")!.GetAttribute("value").ShouldBe("10k");
        page.QuerySelector("#field-from")!.GetAttribute("value").ShouldBe("2024-05-10");
    }

    [Fact]
    public async Task The_form_says_what_was_worked_out_and_the_result_keeps_an_address()
    {
        var page = await Page("");

        page.QuerySelector("#field-amount")!.GetAttribute("value").ShouldBe("10,000");
        page.QuerySelector("#field-from")!.GetAttribute("value").ShouldBe("2024-05-09");
        page.QuerySelector("#field-to")!.GetAttribute("value").ShouldBe("");
        page.QuerySelectorAll("#field-against option").Select(o => o.GetAttribute("value")).ShouldBe(["QQQ", "SPY", "none"]);
        page.QuerySelectorAll("a").Single(a => a.TextContent == "Address of this result").GetAttribute("href")
            .ShouldBe("/stock/calculator?amount=10000&from=2024-05-09&to=2024-05-15");
        page.QuerySelectorAll("a").Single(a => a.TextContent == "Every session as CSV").GetAttribute("href")
            .ShouldBe("/stock/calculator.csv?amount=10000&from=2024-05-09&to=2024-05-15");
    }

    [Fact]
    public async Task The_table_under_the_chart_has_what_is_drawn()
    {
        var page = await Page("?amount=1000&from=2024-05-09");

        page.QuerySelectorAll("#path svg[role=img]").Length.ShouldBe(2);
        page.QuerySelectorAll("#path-figures tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.Words()))).ShouldBe(
        [
            "9 May 2024 20.00 $1,000 400.00 $1,000", "10 May 2024 25.00 $1,300 410.00 $1,025", "13 May 2024 24.00 $1,248 380.00 $950",
            "14 May 2024 5.00 $1,040 420.00 $1,050", "15 May 2024 6.00 $1,248 440.00 $1,100",
        ]);
    }

    [Fact]
    public async Task Five_years_are_drawn_by_weeks_with_their_extremes_and_listed_by_years()
    {
        var moment = StockSite.At(Shipped.AsOf, Shipped.Firm, Shipped.Benchmark);
        var view = CalculatorView.Of(moment, CalculatorQuery.Read(StockSite.Fields("?from=2021-11-17"), CalculatorChoices.Of(moment.Site)));
        var page = await Render.Document<CalculatorDocument>(("View", view));
        var rows = page.QuerySelectorAll("#path-figures tbody th").Select(h => h.Words()).ToList();

        rows.Count.ShouldBeInRange(250, 265);
        rows.ShouldContain("5 Nov 2025", "a Wednesday, and the highest close");
        page.QuerySelectorAll("#years tbody th").Select(h => h.Words()).ShouldBe(["Purchase", "1 year", "2 years", "3 years", "4 years", "End"]);
        page.QuerySelector(".sentence").Words().ShouldBe(
            "$10,000 put into IREN at the close of 17 Nov 2021 became $17,063 by the close of 28 Sep 2026: +70.6%, or +11.6% a year; in QQQ it became $18,523, +85.2%.");
    }

    [Fact]
    public async Task Without_prices_there_is_nothing_to_work_out()
    {
        var page = await Page("", []);

        page.QuerySelector(".empty h2").Words().ShouldBe("There are no prices of IREN yet");
        page.QuerySelectorAll("form").ShouldBeEmpty();
    }

    [Fact]
    public void The_CSV_has_every_session_and_is_safe_in_a_spreadsheet()
    {
        var moment = StockSite.At(SmallSeries.LastSession, Paying, new PriceSeries("=CMD", "USD", SmallSeries.Closes(3, 3, 4, 4, 5).Without(new LocalDate(2024, 5, 10)).Bars, []));
        var view = CalculatorView.Of(moment, CalculatorQuery.Read(StockSite.Fields("?amount=1000&from=2024-05-09&against==CMD&dividends=cash"), CalculatorChoices.Of(moment.Site)));

        System.Text.Encoding.UTF8.GetString(CalculatorCsv.Answer(view.Path!, view.Other).Body.Span).ShouldBe(
            """
            date,symbol,close,shares,cash,value,against,against_close,against_shares,against_cash,against_value
            2024-05-09,IREN,20,50,0,1000,'=CMD,3,333.33333333,0,1000
            2024-05-10,IREN,25,50,50,1300,'=CMD,,,,
            2024-05-13,IREN,24,50,50,1250,'=CMD,4,333.33333333,0,1333.3333
            2024-05-14,IREN,5,200,50,1050,'=CMD,4,333.33333333,0,1333.3333
            2024-05-15,IREN,6,200,50,1250,'=CMD,5,333.33333333,0,1666.6667

            """);
    }

    private static CalculatorQuery Query(string query) => CalculatorQuery.Read(
        StockSite.Fields(query), CalculatorChoices.Of(StockSite.At(SmallSeries.LastSession, Paying, Qqq, Spy).Site));

    private static Task<IDocument> Page(string query, IReadOnlyList<PriceSeries>? prices = null)
    {
        var moment = StockSite.At(SmallSeries.LastSession, prices ?? [Paying, Qqq, Spy]);
        return Render.Document<CalculatorDocument>(("View", CalculatorView.Of(moment, CalculatorQuery.Read(StockSite.Fields(query), CalculatorChoices.Of(moment.Site)))));
    }

    private static List<string[]> Rows(IDocument page, string id) =>
        [.. page.QuerySelectorAll($"[aria-labelledby={id}-caption] tbody tr").Select(r => r.Children.Select(c => string.Join(' ', c.ChildNodes.Select(n => n.TextContent.Trim()).Where(t => t.Length > 0))).ToArray())];

    private static List<string> Notes(IDocument page) => [.. page.QuerySelectorAll(".notes p").Select(p => p.Words())];
}
