using System.Text;
using System.Text.Json;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.EventStudies.Panels;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>The published panel of four events, and what becomes of flagged, refused and single ones.</summary>
public sealed class PanelCaseTests
{
    private static readonly JsonElement Asked = WorkedCases.Json("S02-small-panel/panel.json");

    [Fact]
    public void The_panel_gives_every_expected_number()
    {
        var panel = Panel.Of(Events());

        WorkedCases.Differences(WorkedCases.Json("S02-small-panel/expected.json"), Written(panel, "S02")).ShouldBeEmpty();
    }

    [Fact]
    public void A_flagged_event_stays_unless_it_is_asked_to_go_and_then_only_from_its_windows()
    {
        var events = Events(flagFirstOnDay: 4);

        var kept = Panel.Of(events);
        var without = Panel.Of(events, excludeFlagged: true);

        kept.Over(EventWindow.Primary).Events.ShouldBe(4);
        kept.Over(new EventWindow(0, 10)).ShouldSatisfyAllConditions(w => w.Events.ShouldBe(4), w => w.Flagged.ShouldBe(1));
        without.Over(EventWindow.Primary).ShouldBe(kept.Over(EventWindow.Primary));
        without.Over(new EventWindow(0, 10)).ShouldSatisfyAllConditions(w => w.Events.ShouldBe(3), w => w.Flagged.ShouldBe(1));
        without.Over(new EventWindow(0, 10)).Mean!.Value.ShouldBe(events.Skip(1).Average(e => e.Study.Headline!.Over(new EventWindow(0, 10))!.Value.Value), 1e-15);
        without.Days.Single(d => d.Window.First == 4).Events.ShouldBe(3);
    }

    [Fact]
    public void A_single_event_has_no_cross_sectional_test()
    {
        var alone = Panel.Of([Events()[0]]).Over(EventWindow.DayZero);

        alone.CrossSectional.ShouldBeNull();
        alone.Bmp.ShouldBeNull();
        alone.Mean.ShouldNotBeNull();
        alone.SignExact!.Value.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void The_interval_of_a_mean_is_that_of_the_cross_sectional_test()
    {
        var primary = Panel.Of(Events()).Over(EventWindow.Primary);
        var (low, high) = primary.Interval(1 - primary.CrossSectional!.Value.P)!.Value;

        (primary.Mean!.Value > 0 ? low : high).ShouldBe(0, 1e-9);
        ((low + high) / 2).ShouldBe(primary.Mean!.Value, 1e-12);
        Panel.Of([Events()[0]]).Over(EventWindow.Primary).Interval().ShouldBeNull();
        Panel.Of([]).Over(EventWindow.Primary).Interval().ShouldBeNull();
    }

    [Fact]
    public void The_mean_path_ends_at_the_mean_of_the_paths_and_leaves_out_flagged_ones_on_request()
    {
        var events = Events(flagFirstOnDay: 4);
        var ends = events.ConvertAll(e => e.Study.Headline!.PathFrom(-10)[^1].Abnormal.Value);

        Panel.Of(events).Path().ShouldSatisfyAllConditions(p => p.Events.ShouldBe(4), p => p.Points.Count.ShouldBe(21), p => p.Points[^1].Mean.ShouldBe(ends.Average(), 1e-12));
        Panel.Of(events, excludeFlagged: true).Path().ShouldSatisfyAllConditions(p => p.Events.ShouldBe(3), p => p.Points[^1].Mean.ShouldBe(ends.Skip(1).Average(), 1e-12));
        Panel.Of([events[0]]).Path().Points[^1].Interval().ShouldBeNull();
        Panel.Of([]).Path().Points.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, 2, 2)]
    [InlineData(3, 0, 2)]
    [InlineData(10, 0, 2)]
    [InlineData(11, 0, 0)]
    public void Windows_overlap_when_events_stand_nearer_than_their_length(int sessionsApart, int overInThree, int overInEleven)
    {
        var calendar = ExchangeCalendar.UsEquities;
        var first = calendar.OnOrAfter(new NodaTime.LocalDate(2014, 4, 1));
        var panel = Panel.Of([.. new[] { first, calendar.Offset(first, sessionsApart) }
            .Select(day => new PanelEvent(day.ToString("R", null), "AAPL", Study("AAPL", calendar.OpenInstant(day).ToString(), [])))]);

        panel.Over(EventWindow.Primary).Overlapping.ShouldBe(overInThree);
        panel.Over(new EventWindow(0, 10)).Overlapping.ShouldBe(overInEleven);
    }

    [Fact]
    public void A_refused_study_is_named_and_counted_nowhere()
    {
        var events = Events();
        var refused = new PanelEvent("short", "AAPL", Study("AAPL", "2013-10-28T16:30:00-04:00", []));

        var panel = Panel.Of([.. events, refused]);

        panel.Refused.ShouldBe([refused]);
        panel.Over(EventWindow.DayZero).ShouldBe(Panel.Of(events).Over(EventWindow.DayZero));
        Written(panel, "S02").GetProperty("refused")[0].GetProperty("code").GetString().ShouldBe(StudyRefusal.InsufficientHistory);
    }

    [Fact]
    public void A_panel_of_nothing_has_no_figures()
    {
        var none = Panel.Of([]);

        none.PositiveShare.ShouldBeNull();
        none.Over(EventWindow.Primary).ShouldSatisfyAllConditions(w => w.Mean.ShouldBeNull(), w => w.Rank.ShouldBeNull(), w => w.Sign.ShouldBeNull());
        Written(none, "none").GetProperty("N").GetInt32().ShouldBe(0);
    }

    private static List<PanelEvent> Events(int? flagFirstOnDay = null) =>
    [
        .. Asked.GetProperty("events").EnumerateArray().Select((e, i) => new PanelEvent(
            e.GetProperty("id").GetString()!, e.GetProperty("ticker").GetString()!,
            Study(e.GetProperty("ticker").GetString()!, e.GetProperty("announced_at").GetString()!, i == 0 && flagFirstOnDay is { } day ? [day] : []))),
    ];

    private static EventStudy Study(string ticker, string announcedAt, IReadOnlyList<int> othersOnDays)
    {
        var (calendar, moment) = (ExchangeCalendar.UsEquities, WorkedCases.Moment(announcedAt));
        return StudyRun.Of(
            WorkedCases.Series($"S02-small-panel/prices/{ticker}.csv"), WorkedCases.Series("S02-small-panel/prices/SPY.csv"), moment, calendar,
            [.. othersOnDays.Select(day => new OtherEvent(ReleaseMoment.At(calendar.OpenInstant(calendar.Offset(moment.Day0(calendar), day)))))]);
    }

    private static JsonElement Written(Panel panel, string id)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            PanelJson.Write(json, panel, id);
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
    }
}
