using AngleSharp.Dom;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class NewsListPageTests
{
    private static readonly CardView Microsoft = new(
        "microsoft", "AI Cloud contract with Microsoft", "Four halls.", ReleaseMoment.On(new LocalDate(2025, 11, 3), ReleaseTiming.BeforeOpen), "AI Cloud",
        new CardMove(ReactionState.Complete, new LocalDate(2025, 11, 3), 0.115m, 0.005m, false));

    private static readonly CardView Results = new(
        "results", "Results", "Contracts grew.", ReleaseMoment.On(new LocalDate(2026, 5, 7), ReleaseTiming.AfterClose), "Results",
        new CardMove(ReactionState.Complete, new LocalDate(2026, 5, 8), 0.077m, 0.023m, false));

    private static Task<IDocument> Page(NewsQuery query, int total, params CardView[] cards) => Render.Document<NewsListPage>(
        ("View", new NewsListView { Chrome = Sample.Chrome, Query = query, Cards = cards, Total = total, Years = [2026, 2025] }));

    [Fact]
    public async Task A_row_has_one_link_the_moment_and_the_move()
    {
        var card = (await Page(new NewsQuery(), 1, Microsoft)).QuerySelector("article.card")!;
        card.QuerySelectorAll("a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/news/microsoft");
        card.Words().ShouldBe("3 Nov 2025 Before the open AI Cloud contract with Microsoft Four halls. AI Cloud +11.5% QQQ +0.5%");
    }

    [Fact]
    public async Task Another_reaction_day_is_named()
    {
        (await Page(new NewsQuery(), 1, Results)).QuerySelector(".move").Words().ShouldBe("+7.7% 8 May, QQQ +2.3%");
    }

    [Fact]
    public async Task A_day_without_a_known_hour_is_shown_over_three_sessions()
    {
        var unknown = Microsoft with { Move = new CardMove(ReactionState.Complete, new LocalDate(2025, 11, 3), 0.168m, 0.021m, true) };
        (await Page(new NewsQuery(), 1, unknown)).QuerySelector(".move").Words().ShouldBe("+16.8% 3 sessions, QQQ +2.1%");
    }

    [Fact]
    public async Task A_release_that_has_not_traded_says_so()
    {
        var fresh = Microsoft with { Move = new CardMove(ReactionState.NotTradedYet, new LocalDate(2025, 11, 4), null, null, false) };
        (await Page(new NewsQuery(), 1, fresh)).QuerySelector(".move").Words().ShouldBe("Not traded yet");
    }

    [Fact]
    public async Task Rows_stand_in_groups_by_year()
    {
        var page = await Page(new NewsQuery(), 2, Results, Microsoft);
        page.QuerySelectorAll("section.year h2").Select(h => h.Words()).ShouldBe(["2026", "2025"]);
    }

    [Fact]
    public async Task Filters_are_links_that_take_themselves_away_and_keep_the_others()
    {
        var page = await Page(new NewsQuery("contract", 2025, "AI Cloud", null, 3), 41, Microsoft);
        page.QuerySelectorAll("a.chip").Select(a => a.GetAttribute("href")).ShouldBe(
            ["/news?year=2025&category=AI%20Cloud", "/news?q=contract&category=AI%20Cloud", "/news?q=contract&year=2025"]);
        page.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe("contract");
        page.QuerySelector("select[name=year] option[selected]").Words().ShouldBe("2025");
        page.QuerySelector("[role=status]").Words().ShouldBe("41 releases match");
    }

    [Fact]
    public async Task Pages_link_to_newer_and_older_rows_with_their_counts()
    {
        var page = await Page(new NewsQuery(Page: 2), 50, [.. Enumerable.Repeat(Microsoft, 20)]);
        page.QuerySelector("nav.pager p").Words().ShouldBe("21 to 40 of 50");
        page.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe("/news");
        page.QuerySelector("a[rel=prev]").Words().ShouldBe("Newer 20");
        page.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("/news?page=3");
        page.QuerySelector("a[rel=next]").Words().ShouldBe("Older 10");
    }

    [Fact]
    public async Task Past_the_last_page_the_way_back_leads_to_the_last_one()
    {
        var page = await Page(new NewsQuery(Page: 99), 26);
        page.QuerySelector(".empty h2").Words().ShouldBe("There is no page 99");
        page.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe("/news?page=2");
        page.QuerySelector("nav.pager p").Words().ShouldBe("0 of 26");
    }

    [Fact]
    public async Task An_empty_list_says_what_is_missing_and_shows_one_way_on()
    {
        var page = await Page(new NewsQuery("hydrogen", 2026), 0);
        page.QuerySelector(".empty h2").Words().ShouldBe("No release matches “hydrogen” in 2026");
        page.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/news?q=hydrogen");
    }
}
