using System.Globalization;
using IrenPortal.Data.Public;
using IrenPortal.Site.Timeliness;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class TimelinessTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 20, 11, 30);

    [Fact]
    public async Task Releases_made_here_stand_with_their_lag_and_history_has_none()
    {
        ReleaseRecord[] releases = [Record("late", CommandOrigin.Scheduled, 250), Record("soon", CommandOrigin.AtOnce, 40), Record("old", CommandOrigin.Imported, 9_000_000)];

        var page = await Render.Document<TimelinessPage>(("Chrome", Sample.Chrome), ("Releases", releases));

        page.QuerySelectorAll("tbody tr").Select(r => r.Words()).ShouldBe(
            ["Headline of late 20 Nov 2026, 06:30 ET 20 Nov 2026, 06:30 ET 250 ms", "Headline of soon At once 20 Nov 2026, 06:30 ET 40 ms"]);
        page.QuerySelector("#releases .right").Words().ShouldBe("2 made here, 1 brought in");
        page.QuerySelector(".facts").Words().ShouldContain("Longest 250 ms");
    }

    [Fact]
    public void Ranks_are_those_of_scheduled_releases_alone()
    {
        var lags = Enumerable.Range(1, 200).Select(ms => Record($"r{ms.ToString(CultureInfo.InvariantCulture)}", CommandOrigin.Scheduled, ms));

        Punctuality.Of([.. lags, Record("at-once", CommandOrigin.AtOnce, 5_000)]).ShouldBe(
            new Punctuality(200, Duration.FromMilliseconds(101), Duration.FromMilliseconds(198), Duration.FromMilliseconds(200)));
        Punctuality.Of([Record("old", CommandOrigin.Imported, 1)]).ShouldBeNull();
    }

    [Theory]
    [InlineData("import-0f", CommandOrigin.Imported)]
    [InlineData("scheduled-0f-3-1", CommandOrigin.Scheduled)]
    [InlineData("desk-0f-a", CommandOrigin.AtOnce)]
    public void A_command_tells_where_it_came_from(string key, CommandOrigin origin) => CommandKeys.OriginOf(key).ShouldBe(origin);

    private static ReleaseRecord Record(string slug, CommandOrigin origin, int milliseconds) =>
        new(slug, "Headline of " + slug, Due, Due + Duration.FromMilliseconds(milliseconds), origin);
}
