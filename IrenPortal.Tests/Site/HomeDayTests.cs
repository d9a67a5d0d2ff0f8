using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.Home;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Tests.Testing;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Site;

/// <summary>The results of fiscal 2026 were told on Thursday 27 August 2026 at 17:00 in New York.</summary>
public sealed class HomeDayTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static readonly PublishedSite Site = Shipped.Site() with
    {
        Events = [.. Shipped.Set.Events.Select(e => new PublishedEvent(1, e.StartsAt ?? NewYork.AtStartOfDay(e.StartDate!.Value).ToInstant(), e, "", 1, Instant.MinValue)).OrderByDescending(e => e.Begins)],
    };

    [Theory]
    [InlineData("2026-08-26T19:59:59Z", null, null)]
    [InlineData("2026-08-26T20:00:00Z", "2026-08-27-fy26-results", null)]
    [InlineData("2026-08-27T20:59:59Z", "2026-08-27-fy26-results", null)]
    [InlineData("2026-08-27T21:00:00Z", null, "2026-08-27-fy26-results")]
    [InlineData("2026-08-28T19:59:59Z", null, "2026-08-27-fy26-results")]
    [InlineData("2026-08-28T20:00:00Z", null, null)]
    public void An_event_is_told_from_the_close_before_its_day_to_the_close_after_it(string at, string? coming, string? begun)
    {
        var day = DayAt(at, lead: null);

        day.Coming.Select(e => e.Event.Slug).ShouldBe(coming is null ? [] : [coming]);
        day.Begun.Select(e => e.Event.Slug).ShouldBe(begun is null ? [] : [begun]);
        day.IsQuiet.ShouldBe(coming is null && begun is null);
    }

    [Fact]
    public async Task A_release_that_no_session_could_answer_says_which_one_will()
    {
        var card = new CardView(
            "new", "Just released", "Summary", ReleaseMoment.On(new LocalDate(2026, 8, 27), ReleaseTiming.AfterClose), "Results",
            new CardMove(ReactionState.NotTradedYet, new LocalDate(2026, 8, 28), null, null, false));

        var day = DayAt("2026-08-27T21:30:00Z", card);
        var page = await Render.Document<HomePage>(("View", new HomeView { Chrome = Sample.Chrome, Lead = card, Day = day }));

        page.QuerySelector(".release .answers").Words().ShouldBe("Not traded on yet. The first session that can answer it is that of 28 Aug 2026.");
        page.QuerySelector("aside.day").Words().ShouldStartWith("27 Aug 2026, 17:00 ET Fiscal 2026 results and call");
        DayAt("2026-08-28T20:00:00Z", card).Answers.ShouldBeNull("the session has closed, only its prices are missing");
    }

    private static HomeDay DayAt(string at, CardView? lead) =>
        HomeDay.Of(new SiteMoment(Site, InstantPattern.ExtendedIso.Parse(at).Value, Instant.MaxValue, new Uri("https://ir.example")), lead);
}
