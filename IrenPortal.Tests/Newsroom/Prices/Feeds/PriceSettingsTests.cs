using IrenPortal.Content;
using IrenPortal.Hosting.Outbound;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Newsroom.Prices.Feeds;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices.Feeds;

/// <summary>What the settings of prices may say.</summary>
public sealed class PriceSettingsTests
{
    private const string Url = "https://feed.example.com/eod/{symbol}?from={from}&to={to}";

    private static PriceSettings Read(params (string Key, string Value)[] values) => PriceSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create($"Prices:{v.Key}", (string?)v.Value))).Build());

    // A later value of a key takes the earlier one's place.
    private static PriceSettings ReadHttp(params (string Key, string Value)[] values) =>
        Read([.. new[] { ("Http:Url", Url), ("Http:AllowedHosts", "feed.example.com") }.Concat(values).GroupBy(v => v.Item1).Select(g => g.Last())]);

    [Fact]
    public void Nothing_is_asked_where_nothing_is_set() => Read().ShouldBe(new PriceSettings(PriceLimits.Default, null, null, FetchTimes.Default));

    [Fact]
    public void All_of_an_address_is_read()
    {
        var http = ReadHttp(
            ("Http:Format", "json"), ("Http:Rows", "data.bars"), ("Http:Dates", "unixms"), ("Http:Decimals", "6"), ("Http:Fields:Date", "t"), ("Http:Fields:Close", "c"),
            ("Http:Symbols", "IREN,BTC=BTC-USD"), ("Http:KeyHeader", "X-Api-Key"), ("Http:Key", "s3cret"), ("Every", "90")).Http!;

        (http.Host, http.Reach, http.Format, http.Rows, http.Columns, http.KeyHeader, http.Key).ShouldBe(("feed.example.com", OutboundReach.Public, HttpFormat.Json, "data.bars", false, "X-Api-Key", "s3cret"));
        http.Layout.ShouldBe(new PriceLayout { Date = "t", Open = "open", High = "high", Low = "low", Close = "c", Volume = "volume", Dates = PriceDates.UnixMilliseconds, Decimals = 6 });
        http.Symbols.ShouldBe(new Dictionary<string, string> { ["IREN"] = "IREN", ["BTC"] = "BTC-USD" });
        http.AddressOf("A/B&c", new LocalDate(2026, 9, 1), new LocalDate(2026, 9, 16)).AbsoluteUri.ShouldBe("https://feed.example.com/eod/A%2FB%26c?from=2026-09-01&to=2026-09-16");
    }

    [Theory]
    [InlineData("WildFactor", "1", "Prices:WildFactor: '1' is no factor")]
    [InlineData("WildFactor", "half", "Prices:WildFactor: 'half' is no factor")]
    [InlineData("SettledAfter", "-1", "Prices:SettledAfter: '-1' is no number of sessions")]
    [InlineData("Folder", "/no/such/folder", "Prices:Folder: /no/such/folder does not exist")]
    [InlineData("Every", "daily", "Prices:Every: 'daily' is no time")]
    [InlineData("Http:Url", "https://feed.example.com/eod", "Prices:Http:Url: has no {symbol}")]
    [InlineData("Http:Url", "https://feed.example.com/{symbol}?key={key}", "Prices:Http:Url: {key} is no placeholder")]
    [InlineData("Http:Url", "{symbol}", "Prices:Http:Url: is no address with a fixed host")]
    [InlineData("Http:Url", "/{symbol}", "Prices:Http:Url: 'file' is not https")]
    [InlineData("Http:Url", "https://{symbol}.example.com/", "Prices:Http:Url: is no address with a fixed host")]
    [InlineData("Http:Url", "https://me:you@feed.example.com/{symbol}", "Prices:Http:Url: is no address with a fixed host")]
    [InlineData("Http:Url", "http://feed.example.com/{symbol}", "Prices:Http:Url: 'http' is not https")]
    [InlineData("Http:Url", "file:///etc/{symbol}", "Prices:Http:Url: 'file' is not https")]
    [InlineData("Http:AllowedHosts", "other.example.com", "Prices:Http:AllowedHosts: does not list feed.example.com")]
    [InlineData("Http:AllowedHosts", "", "Prices:Http:AllowedHosts: does not list feed.example.com")]
    [InlineData("Http:Addresses", "Any", "Prices:Http:Addresses: 'Any' is unknown; write Public or Private or Loopback")]
    [InlineData("Http:Format", "xml", "Prices:Http:Format: 'xml' is unknown; write Csv or Json")]
    [InlineData("Http:Shape", "cube", "Prices:Http:Shape: 'cube' is no shape")]
    [InlineData("Http:Dates", "us", "Prices:Http:Dates: 'us' is no way to write dates")]
    [InlineData("Http:Decimals", "11", "Prices:Http:Decimals: '11' is no number of decimals")]
    [InlineData("Http:Fields:Open", "Close", "Prices:Http:Fields: two of them have the same name")]
    [InlineData("Http:Symbols", "IREN=", "Prices:Http:Symbols: 'IREN=' can't be read")]
    [InlineData("Http:Key", "s3cret", "Prices:Http:KeyHeader: missing")]
    [InlineData("Http:KeyHeader", "X-Api-Key", "Prices:Http:Key: missing")]
    public void A_wrong_value_is_refused_with_its_key(string key, string value, string reason) =>
        Should.Throw<FormatException>(() => ReadHttp((key, value))).Message.ShouldStartWith(reason);

    [Theory]
    [InlineData("Host", "s3cret")]
    [InlineData("Bad Header", "s3cret")]
    [InlineData("X-Api-Key", "s3cret\r\nX-More: 1")]
    public void A_key_that_no_header_can_carry_is_refused_and_not_told(string header, string key)
    {
        var refused = Should.Throw<FormatException>(() => ReadHttp(("Http:KeyHeader", header), ("Http:Key", key)));

        refused.Message.ShouldStartWith($"Prices:Http:KeyHeader: '{header}' can't carry the key");
        refused.Message.ShouldNotContain("s3cret");
    }

    [Fact]
    public void A_setting_of_a_source_without_its_address_is_refused() =>
        Should.Throw<FormatException>(() => Read(("Http:AllowedHosts", "feed.example.com"))).Message.ShouldStartWith("Prices:Http:Url: missing, but Prices:Http:AllowedHosts is set");

    [Fact]
    public void Http_without_encryption_is_for_this_machine_alone() =>
        ReadHttp(("Http:Url", "http://localhost/{symbol}"), ("Http:AllowedHosts", "localhost"), ("Http:Addresses", "Loopback")).Http!.Reach.ShouldBe(OutboundReach.Loopback);
}
