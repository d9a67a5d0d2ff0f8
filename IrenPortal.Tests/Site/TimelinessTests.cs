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
        ReleaseRecord[] releases =
        [
            Record("late", CommandOrigin.Scheduled, 250, Timing(300, 1200, 12_500)), Record("elsewhere", CommandOrigin.Scheduled, 9, Timing(null, 0, null)), Record("soon", CommandOrigin.AtOnce, 40),
            Record("old", CommandOrigin.Imported, 9_000_000),
        ];

        var page = await Render.Document<TimelinessPage>(("Chrome", Sample.Chrome), ("Releases", releases));

        page.QuerySelectorAll("tbody tr").Select(r => r.Words()).ShouldBe(
        [
            "Headline of late 20 Nov 2026, 06:30 ET 20 Nov 2026, 06:30 ET 250 ms 300 ms 1,200, the last after 12.5 s",
            "Headline of elsewhere 20 Nov 2026, 06:30 ET 20 Nov 2026, 06:30 ET 9 ms Not measured None",
            "Headline of soon At once 20 Nov 2026, 06:30 ET 40 ms Not yet on record Not yet on record",
        ]);
        page.QuerySelector("#releases .right").Words().ShouldBe("3 made here, 1 brought in");
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

    private static ReleaseRecord Record(string slug, CommandOrigin origin, int milliseconds, EditionTiming? timing = null) =>
        new(slug, "Headline of " + slug, Due, Due + Duration.FromMilliseconds(milliseconds), origin, timing);

    private static EditionTiming Timing(int? firstRead, int mails, int? lastMail) => new()
    {
        EditionNumber = 1,
        Number = 2,
        FirstReadAt = firstRead is { } read ? Due + Duration.FromMilliseconds(read) : null,
        Mails = mails,
        FirstMailAt = lastMail is null ? null : Due + Duration.FromSeconds(1),
        LastMailAt = lastMail is { } last ? Due + Duration.FromMilliseconds(last) : null,
    };
}
