using System.Globalization;
using System.Text.Json;
using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Tests.Testing;
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
