using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using NodaTime;

namespace IrenPortal.Tests.Content;

public sealed class StudyCsvTests
{
    private const string Header = "date,close,adj_close,volume,adj_volume\n";

    private static readonly LocalDate Monday = new(2025, 11, 3);

    private static ContentRead<StudySeries> Read(string text) => StudyCsv.Read("firm.csv", text, "firm", ExchangeCalendar.UsEquities);

    private static StudyBar Bar(string text)
    {
        var read = Read(text);
        read.Issues.ShouldBeEmpty();
        return read.Document!.Bars.ShouldHaveSingleItem();
    }

    [Fact]
    public void Adjusted_figures_are_used_where_they_are_present()
    {
        Bar("date,close\n2025-11-03,67.75\n").ShouldBe(new StudyBar(Monday, 67.75, 67.75, null));
        Bar("date,close,volume\n2025-11-03,67.75,100\n").ShouldBe(new StudyBar(Monday, 67.75, 67.75, 100));
        Bar(Header + "2025-11-03,67.75,33.875,100,200\n").ShouldBe(new StudyBar(Monday, 67.75, 33.875, 200));
        Bar("date,close,adj_close\n2025-11-03,67.75,33.875\n").ShouldBe(new StudyBar(Monday, 67.75, 33.875, null));
    }

    [Fact]
    public void Numbers_are_the_doubles_nearest_to_what_is_written() =>
        Bar(Header + "2025-11-03,27.549999237060547,512.416337,0,2801754.4444444446\n")
            .ShouldBe(new StudyBar(Monday, 27.549999237060547, 512.416337, 2801754.4444444446));

    [Fact]
    public void An_unknown_volume_may_be_left_empty() =>
        Bar(Header + "2025-11-03,1,1,,\n").Volume.ShouldBeNull();

    [Fact]
    public void Names_ignore_case_order_and_other_columns() =>
        Bar("Volume,Open,ADJ_CLOSE,Symbol,Close,Date\n7,1,2,IREN,3,2025-11-03\n").ShouldBe(new StudyBar(Monday, 3, 2, 7));

    [Fact]
    public void The_portals_own_downloads_can_be_read() =>
        Bar("Date,Open,High,Low,Close,Volume\n2025-11-03,,,,67.75,\n").ShouldBe(new StudyBar(Monday, 67.75, 67.75, null));

    [Theory]
    [InlineData("\uFEFFdate,close\n2025-11-03,1\n2025-11-04,2\n")]
    [InlineData("date,close\r\n2025-11-03,1\r\n2025-11-04,2\r\n")]
    [InlineData("date,close\r2025-11-03,1\r2025-11-04,2\r")]
    [InlineData("date,close\n2025-11-03,1\n\n2025-11-04,2")]
    [InlineData("\"date\" , \"close\"\n \"2025-11-03\" ,\"1\"\n2025-11-04, 2 \n")]
    public void Line_ends_byte_order_mark_quotes_and_blanks_do_not_matter(string text)
    {
        var read = Read(text);

        read.Issues.ShouldBeEmpty();
        read.Document!.Bars.Select(b => b.Close).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData("\n"), InlineData("\r\n"), InlineData("\r")]
    public void Lines_are_counted_whatever_ends_them(string end) =>
        Sample.Only(Read($"date,close{end}{end}2025-11-03,1{end}2025-11-04,x{end}").Issues).ShouldStartWith("firm.csv:4: close is `x`");

    [Fact]
    public void A_missing_session_is_no_fault() =>
        Read("date,close\n2025-11-03,1\n2025-11-10,2\n").Document!.Bars.Count.ShouldBe(2);

    [Theory]
    [InlineData("2025-11-03,1,1,1,1\n2025-11-03,1,1,1,1\n", ":3: date is 2025-11-03, after 2025-11-03: put the rows in order of date, one a date")]
    [InlineData("2025-11-04,1,1,1,1\n2025-11-03,1,1,1,1\n", ":3: date is 2025-11-03, after 2025-11-04")]
    [InlineData("2025-11-01,1,1,1,1\n", ":2: date is 2025-11-01, on which the market did not trade")]
    [InlineData("1997-11-03,1,1,1,1\n", ":2: date is 1997-11-03, outside 1998-01-01 to 2035-12-31")]
    [InlineData("2036-11-03,1,1,1,1\n", ":2: date is 2036-11-03, outside")]
    [InlineData("03/11/2025,1,1,1,1\n", ":2: date is `03/11/2025`: write a date that exists as year-month-day")]
    [InlineData(",1,1,1,1\n", ":2: date is ``")]
    [InlineData("2025-11-03,,1,1,1\n", ":2: close is empty: write a price")]
    [InlineData("2025-11-03,1,,1,1\n", ":2: adj_close is empty: write a price")]
    [InlineData("2025-11-03,NaN,1,1,1\n", ":2: close is `NaN`: write a price with a point")]
    [InlineData("2025-11-03,1,Infinity,1,1\n", ":2: adj_close is `Infinity`")]
    [InlineData("2025-11-03,1,-inf,1,1\n", ":2: adj_close is `-inf`")]
    [InlineData("2025-11-03,-1,1,1,1\n", ":2: close is `-1`")]
    [InlineData("2025-11-03,0,1,1,1\n", ":2: close is `0`: write a price above zero")]
    [InlineData("2025-11-03,1,0.0000000000000000001,1,1\n", ":2: adj_close is `0.0000000000000000001`: write a price above zero")]
    [InlineData("2025-11-03,1000000000000000,1,1,1\n", ":2: close is `1000000000000000`: write a price with a point")]
    [InlineData("2025-11-03,1e300,1,1,1\n", ":2: close is `1e300`")]
    [InlineData("2025-11-03,$1,1,1,1\n", ":2: close is `$1`")]
    [InlineData("2025-11-03,\"1,067.75\",1,1,1\n", ":2: close is `1,067.75`: write a price with a point and no thousands separators")]
    [InlineData("2025-11-03,1,067.75,1,1,1\n", ":2: the row has 6 cells, the header 5")]
    [InlineData("2025-11-03,1\n", ":2: the row has 2 cells, the header 5")]
    [InlineData("2025-11-03,\"1,1,1,1\n2025-11-04,1,1,1,1\n", ":2: the row has a quote that doesn't close")]
    [InlineData("2025-11-03,1,1,-1,1\n", ":2: volume is `-1`: write a number of shares")]
    [InlineData("2025-11-03,1,1,1,NaN\n", ":2: adj_volume is `NaN`")]
    [InlineData("", ":1: the file has no row below the header")]
    public void A_row_with_a_fault_is_refused_with_its_line(string rows, string reason) =>
        Sample.Only(Read(Header + rows).Issues).ShouldContain(reason);

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("2025-11-03,67.75\n", "the column date is missing")]
    [InlineData("date,open\n2025-11-03,1\n", "the column close is missing: write the header date,close")]
    [InlineData("date;close\n2025-11-03;1,5\n", "the cells are parted by semicolons or tabs: part them by commas, and write the header date,close")]
    [InlineData("date\tclose\n2025-11-03\t1\n", "the cells are parted by semicolons or tabs")]
    [InlineData("Date,Close,Adj Close\n2025-11-03,2,1\n", "the column `Adj Close` is not known: did you mean adj_close?")]
    [InlineData("date,close,Close\n2025-11-03,2,1\n", "the column close is in the header twice")]
    public void A_header_with_a_fault_is_refused(string text, string reason) =>
        Read(text).Issues.ShouldContain(i => i.Line == 1 && i.Message.Contains(reason, StringComparison.Ordinal));
}
