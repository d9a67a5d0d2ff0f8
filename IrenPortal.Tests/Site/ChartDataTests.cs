using IrenPortal.Market.Prices;
using IrenPortal.Site.Published;
using IrenPortal.Site.Stock;
using NodaTime;

namespace IrenPortal.Tests.Site;

/// <summary>What the chart's script is given.</summary>
public sealed class ChartDataTests
{
    private static readonly Lazy<ChartMarkers> OfShipped = new(Marked);

    private static ChartMarkers Markers => OfShipped.Value;

    [Fact]
    public void A_series_has_every_bar_in_lists_of_one_length()
    {
        var series = ChartSeries.Of(Shipped.Firm, "IREN Limited");

        series.Dates.ShouldBe(Shipped.Firm.Bars.Select(b => b.Date));
        series.Open.ShouldBe(Shipped.Firm.Bars.Select(b => b.Open));
        series.Close.ShouldBe(Shipped.Firm.Bars.Select(b => b.Close));
        series.Volume.ShouldBe(Shipped.Firm.Bars.Select(b => b.Volume));
    }

    [Fact]
    public void A_series_is_in_shares_of_its_newest_session_and_leaves_out_what_no_bar_has()
    {
        var split = new PriceSeries("IREN", "USD",
            [new Bar(new LocalDate(2026, 9, 24), null, null, null, 100, 10), new Bar(new LocalDate(2026, 9, 25), null, null, null, 34, null)],
            [new CorporateAction(new LocalDate(2026, 9, 25), CorporateActionKind.Split, 3)]);
        var series = ChartSeries.Of(split, "IREN");

        series.Close.ShouldBe([33.333333m, 34m]);
        series.Volume.ShouldBe([30L, null]);
        series.Open.ShouldBeNull();
    }

    [Fact]
    public void A_release_is_marked_on_its_session_with_its_move_and_what_the_benchmark_does_not_explain()
    {
        var release = Markers.Announcements.Single(m => m.Url == "/news/microsoft-ai-cloud-contract");

        (release.Session, release.Category, release.When, release.Timing).ShouldBe((new LocalDate(2025, 11, 3), "AI Cloud", "3 Nov 2025", "Before the open"));
        release.Day0.Firm.ShouldBe(0.115226m);
        release.Day0.Benchmark.ShouldBe(0.004785m);
        new[] { release.Day0.Abnormal!.Value, release.Day0.Abnormal.Low, release.Day0.Abnormal.High }.Select(v => Math.Round(v, 3)).ShouldBe([0.091, -0.011, 0.192]);
        release.ThreeSessions.ShouldBeNull();
    }

    [Fact]
    public void With_the_time_of_day_unknown_three_sessions_stand_beside_day_0()
    {
        var unknown = Markers.Announcements.Where(m => m.Timing == "Time of day not known").ToList();

        unknown.ShouldNotBeEmpty();
        unknown.ShouldAllBe(m => m.ThreeSessions!.Firm != null && m.ThreeSessions.Abnormal != null);
    }

    [Fact]
    public void Numbers_are_those_of_the_page()
    {
        Markers.Announcements.Select(m => m.Number).ShouldBeInOrder();
        Markers.Announcements.Select(m => (m.Number, m.Headline)).ShouldBe(Shipped.Book().Releases.Reverse().Select(r => (r.Number, r.Headline)));
    }

    [Fact]
    public void An_event_stands_on_its_day_or_on_the_next_session()
    {
        Markers.Events.Select(e => e.Session).ShouldBeInOrder();
        var meeting = Markers.Events.Single(e => e.Url == "/events#2025-11-19-annual-general-meeting");
        meeting.Session.ShouldBe(new LocalDate(2025, 11, 19));
        meeting.When.ShouldStartWith("19 Nov 2025");
    }

    private static ChartMarkers Marked()
    {
        var zone = DateTimeZoneProviders.Tzdb[Shipped.Set.Company!.Zone];
        return ChartMarkers.Of(Shipped.Site() with
        {
            Events = [.. Shipped.Set.Events.Select(e => new PublishedEvent(1, e.StartsAt ?? zone.AtStartOfDay(e.StartDate!.Value).ToInstant(), e, "", 1, default)).OrderByDescending(e => e.Begins)],
        });
    }
}
