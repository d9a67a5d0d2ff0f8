using IrenPortal.Hosting;
using IrenPortal.Market.EventStudies;
using IrenPortal.Site.Stock.Reactions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IrenPortal.Tests.Site;

public sealed class ReactionQueryTests
{
    private static readonly string[] Categories = ["AI Cloud", "Power and sites"];

    [Theory]
    [InlineData("", "/stock/reactions")]
    [InlineData("?category=ai%20cloud", "/stock/reactions?category=AI%20Cloud")]
    [InlineData("?window=0,10&view=CHARTS&flagged=leave", "/stock/reactions?window=0,10&flagged=leave&view=charts")]
    [InlineData("?sort=volume&dir=asc", "/stock/reactions?sort=volume&dir=asc")]
    [InlineData("?sort=released&dir=desc&window=-1,1&view=table&flagged=keep", "/stock/reactions")]
    [InlineData("?category=Nobody&sort=1&dir=up&window=-2,2&view=x&flagged=yes", "/stock/reactions")]
    [InlineData("?category=AI%20Cloud&category=Results", "/stock/reactions")]
    [InlineData("?sort=car&window=0,0", "/stock/reactions?window=0,0&sort=abnormal")]
    [InlineData("?category=%00&q=x", "/stock/reactions")]
    public void An_address_keeps_what_the_page_knows_and_nothing_else(string asked, string address) => Read(asked).Href.ShouldBe(address);

    [Fact]
    public void Every_combination_is_an_address_that_asks_for_itself()
    {
        foreach (var category in Categories.Append(null))
        foreach (var window in EventWindow.Standard)
        foreach (var sort in Enum.GetValues<ReactionSort>())
        foreach (var (down, charts, leaves) in from d in Both from c in Both from l in Both select (d, c, l))
        {
            var query = new ReactionQuery(category, sort, down, window, charts, leaves).Over(window);
            Read(query.Href[ReactionQuery.Path.Length..]).ShouldBe(query);
        }
    }

    [Fact]
    public void A_head_sorts_from_the_greatest_and_turns_round_when_asked_again()
    {
        var volume = ReactionQuery.Usual.By(ReactionSort.Volume);

        volume.Descending.ShouldBeTrue();
        volume.By(ReactionSort.Volume).Descending.ShouldBeFalse();
        volume.By(ReactionSort.Volume).By(ReactionSort.Close).Descending.ShouldBeTrue();
        ReactionQuery.Usual.By(ReactionSort.Released).Href.ShouldBe("/stock/reactions?dir=asc");
    }

    [Theory]
    [InlineData("?view=charts&flagged=leave&window=0,10", "/stock/reactions.csv")]
    [InlineData("?category=AI%20Cloud&sort=car&window=0,10", "/stock/reactions.csv?category=AI%20Cloud&window=0,10&sort=car")]
    [InlineData("?sort=volume&window=0,10", "/stock/reactions.csv?sort=volume")]
    public void The_file_depends_on_what_changes_its_rows_alone(string asked, string address) => Read(asked).CsvHref.ShouldBe(address);

    private static bool[] Both => [true, false];

    private static ReactionQuery Read(string query) => ReactionQuery.Read(new QueryFields(new QueryCollection(QueryHelpers.ParseQuery(query))), Categories);
}
