using System.Globalization;
using System.Text.Json;
using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Tests.Testing;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Site;

public sealed class ReactionApiTests(RepositoryContent portals, SharedPortals empty) : IClassFixture<RepositoryContent>, IClassFixture<SharedPortals>
{
    private const string Microsoft = "/api/v1/announcements/microsoft-ai-cloud-contract/reaction";

    [Theory, EachDatabase]
    public async Task The_day_and_the_study_of_the_Microsoft_contract(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var reaction = await portal.Client.JsonAsync(Microsoft);

        reaction.GetProperty("firm").GetString().ShouldBe("IREN");
        reaction.GetProperty("benchmark").GetString().ShouldBe("QQQ");
        reaction.GetProperty("pricesAsOf").GetString().ShouldBe("2026-09-28");
        var day0 = reaction.GetProperty("day0");
        day0.GetProperty("session").GetString().ShouldBe("2025-11-03");
        new[] { "previousClose", "open", "high", "low", "close", "volume" }.Select(name => day0.GetProperty(name).GetDecimal())
            .ShouldBe([60.75m, 73.07m, 75.73m, 64.38m, 67.75m, 80_440_700m]);

        var market = reaction.GetProperty("study").GetProperty("models").GetProperty("market").GetProperty("simple");
        market.GetProperty("params").GetProperty("beta").GetDouble().ShouldBe(1.609, 0.0005);
        market.GetProperty("params").GetProperty("sigma").GetDouble().ShouldBe(0.05106, 0.000005);
        market.GetProperty("car").GetProperty("(0,0)").GetProperty("p_corrected").GetDouble().ShouldBe(0.080, 0.0005);
        market.GetProperty("car").GetProperty("(0,10)").GetProperty("car").GetDouble().ShouldBe(-0.330, 0.0005);
    }

    [Theory, EachDatabase]
    public async Task What_the_page_does_not_know_changes_nothing(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var plain = await portal.Client.ReceiveAsync("/stock/reactions");

        foreach (var query in new[] { "?category=Nobody", "?sort=9&dir=up", "?window=1,2", "?flagged=keep&view=table&window=-1,1", "?page=3&x=%00" })
        {
            (await portal.Client.ReceiveAsync("/stock/reactions" + query)).Sha256.ShouldBe(plain.Sha256, query);
        }

        (await portal.Client.ReceiveAsync("/stock/reactions?category=results")).Sha256.ShouldBe((await portal.Client.ReceiveAsync("/stock/reactions?category=Results")).Sha256);
    }

    [Theory, EachDatabase]
    public async Task Both_views_travel_light(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var address in new[] { "/stock/reactions", "/stock/reactions?view=charts&window=0,10" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "gzip" } } };
            using var answer = await portal.Client.SendAsync(request);

            answer.Content.Headers.ContentLength!.Value.ShouldBeLessThan(40 * 1024, address);
        }
    }

    [Theory, EachDatabase]
    public async Task The_list_says_the_same_as_the_study_of_each(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var list = await portal.Client.JsonAsync("/api/v1/reactions?pageSize=100");
        var microsoft = list.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("slug").GetString() == "microsoft-ai-cloud-contract");
        var study = (await portal.Client.JsonAsync("/api/v1/announcements/microsoft-ai-cloud-contract/reaction")).GetProperty("study");
        var primary = microsoft.GetProperty("windows")[1];

        list.Slugs().ShouldBe((await portal.Client.JsonAsync("/api/v1/announcements?pageSize=100")).Slugs());
        primary.GetProperty("window").GetString().ShouldBe("(-1,1)");
        study.GetProperty("models").GetProperty("market").GetProperty("simple").GetProperty("params").GetProperty("beta").GetDouble().ShouldBe(microsoft.GetProperty("beta").GetDouble());
        microsoft.GetProperty("day0").GetProperty("session").GetString().ShouldBe("2025-11-03");
        (await portal.Client.JsonAsync("/api/v1/reactions?category=ai%20cloud&pageSize=3&page=2")).ShouldSatisfyAllConditions(
            l => l.GetProperty("total").GetInt32().ShouldBe(4), l => l.GetProperty("items").GetArrayLength().ShouldBe(1));
        (await portal.Client.ReceiveAsync("/api/v1/reactions?page=0")).Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Theory, EachDatabase]
    public async Task Its_study_is_what_the_downloads_and_the_other_announcements_give(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var list = (await portal.Client.JsonAsync("/api/v1/announcements?pageSize=100")).GetProperty("items").EnumerateArray().ToList();
        var moments = new Dictionary<string, ReleaseMoment>(StringComparer.Ordinal);
        foreach (var slug in list.Select(item => item.GetProperty("slug").GetString()!))
        {
            moments[slug] = MomentOf(await portal.Client.JsonAsync($"/api/v1/announcements/{slug}"));
        }

        var (firm, index) = (await DownloadAsync(portal, "IREN"), await DownloadAsync(portal, "QQQ"));
        foreach (var (slug, moment) in moments)
        {
            var study = StudyRun.Of(
                firm, index, moment, ExchangeCalendar.UsEquities, [.. moments.Where(o => o.Key != slug).Select(o => new OtherEvent(o.Value, o.Key))]);
            using var written = new MemoryStream();
            using (var json = new Utf8JsonWriter(written))
            {
                StudyJson.Write(json, study, ExchangeCalendar.UsEquities);
            }

            var answered = (await portal.Client.JsonAsync($"/api/v1/announcements/{slug}/reaction")).GetProperty("study");
            JsonElement.DeepEquals(answered, JsonDocument.Parse(written.ToArray()).RootElement).ShouldBeTrue(slug);
        }
    }

    [Theory, EachDatabase]
    public async Task What_is_not_known_is_null(DatabaseProvider database)
    {
        var portal = await empty.OnAsync(database);
        var before = new AnnouncementBuilder("before-any-price").Build();
        await portal.PublishAsync(before);
        var bare = await portal.Client.JsonAsync("/api/v1/announcements/before-any-price/reaction");

        bare.GetProperty("pricesAsOf").ValueKind.ShouldBe(JsonValueKind.Null);
        bare.GetProperty("study").ValueKind.ShouldBe(JsonValueKind.Null);
        bare.GetProperty("day0").GetProperty("session").GetString().ShouldBe("2025-11-03");
        bare.GetProperty("day0").GetProperty("close").ValueKind.ShouldBe(JsonValueKind.Null);

        foreach (var symbol in new[] { bare.GetProperty("firm").GetString()!, bare.GetProperty("benchmark").GetString()! })
        {
            await portal.PublishAsync(new PricesItem(symbol, [.. ExchangeCalendar.UsEquities.Sessions(new(2025, 10, 1), new(2025, 11, 3)).Select((day, i) => new BarItem(day, null, null, null, 40 + i, null))]));
        }

        var young = await portal.Client.JsonAsync("/api/v1/announcements/before-any-price/reaction");
        young.GetProperty("day0").GetProperty("previousClose").GetDecimal().ShouldBe(62);
        young.GetProperty("day0").GetProperty("open").ValueKind.ShouldBe(JsonValueKind.Null);
        young.GetProperty("study").GetProperty("status").GetString().ShouldBe("refused");
        young.GetProperty("study").GetProperty("refusal").GetProperty("valid_observations").GetInt32().ShouldBe(12);
    }

    [Theory, EachDatabase]
    public async Task The_sessions_as_CSV_are_those_of_the_study(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var market = (await portal.Client.JsonAsync(Microsoft)).GetProperty("study").GetProperty("models").GetProperty("market").GetProperty("simple");
        var csv = await portal.Client.ReceiveAsync("/news/microsoft-ai-cloud-contract/reaction.csv");
        var lines = csv.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');

        csv.Headers.ShouldContain("Content-Type: text/csv; charset=utf-8");
        lines.Length.ShouldBe(22);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            var day = market.GetProperty("ar").GetProperty(cells[0]);
            Cell("Session").ShouldBe(day.GetProperty("session").GetString());
            double.Parse(Cell("ExpectedReturn"), CultureInfo.InvariantCulture).ShouldBe(day.GetProperty("expected_return").GetDouble());
            double.Parse(Cell("AbnormalReturn"), CultureInfo.InvariantCulture).ShouldBe(day.GetProperty("ar").GetDouble());
            double.Parse(Cell("AbnormalError"), CultureInfo.InvariantCulture).ShouldBe(day.GetProperty("se_corrected").GetDouble());
            double.Parse(Cell("FirmReturn"), CultureInfo.InvariantCulture).ShouldBe(day.GetProperty("firm_return").GetDouble(), 1e-12);

            string Cell(string name) => cells[Array.IndexOf(columns, name)];
        }

        lines[11].ShouldStartWith("0,2025-11-03,67.75,80440700,2.78");
        lines[15].ShouldEndWith(",q1-fy26-results");
    }

    [Theory, EachDatabase]
    public async Task A_reaction_without_prices_has_no_CSV(DatabaseProvider database)
    {
        var portal = await empty.OnAsync(database);
        await portal.PublishAsync(new AnnouncementBuilder("long-ago") { ReleasedAt = Instant.FromUtc(1990, 1, 2, 12, 0) }.Build());

        (await portal.Client.ReceiveAsync("/news/long-ago/reaction.csv")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        var reaction = await portal.Client.JsonAsync("/api/v1/announcements/long-ago/reaction");
        reaction.GetProperty("day0").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static ReleaseMoment MomentOf(JsonElement announcement)
    {
        var released = InstantPattern.ExtendedIso.Parse(announcement.GetProperty("releasedAt").GetString()!).Value;
        return ReleaseTimings.Parse(announcement.GetProperty("timing").GetString()!) is { } timing and not ReleaseTiming.Exact
            ? ReleaseMoment.On(released.InZone(ExchangeCalendar.UsEquities.Zone).Date, timing)
            : ReleaseMoment.At(released);
    }

    private static async Task<StudySeries> DownloadAsync(TestPortal portal, string symbol) => new(
        symbol,
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line =>
        {
            var cells = line.Split(',');
            var close = double.Parse(cells[4], CultureInfo.InvariantCulture);
            return new StudyBar(LocalDatePattern.Iso.Parse(cells[0]).Value, close, close, double.Parse(cells[5], CultureInfo.InvariantCulture));
        }));
}
