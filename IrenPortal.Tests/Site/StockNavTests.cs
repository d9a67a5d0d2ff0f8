using IrenPortal.Site.Stock;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site;

public sealed class StockNavTests
{
    [Theory]
    [InlineData(StockPart.Chart, "/stock")]
    [InlineData(StockPart.Reactions, "/stock/reactions")]
    [InlineData(StockPart.History, "/stock/history")]
    [InlineData(StockPart.Calculator, "/stock/calculator")]
    public async Task Each_page_about_the_share_is_one_link_and_marks_itself(StockPart part, string address)
    {
        var nav = (await Render.Document<StockNav>(("Current", part))).QuerySelectorAll("nav[aria-label='Stock pages']").ShouldHaveSingleItem();

        nav.QuerySelectorAll("a").Select(a => a.Words()).ShouldBe(["Chart", "Reactions", "History", "Calculator"]);
        nav.QuerySelectorAll("a[aria-current=page]").ShouldHaveSingleItem().GetAttribute("href").ShouldBe(address);
    }
}
