using System.Text;
using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Newsroom.Prices.Feeds;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices.Feeds;

/// <summary>Answers of sources, in the shapes that they come in.</summary>
public sealed class JsonPricesTests
{
    private const string Header = "Date,Open,High,Low,Close,Volume\n";

    private static readonly PriceLayout Names = new() { Date = "date", Open = "open", High = "high", Low = "low", Close = "close", Volume = "volume", Decimals = 4 };

    private static string Csv(string json, string path = "", bool columns = false, PriceLayout? layout = null) => JsonPrices.ToCsv(Encoding.UTF8.GetBytes(json), path, columns, layout ?? Names);

    private static string Fault(string json, string path = "", bool columns = false) => Should.Throw<InvalidDataException>(() => Csv(json, path, columns)).Message;

    [Fact]
    public void A_list_of_objects_is_read() =>
        Csv("""[{"date":"2026-09-10T00:00:00.000Z","open":9.5,"high":11,"low":9,"close":10.25,"volume":2.87033E7},{"close":"10.5","date":"2026-09-11"}]""")
            .ShouldBe(Header + "2026-09-10T00:00:00.000Z,9.5,11,9,10.25,28703300\n2026-09-11,,,,10.5,\n");

    [Fact]
    public void A_list_of_lists_deep_inside_is_read() =>
        Csv("""{"dataset":[{"data":[["2026-09-10",1,2,3,4,5]]}]}""", "dataset.0.data", layout: Names with { Date = "0", Open = "1", High = "2", Low = "3", Close = "4", Volume = "5" })
            .ShouldBe(Header + "2026-09-10,1,2,3,4,5\n");

    [Fact]
    public void Lists_side_by_side_are_read_and_a_session_without_a_close_is_left_out() =>
        Csv("""{"r":[{"timestamp":[1,2,3],"q":{"close":[10,null,12],"open":[9,9,9]}}]}""", "r.0", columns: true, Names with { Date = "timestamp", Close = "q.close", Open = "q.open" })
            .ShouldBe(Header + "1,9,,,10,\n3,9,,,12,\n");

    [Theory]
    [InlineData("<html>", "", false, "is no JSON")]
    [InlineData("", "", false, "is no JSON")]
    [InlineData("""[{"date":"2026-09-10","close":NaN}]""", "", false, "is no JSON")]
    [InlineData("""{"error":"quota"}""", "data", false, "has nothing at 'data'")]
    [InlineData("""{"error":"quota"}""", "", false, "has no list where the rows should be")]
    [InlineData("""{"date":["2026-09-10"]}""", "", true, "has no list of dates or of closes")]
    [InlineData("""{"date":["2026-09-10"],"close":[1,2]}""", "", true, "has lists of different lengths")]
    public void An_answer_of_another_shape_is_refused(string json, string path, bool columns, string reason) => Fault(json, path, columns).ShouldContain(reason);

    [Fact]
    public void More_rows_than_any_calendar_has_days_are_refused() =>
        Fault($"[{string.Join(',', Enumerable.Repeat("{}", ContentLimits.PriceRows + 1))}]").ShouldContain("more than 20000 rows");

    [Theory]
    [InlineData("-1", "Close is `-1`")]
    [InlineData("1e400", "Close is `1e400`")]
    [InlineData("\"NaN\"", "Close is `NaN`")]
    [InlineData("\"1,000\"", "Close is `1,000`")]
    [InlineData("true", "Close is `True`")]
    [InlineData("[1]", "Close is `Array`")]
    [InlineData("\"=cmd()\"", "Close is `=cmd()`")]
    public void What_is_no_price_is_refused_by_the_one_reader_of_prices(string close, string reason) =>
        PriceCsv.Read("feed/IREN", Csv($$"""[{"date":"2026-09-10","close":{{close}}}]"""), "IREN", ExchangeCalendar.UsEquities, PriceLayout.Own with { Decimals = 4 })
            .Issues.ShouldHaveSingleItem().ToString().ShouldStartWith($"feed/IREN:2: {reason}");

    [Fact]
    public void Machines_figures_are_rounded_and_their_instants_are_days_in_new_york()
    {
        var layout = PriceLayout.Own with { Decimals = 4, Dates = PriceDates.Unix };

        // 1789084800 is midnight of 11 September in UTC and still the evening of 10 September in New York.
        PriceCsv.Read("feed/IREN", Header + "1789084800,,,,67.7509994506836,12.6\n", "IREN", ExchangeCalendar.UsEquities, layout)
            .Document!.Bars.ShouldBe([new Bar(new LocalDate(2026, 9, 10), null, null, null, 67.751m, 13)]);
    }

    [Fact]
    public void A_foreign_files_own_names_are_read_and_told()
    {
        var layout = new PriceLayout { Date = "timestamp", Close = "Adj Close", Decimals = 2 };

        PriceCsv.Read("f.csv", "timestamp,Close,Adj Close\n2026-09-10 00:00:00,99,10.126\n", "IREN", ExchangeCalendar.UsEquities, layout).Document!.Bars.ShouldHaveSingleItem().Close.ShouldBe(10.13m);
        PriceCsv.Read("f.csv", "timestamp,Adj Close\n2026-09-10,-1\n", "IREN", ExchangeCalendar.UsEquities, layout).Issues.ShouldHaveSingleItem().ToString().ShouldStartWith("f.csv:2: Adj Close is `-1`");
        PriceCsv.Read("f.csv", "timestamp,Adj Close\n2026-09-10,0.001\n", "IREN", ExchangeCalendar.UsEquities, layout).Issues.ShouldHaveSingleItem().ToString().ShouldContain("above zero");
    }
}
