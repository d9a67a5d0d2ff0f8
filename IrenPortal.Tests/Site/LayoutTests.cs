using AngleSharp.Dom;
using IrenPortal.Site.Layout;
using IrenPortal.Site.Pages;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site;

public sealed class LayoutTests
{
    private static Task<IDocument> Page(SiteChrome chrome, bool indexed = true) => Render.Document<SiteDocument>(
        ("Chrome", chrome), ("Title", "News"), ("Description", "All releases"), ("Path", "/news"), ("Section", NavSection.News), ("Indexed", indexed),
        ("ChildContent", Render.Text("Content")));

    [Fact]
    public async Task A_page_names_itself_for_readers_engines_and_cards()
    {
        var page = await Page(Sample.Chrome);
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Title.ShouldBe("News - IREN investor relations");
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("https://ir.example/news");
        page.QuerySelector("meta[property='og:url']")!.GetAttribute("content").ShouldBe("https://ir.example/news");
        page.QuerySelector("meta[name='twitter:card']").ShouldNotBeNull();
        page.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe("#" + page.QuerySelector("main")!.Id);
    }

    [Fact]
    public async Task Nothing_on_a_page_needs_a_script_or_an_inline_style()
    {
        var page = await Page(Sample.Chrome);
        page.QuerySelectorAll("script:not([src][type=module]), style, [style], [onclick]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_link_of_the_current_part_is_marked_in_both_menus()
    {
        var marked = (await Page(Sample.Chrome)).QuerySelectorAll("header [aria-current]");
        marked.Select(a => a.Words()).ShouldBe(["News", "News"]);
    }

    [Fact]
    public async Task The_price_strip_says_close_with_its_date_and_the_change_with_its_sign()
    {
        var strip = (await Page(Sample.Chrome)).QuerySelector("aside.strip")!;
        strip.Words().ShouldContain("IREN Nasdaq 41.72");
        strip.Words().ShouldContain("−2.41 (−5.5%)");
        strip.Words().ShouldContain("Close, 28 Sep 2026, 16:00 ET");
        strip.Words().ShouldNotContain("old");
    }

    [Fact]
    public async Task Late_prices_are_called_late()
    {
        var strip = (await Page(Sample.Chrome with { Quote = Sample.Quote("IREN", 2) })).QuerySelector("aside.strip");
        strip.Words().ShouldContain("Prices are 2 sessions old");
    }

    [Fact]
    public async Task Without_prices_there_is_no_strip()
    {
        (await Page(Sample.Chrome with { Quote = null })).QuerySelector("aside.strip").ShouldBeNull();
    }

    [Fact]
    public async Task The_footer_says_that_this_is_a_demonstration_and_shows_the_head_of_the_ledger()
    {
        var footer = (await Page(Sample.Chrome)).QuerySelector("footer")!;
        footer.Words().ShouldContain("demonstration compiled from public facts. It is not IREN's own site and not investment advice");
        footer.Words().ShouldContain("Ledger 132: 7c1e 90ab 42d3");
        footer.QuerySelectorAll("a[href='/forward-looking']").ShouldHaveSingleItem();

        var own = (await Page(Sample.Chrome with { Company = Sample.Company with { Demonstration = false } })).QuerySelector("footer");
        own.Words().ShouldContain("IREN uses this site as a channel of disclosure");
    }

    [Fact]
    public async Task Pages_that_do_not_exist_are_not_linked()
    {
        var page = await Page(Sample.Chrome with { Pages = [] });
        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Where(h => h!.StartsWith('/')).Distinct().ShouldBe(
            ["/search", "/stock", "/", "/news", "/contracts", "/events", "/about", "/stock/history", "/stock/calculator", "/alerts", "/feed/rss.xml", "/events.ics", "/openapi/v1.json", "/api/v1/announcements", "/api/v1/prices/IREN.csv", "/key-figures", "/fact-sheet", "/filings", "/about/timeliness", "/verify", "/verify/ledger"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task An_address_that_is_not_there_says_nothing_about_itself_and_is_kept_out_of_engines()
    {
        var page = await Render.Document<NotFoundPage>(("Chrome", Sample.Chrome));
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        page.QuerySelectorAll("link[rel=canonical]").ShouldBeEmpty();
        page.QuerySelector("h1").Words().ShouldBe("There is no page at this address");
        page.QuerySelector("form")!.GetAttribute("action").ShouldBe("/search");
    }

    [Theory]
    [InlineData(500, "Something went wrong here")]
    [InlineData(503, "The site is not ready yet")]
    public async Task A_fault_page_needs_no_store(int status, string heading)
    {
        var page = await Render.Document<ErrorPage>(("Status", status));
        page.QuerySelector("h1").Words().ShouldBe(heading);
        page.QuerySelectorAll("script, [style]").ShouldBeEmpty();
    }
}
