using System.Net;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class NewsListTests(NewsListTests.Portals portals) : IClassFixture<NewsListTests.Portals>
{
    [Theory, EachDatabase]
    public async Task The_list_runs_newest_first_then_by_slug(DatabaseProvider database)
    {
        var list = await ListAsync(database, "");

        list.ShouldBe(["new-year", "eve", "b-same-time", "b-same-time-2", "deal", "first"]);
    }

    [Theory, EachDatabase]
    public async Task A_year_is_the_companys_not_that_of_UTC(DatabaseProvider database)
    {
        (await ListAsync(database, "?year=2025")).ShouldContain("eve");
        (await ListAsync(database, "?year=2026")).ShouldBe(["new-year"]);
    }

    [Theory, EachDatabase]
    public async Task Category_and_tag_ignore_case(DatabaseProvider database)
    {
        (await ListAsync(database, "?category=ai%20CLOUD")).ShouldBe(["deal"]);
        (await ListAsync(database, "?tag=MÜNCHEN")).ShouldBe(["first"]);
        (await ListAsync(database, "?tag=nvidia%20gpus&category=AI%20Cloud&year=2025")).ShouldBe(["deal"]);
        (await ListAsync(database, "?tag=unknown")).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_search_needs_every_word_wherever_it_stands(DatabaseProvider database)
    {
        (await ListAsync(database, "?q=prepayment%20SIGNED")).ShouldBe(["deal"]);
        (await ListAsync(database, "?q=prepayment%20unknownword")).ShouldBeEmpty();
        (await ListAsync(database, "?q=ﬁrst")).ShouldBe(["first"], "a ligature is its letters");
        (await ListAsync(database, "?q=100%25")).ShouldBe(["deal"], "a per cent sign is itself");
        (await ListAsync(database, "?q=d__l")).ShouldBeEmpty("an underscore is no wildcard");
    }

    [Theory, EachDatabase]
    public async Task Pages_cover_the_list_without_gap_or_repeat(DatabaseProvider database)
    {
        var all = await ListAsync(database, "");
        var pages = new List<string>();
        for (var page = 1; page <= 4; page++)
        {
            pages.AddRange(await ListAsync(database, $"?pageSize=2&page={page}"));
        }

        pages.ShouldBe(all);
        (await ListAsync(database, "?page=2147483647&pageSize=100")).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_API_refuses_what_it_cannot_read_and_a_page_ignores_it(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var plain = await portal.Client.ReceiveAsync("/news");
        foreach (var query in new[] { "year=abc", "page=0", "page=-1", "page=2147483648", "year=2025&year=2026", "q=" + new string('x', 300), "tag=a%01b" })
        {
            var refused = await portal.Client.ReceiveAsync("/api/v1/announcements?" + query);
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, query);
            refused.Headers.ShouldContain("application/problem+json");
            refused.Text.ShouldContain($"\"detail\": \"{query.Split('=')[0]} must be");
            (await portal.Client.ReceiveAsync("/news?" + query)).Body.ShouldBe(plain.Body, query);
        }

        (await portal.Client.ReceiveAsync("/api/v1/announcements?pageSize=101")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.Client.ReceiveAsync("/api/v1/prices/IREN?from=2025-02-30")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.Client.ReceiveAsync("/news?utm_source=x&unknown=1")).Body.ShouldBe(plain.Body);
    }

    private async Task<IReadOnlyList<string>> ListAsync(DatabaseProvider database, string query) =>
        (await (await portals.OnAsync(database)).Client.JsonAsync("/api/v1/announcements" + query)).Slugs();

    public sealed class Portals : SharedPortals
    {
        protected override async Task SeedAsync(TestPortal portal) => await portal.PublishAsync(
            new AnnouncementBuilder("first") { ReleasedAt = Instant.FromUtc(2024, 5, 1, 12, 0), Headline = "The first", Tags = ["München"] }.Build(),
            new AnnouncementBuilder("deal") { ReleasedAt = Instant.FromUtc(2025, 11, 3, 11, 30), Category = "AI Cloud", Tags = ["Nvidia GPUs"], Summary = "Signed.", Body = "A prepayment, 100% of it." }.Build(),
            new AnnouncementBuilder("b-same-time-2") { ReleasedAt = Instant.FromUtc(2025, 12, 1, 12, 0) }.Build(),
            new AnnouncementBuilder("b-same-time") { ReleasedAt = Instant.FromUtc(2025, 12, 1, 12, 0) }.Build(),
            new AnnouncementBuilder("eve") { ReleasedAt = Instant.FromUtc(2026, 1, 1, 4, 59) }.Build(),
            new AnnouncementBuilder("new-year") { ReleasedAt = Instant.FromUtc(2026, 1, 1, 5, 0) }.Build());
    }
}
