using IrenPortal.Hosting;
using IrenPortal.Site.Stock;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.AspNetCore.Http;

namespace IrenPortal.Tests.Site;

public sealed class StockQueryTests
{
    private static readonly string[] Symbols = ["QQQ", "SPY", "CIFR", "CORZ", "BTC-USD"];

    [Theory]
    [InlineData("", "/stock")]
    [InlineData("?range=1y&view=line&scale=linear&with=", "/stock")]
    [InlineData("?range=ALL", "/stock?range=max")]
    [InlineData("?scale=log&view=candles&range=ytd", "/stock?range=ytd&view=candles&scale=log")]
    [InlineData("?with=btc-usd,QQQ,qqq", "/stock?with=QQQ,BTC-USD")]
    [InlineData("?with=CORZ&with=CIFR", "/stock?with=CIFR,CORZ")]
    [InlineData("?with=BTC-USD,CORZ,CIFR,SPY,QQQ", "/stock?with=QQQ,SPY,CIFR")]
    [InlineData("?range=<script>&view=pie&scale=%00&with=IREN,NOTHING", "/stock")]
    [InlineData("?range=1m&range=3m&unknown=1", "/stock")]
    public void Whatever_an_address_says_has_one_normalised_address(string query, string address) => Read(query).Href.ShouldBe(address);

    [Fact]
    public void A_list_too_long_to_be_meant_counts_as_none() => Read("?with=" + new string('Q', 300)).With.ShouldBeEmpty();

    [Fact]
    public void A_normalised_address_reads_as_itself()
    {
        foreach (var range in StockRange.All)
        {
            var query = new StockQuery(range, Candles: true, Log: true, ["QQQ", "CIFR"]);
            Read(new Uri("http://x" + query.Href).Query).Href.ShouldBe(query.Href);
        }
    }

    private static StockQuery Read(string query) => StockQuery.Read(new QueryFields(new QueryCollection(QueryHelpers.ParseQuery(query))), Symbols);
}
