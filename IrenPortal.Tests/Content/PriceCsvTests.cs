using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Content;

public sealed class PriceCsvTests
{
    private const string Header = "Date,Open,High,Low,Close,Volume\n";

    private static ContentRead<PriceFile> Read(string text) => PriceCsv.Read("prices/IREN.csv", text, "IREN", ExchangeCalendar.UsEquities);

    private static string Fault(string rows) => Sample.Only(Read(Header + rows).Issues);

    [Fact]
    public void Rows_come_out_oldest_first_and_numbers_in_canonical_form()
    {
        var read = Read(Header + "2025-11-04,68.1000,70,67.50,69.25,1000\n2025-11-03,,,,67.75,\n");

        read.Issues.ShouldBeEmpty();
        (Header + string.Concat(read.Document!.Bars.Select(b => BarCsv.Row(b.Date, b.Open, b.High, b.Low, b.Close, b.Volume)))).ShouldBe(Header + "2025-11-03,,,,67.75,\n2025-11-04,68.1,70,67.5,69.25,1000\n");
    }

    [Fact]
    public void Only_date_and_close_must_be_there_and_case_does_not_matter() =>
        Read("close,DATE,Adj Close\r\n67.75,2025-11-03,1\r\n").Document!.Bars.ShouldBe([new Bar(new LocalDate(2025, 11, 3), null, null, null, 67.75m, null)]);

    [Theory]
    [InlineData("2025-11-03,1,1,1,1,1\n2025-11-03,1,1,1,1,1\n", ":3: Date repeats 2025-11-03: keep one row a date")]
    [InlineData("2025-11-03,1,1,1,0,1\n", ":2: Close is `0`: write a number above zero")]
    [InlineData("2025-11-03,1,1,1,-1,1\n", ":2: Close is `-1`")]
    [InlineData("2025-11-03,1,1,1,NaN,1\n", ":2: Close is `NaN`")]
    [InlineData("2025-11-03,1,1,1,Infinity,1\n", ":2: Close is `Infinity`")]
    [InlineData("2025-11-03,1,1,1,1e3,1\n", ":2: Close is `1e3`")]
    [InlineData("2025-11-03,1,1,1,\"1,000\",1\n", ":2: Close is `1,000`")]
    [InlineData("2025-11-03,1,1,1,1,000,1\n", ":2: the row has 7 cells, the header 6")]
    [InlineData("2025-11-03,1,1,1,,1\n", ":2: Close is empty")]
    [InlineData("2025-11-03,1,1,1,1,1.5\n", ":2: Volume is `1.5`: write a whole number")]
    [InlineData("2025-11-03,3,2,1,2,1\n", ":2: the open 3 is above the high 2")]
    [InlineData("2025-11-03,1,2,1,0.5,1\n", ":2: the close 0.5 is below the low 1")]
    [InlineData("2025-11-01,1,1,1,1,1\n", ":2: Date is 2025-11-01, on which the market of IREN did not trade")]
    [InlineData("11/03/2025,1,1,1,1,1\n", ":2: Date is `11/03/2025`: write a date that exists as year-month-day")]
    [InlineData("2025-02-30,1,1,1,1,1\n", ":2: Date is `2025-02-30`")]
    [InlineData("\n2025-11-03,1,1,1,1\n", ":3: the row has 5 cells, the header 6")]
    [InlineData("\"2025-11-03\"x,1,1,1,1,1\n", ":2: the row has a quote")]
    [InlineData("2025-11-03,1,1,1,1 000,1\n", ":2: Close is `1 000`")]
    [InlineData("2025-11-03,1,1,1,\"1,1\n", ":2: the row has a quote that doesn't close")]
    [InlineData("2025-11-03,1,1,1,1,1\r2025-11-04,1,1,1,x,1\r", ":3: Close is `x`")]
    [InlineData("\"2025-11-03\",1,1,1,\"1\n1\",1\n", ":2: Close is `1\uFFFD1`")]
    [InlineData("2035-12-31,1,1,1,1,1\n2036-01-02,1,1,1,1,1\n", ":3: Date is 2036-01-02")]
    [InlineData("", ":1: the file has no row below the header")]
    public void A_row_with_a_fault_is_refused_with_its_line(string rows, string reason) => Fault(rows).ShouldContain(reason);

    [Theory]
    [InlineData("Date,Open\n", "the column Close is missing")]
    [InlineData("Date,Close,close\n", "the column Close is in the header twice")]
    [InlineData("Date,Close,Volme\n", "the column `Volme` is not known: did you mean Volume?")]
    [InlineData("Date;Close\n2025-11-03;1\n", "the cells are parted by semicolons or tabs: part them by commas")]
    [InlineData("Date\tClose\n2025-11-03\t1\n", "the cells are parted by semicolons or tabs: part them by commas")]
    [InlineData("2025-11-03,67.75\n", "the column Date is missing")]
    [InlineData("", "the file is empty")]
    public void A_header_with_a_fault_is_refused(string text, string reason) => Read(text).Issues.ShouldContain(i => i.Line == 1 && i.Message.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void A_byte_order_mark_and_old_line_ends_are_no_fault() =>
        Read("\uFEFFDate,Close\r2025-11-04,2\r2025-11-03,1\r").Document!.Bars.Select(b => b.Close).ShouldBe([1m, 2m]);

    [Fact]
    public void More_rows_than_any_calendar_has_days_are_refused_at_the_first_too_many() =>
        Read("Date,Close\n" + string.Concat(Enumerable.Repeat("2025-11-03,1\n", ContentLimits.PriceRows + 5_000))).Issues[^1].ToString()
            .ShouldBe("prices/IREN.csv:20002: the file has more than 20000 rows: a symbol has one a day");

    [Fact]
    public void At_most_a_hundred_faults_are_told() => Read(Header + string.Concat(Enumerable.Repeat("x,1,1,1,1,1\n", 500))).Issues.Count.ShouldBe(100);

    [Fact]
    public void Actions_come_out_oldest_first()
    {
        var read = ActionCsv.Read("prices/IREN.actions.csv", "exdate,kind,value\n2026-01-05,Dividend,0.10\n2025-06-02,split,10\n", "IREN");

        read.Issues.ShouldBeEmpty();
        read.Document!.Actions.ShouldBe([new(new LocalDate(2025, 6, 2), CorporateActionKind.Split, 10), new(new LocalDate(2026, 1, 5), CorporateActionKind.Dividend, 0.1m)]);
    }

    [Theory]
    [InlineData("2025-06-02,merger,1\n", ":2: Kind is `merger`: write split or dividend")]
    [InlineData("2025-06-02,split,0\n", ":2: Value is `0`")]
    [InlineData("2025-06-02,split,2\n2025-06-02,SPLIT,3\n", ":3: ExDate repeats the SPLIT of 2025-06-02")]
    [InlineData("2025-06-03,dividend,50\n", ":2: the dividend 50 must be above 0 and below the close before")]
    public void An_action_with_a_fault_is_refused(string rows, string reason) =>
        Sample.Only(ActionCsv.Read("a.csv", $"ExDate,Kind,Value\n{rows}", "IREN", [new Bar(new LocalDate(2025, 6, 2), null, null, null, 10, null)]).Issues).ShouldContain(reason);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void A_text_cell_is_no_formula(string? text, string cell) => CsvCell.Text(text).ShouldBe(cell);

    [Fact]
    public void A_number_cell_keeps_its_minus() => CsvCell.Number(-1.50m).ShouldBe("-1.5");
}
