using IrenPortal.Hosting.Outbound;
using IrenPortal.Newsroom.Filings;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Filings;

/// <summary>What the settings of filings may say.</summary>
public sealed class FilingSettingsTests
{
    private const string Url = "https://data.sec.gov/submissions/CIK{cik}.json";
    private const string Agent = "Example Limited ir@example.com";

    private static FilingAddress? Read(params (string Key, string Value)[] values) => FilingSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create($"Filings:{v.Key}", (string?)v.Value))).Build()).Address;

    // A later value of a key takes the earlier one's place.
    private static FilingAddress? ReadAll(params (string Key, string Value)[] values) => Read(
        [.. new[] { ("Http:Url", Url), ("Http:AllowedHosts", "data.sec.gov"), ("UserAgent", Agent) }.Concat(values).GroupBy(v => v.Item1).Select(g => g.Last())]);

    [Fact]
    public void Nothing_is_asked_where_nothing_is_set_and_two_requests_a_second_are_usual()
    {
        Read().ShouldBeNull();
        ReadAll().ShouldBe(new FilingAddress(Url, OutboundReach.Public, Agent, Duration.FromMinutes(60), 2));
        ReadAll()!.AddressOf("0001878848").AbsoluteUri.ShouldBe("https://data.sec.gov/submissions/CIK0001878848.json");
        ReadAll(("Every", "30"), ("RequestsPerSecond", "10")).ShouldBe(new FilingAddress(Url, OutboundReach.Public, Agent, Duration.FromMinutes(30), 10));
    }

    [Theory]
    [InlineData("UserAgent", "", "Filings:UserAgent: missing; the agency asks programs to say who they are")]
    [InlineData("UserAgent", "IrenPortal", "Filings:UserAgent: can't be sent; write a name and an e-mail address")]
    [InlineData("UserAgent", "Example ir@example.com\r\nX: y", "Filings:UserAgent: can't be sent")]
    [InlineData("RequestsPerSecond", "11", "Filings:RequestsPerSecond: '11' can't be used; write a whole number from 1 to 10")]
    [InlineData("RequestsPerSecond", "0", "Filings:RequestsPerSecond: '0' can't be used")]
    [InlineData("Every", "close+30", "Filings:Every: 'close+30' can't be used; write a whole number from 1 to 10080")]
    [InlineData("Http:Url", "https://data.sec.gov/submissions/CIK0001878848.json", "Filings:Http:Url: write {cik}")]
    [InlineData("Http:Url", "https://data.sec.gov/{cik}/{form}", "Filings:Http:Url: write {cik}")]
    [InlineData("Http:Url", "https://{cik}.sec.gov/", "Filings:Http:Url: is no address with a fixed host")]
    [InlineData("Http:Url", "https://me:you@data.sec.gov/{cik}", "Filings:Http:Url: is no address with a fixed host")]
    [InlineData("Http:Url", "http://data.sec.gov/{cik}", "Filings:Http:Url: 'http' is not https")]
    [InlineData("Http:Url", "", "Filings:Http:Url: missing, but Filings:")]
    [InlineData("Http:AllowedHosts", "example.com", "Filings:Http:AllowedHosts: does not list data.sec.gov")]
    [InlineData("Http:Addresses", "Any", "Filings:Http:Addresses: 'Any' is unknown")]
    public void A_value_that_can_not_be_used_is_refused_with_its_key(string key, string value, string message) =>
        Should.Throw<FormatException>(() => ReadAll((key, value))).Message.ShouldStartWith(message);
}
