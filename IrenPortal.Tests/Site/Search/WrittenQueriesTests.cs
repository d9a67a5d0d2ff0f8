using AngleSharp.Html.Parser;
using IrenPortal.Data;
using IrenPortal.Site.Search;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Site.Search;

/// <summary>Questions as readers ask them, over the repository's own content.</summary>
public sealed class WrittenQueriesTests(WrittenQueriesTests.Portals portals) : IClassFixture<WrittenQueriesTests.Portals>
{
    [Theory, EachDatabase]
    public async Task Every_written_query_finds_first_what_is_expected(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var queries = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "IrenPortal.Tests", "Site", "Search", "written-queries.txt"));
        var missed = new List<string>();
        foreach (var query in queries.Where(q => !q.StartsWith('#')).Select(q => q.Split(" => ")))
        {
            var list = await portal.Client.JsonAsync("/api/v1/search?pageSize=1&q=" + Uri.EscapeDataString(query[0]));
            var first = list.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("kind")}/{i.GetProperty("slug")}").FirstOrDefault();
            if (first != query[1])
            {
                missed.Add($"{query[0]}: {first} instead of {query[1]}");
            }
        }

        queries.Length.ShouldBeGreaterThan(50);
        string.Join('\n', missed).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_page_shows_kinds_counts_marks_and_a_passage(DatabaseProvider database)
    {
        var page = await PageAsync(database, "/search?q=prepayment");

        page.QuerySelectorAll("select[name=kind] option").Select(o => o.TextContent.Split(' ')[0]).ShouldBe(["All", "Releases", "Contracts", "Events", "Pages"]);
        page.QuerySelectorAll("article.row mark").Length.ShouldBeGreaterThan(1);
        page.QuerySelectorAll(".excerpt mark").ShouldNotBeEmpty();
        var total = int.Parse(page.QuerySelector("[role=status] b")!.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        total.ShouldBe(page.QuerySelectorAll("article.row").Length);
        var contracts = await PageAsync(database, "/search?q=prepayment&kind=contract");
        page.QuerySelector("option[value=contract]")!.TextContent.ShouldBe($"Contracts ({contracts.QuerySelectorAll("article.row").Length})");
        contracts.QuerySelector("a.chip")!.GetAttribute("href").ShouldBe("/search?q=prepayment");
    }

    [Theory, EachDatabase]
    public async Task A_slip_of_the_hand_is_told_and_a_word_that_nothing_is_near_is_not(DatabaseProvider database)
    {
        var meant = (await PageAsync(database, "/search?q=microsft+prepaymnet")).QuerySelector(".meant a")!;
        (meant.TextContent, meant.GetAttribute("href")).ShouldBe(("microsoft prepayment", "/search?q=microsoft%20prepayment"));
        (await PageAsync(database, "/news?q=Chidlress")).QuerySelector(".meant a")!.GetAttribute("href").ShouldBe("/news?q=childress");
        (await PageAsync(database, "/search?q=zzzzzzzz")).QuerySelector(".meant").ShouldBeNull();
        (await PageAsync(database, "/search?q=%25")).QuerySelector(".empty p")!.TextContent.ShouldBe("There is no word and no figure in it.");
    }

    [Theory, EachDatabase]
    public async Task The_archive_leads_to_lists_of_as_many_releases_as_it_says(DatabaseProvider database)
    {
        var links = (await PageAsync(database, "/news")).QuerySelectorAll("#archive li").Select(l => (Href: l.QuerySelector("a")!.GetAttribute("href")!, Count: l.QuerySelector(".muted")!.TextContent)).ToList();

        links.ShouldContain(l => l.Href.StartsWith("/news?year=2025", StringComparison.Ordinal));
        links.ShouldContain(l => l.Href == "/news?party=Microsoft");
        links.ShouldContain(l => l.Href == "/news?category=AI%20Cloud");
        links.ShouldContain(l => l.Href.StartsWith("/news?tag=", StringComparison.Ordinal));
        foreach (var (href, count) in links.Where((_, i) => i % 5 == 0).Append(links.Single(l => l.Href == "/news?party=Microsoft")))
        {
            (await PageAsync(database, href)).QuerySelector("[role=status] b")!.TextContent.ShouldStartWith(count + " release", customMessage: href);
        }
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(DatabaseProvider database, string address) =>
        new HtmlParser().ParseDocument(await (await portals.OnAsync(database)).Client.GetStringAsync(address));

    public sealed class Portals : RepositoryContent
    {
        protected override PortalOptions Options => base.Options with
        {
            Customize = b => b.Services.Configure<SearchLimits>(o => (o.Burst, o.Refill) = (10_000, 10_000)),
        };
    }
}
