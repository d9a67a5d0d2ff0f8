using IrenPortal.Site.Stock;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class FieldEntryTests
{
    [Theory]
    [InlineData("10000", "10000")]
    [InlineData("10,000", "10000")]
    [InlineData("$10,000", "10000")]
    [InlineData("US$ 10,000.5", "10000.5")]
    [InlineData("usd 1 000 000", "1000000")]
    [InlineData("1,234.56 USD", "1234.56")]
    [InlineData("0.01", "0.01")]
    [InlineData("1000000000", "1000000000")]
    public void An_amount_is_read_as_people_write_it(string written, string text)
    {
        var entry = Amount(written);

        (entry.Text, entry.Error).ShouldBe((text, null));
        entry.Value.ShouldBe(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0"), InlineData("0.00"), InlineData("-5"), InlineData("1000000000.01"), InlineData("10.000"), InlineData("1,5"), InlineData("10,00"), InlineData("10k")]
    [InlineData("1e9"), InlineData("ten"), InlineData("€100"), InlineData("$"), InlineData("999999999999999999999999999999"), InlineData("١٠٠"), InlineData("1_000"), InlineData("1 00")]
    public void What_is_no_amount_comes_back_with_what_to_write_instead(string written)
    {
        var entry = Amount(written);

        entry.Value.ShouldBeNull();
        entry.Text.ShouldBe(written);
        entry.Error.ShouldBe("Write an amount such as 10,000: above 0, at most 1,000,000,000, cents after a point.");
    }

    [Fact]
    public void An_amount_carries_the_sign_of_its_own_currency()
    {
        AmountEntry.Read(StockSite.Fields("?amount=" + Uri.EscapeDataString("A$10,000")), "amount", "AUD").Value.ShouldBe(10_000);
        AmountEntry.Read(StockSite.Fields("?amount=" + Uri.EscapeDataString("JPY 500")), "amount", "JPY").Value.ShouldBe(500);
        AmountEntry.Read(StockSite.Fields("?amount=$5"), "amount", "EUR").Value.ShouldBeNull();
    }

    [Theory]
    [InlineData("2025-11-03"), InlineData("2025-11-3"), InlineData("3 Nov 2025"), InlineData("03 november 2025"), InlineData(" 2025-11-03 ")]
    public void A_day_is_read_as_browsers_send_it_and_as_the_site_prints_it(string written) =>
        Date(written).ShouldBe(new FieldEntry<LocalDate>(new LocalDate(2025, 11, 3), "2025-11-03"));

    [Theory]
    [InlineData("2025-02-30", "February 2025 has 28 days. Choose one of them.")]
    [InlineData("2024-02-30", "February 2024 has 29 days. Choose one of them.")]
    [InlineData("2025-11-31", "November 2025 has 30 days. Choose one of them.")]
    [InlineData("2025-13-01", "“2025-13-01” is no day. Write it as 2025-11-03 or 3 Nov 2025.")]
    [InlineData("11/03/2025", "“11/03/2025” is no day. Write it as 2025-11-03 or 3 Nov 2025.")]
    [InlineData("0000-01-31", "“0000-01-31” is no day. Write it as 2025-11-03 or 3 Nov 2025.")]
    [InlineData("yesterday, when the sun was still up", "“yesterday, when the sun was st” is no day. Write it as 2025-11-03 or 3 Nov 2025.")]
    public void An_impossible_day_is_told_what_is_wrong(string written, string error)
    {
        var entry = Date(written);

        (entry.Value, entry.Plain, entry.Error).ShouldBe((null, "", error));
    }

    [Theory]
    [InlineData(""), InlineData("?x="), InlineData("?x=%20"), InlineData("?x=2025-11-03&x=2025-11-04"), InlineData("?x=%00")]
    public void A_field_left_alone_or_past_reading_is_empty(string query)
    {
        DateEntry.Read(StockSite.Fields(query), "x").ShouldBe(FieldEntry.Empty<LocalDate>());
        AmountEntry.Read(StockSite.Fields(query), "x", "USD").IsEmpty.ShouldBeTrue();
    }

    private static FieldEntry<decimal> Amount(string written) => AmountEntry.Read(StockSite.Fields("?amount=" + Uri.EscapeDataString(written)), "amount", "USD");

    private static FieldEntry<LocalDate> Date(string written) => DateEntry.Read(StockSite.Fields("?date=" + Uri.EscapeDataString(written)), "date");
}
