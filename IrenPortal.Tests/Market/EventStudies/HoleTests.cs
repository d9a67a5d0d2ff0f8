using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using NodaTime;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>Missing sessions, too few of them, returns that do not vary, and what stands in the windows.</summary>
public sealed class HoleTests
{
    private static readonly SimulatedStudy Whole = SimulatedStudy.Draw(7);

    [Theory]
    [InlineData(-60, new[] { -60, -59 })]
    [InlineData(-131, new[] { -130 })]
    [InlineData(-130, new[] { -130, -129 })]
    [InlineData(-11, new[] { -11 })]
    [InlineData(-10, new int[0])]
    public void A_missing_session_takes_its_own_return_and_the_next_and_nothing_replaces_it(int day, int[] dropped)
    {
        foreach (var study in new[] { Whole.WithoutFirm(day), Whole.WithoutIndex(day), Whole.WithoutFirm(day).WithoutIndex(day) })
        {
            var estimation = study.Run().Estimation;

            estimation.DroppedSessions.ShouldBe(dropped.Select(Whole.On));
            estimation.Observations.ShouldBe(120 - dropped.Length);
            (estimation.FirstSession, estimation.LastSession).ShouldBe((Whole.On(-130), Whole.On(-11)));
        }
    }

    [Fact]
    public void A_dropped_session_is_in_no_sum()
    {
        var study = Whole.WithoutFirm(-60).Run().Headline!;
        var bars = Whole.Firm.Zip(Whole.Index).ToList();
        var pairs = Enumerable.Range(1, 120).Where(i => SimulatedStudy.First + i is not (-60 or -59))
            .Select(i => (Firm: (bars[i].First.Close / bars[i - 1].First.Close) - 1, Index: (bars[i].Second.Close / bars[i - 1].Second.Close) - 1)).ToList();

        study.Model.Observations.ShouldBe(118);
        study.Model.DegreesOfFreedom.ShouldBe(116);
        study.Model.IndexMean!.Value.ShouldBe(pairs.Average(p => p.Index), 1e-15);
        study.Model.Beta.ShouldBe(
            pairs.Sum(p => (p.Index - pairs.Average(q => q.Index)) * p.Firm) / pairs.Sum(p => Math.Pow(p.Index - pairs.Average(q => q.Index), 2)), 1e-12);
    }

    [Fact]
    public void A_window_with_a_hole_is_never_summed_over_the_rest()
    {
        var study = Whole.WithoutIndex(0).Run();

        study.Status.ShouldBe(StudyStatus.Partial);
        foreach (var model in study.Models)
        {
            model.Windows.Select(w => w.Sum is null).ShouldBe([true, true, true, true]);
            model.Windows.Select(w => string.Join(' ', w.MissingDays)).ShouldBe(["0", "0 1", "0 1", "0 1"]);
            model.Days.Select(d => d.Day).ShouldBe(Enumerable.Range(-10, 21).Except([0, 1]));
        }

        study.Raw.SimpleReturn.ShouldNotBeNull();
        study.Raw.IndexReturn.ShouldBeNull();
        var written = SimulatedStudy.Written(study).GetProperty("models").GetProperty("market").GetProperty("simple").GetProperty("car").GetProperty("(-5,5)");
        written.GetRawText().ShouldBe("""{"status":"not_available","missing_days":[0,1]}""");
    }

    [Fact]
    public void Days_still_to_come_leave_the_windows_that_have_passed()
    {
        var study = Whole.WithoutFirm([.. Enumerable.Range(4, 7)]).Run();

        study.Status.ShouldBe(StudyStatus.Partial);
        study.Headline!.Windows.Select(w => string.Join(' ', w.MissingDays)).ShouldBe(["", "", "4 5", "4 5 6 7 8 9 10"]);
        study.Headline.Over(EventWindow.Primary).ShouldBe(Whole.Run().Headline!.Over(EventWindow.Primary));
        study.Raw.WindowReturns.Select(w => w.Return is null).ShouldBe([false, false, true, true]);
    }

    [Fact]
    public void Days_outside_every_window_leave_a_study_whole() =>
        Whole.WithoutFirm(-8).Run().ShouldSatisfyAllConditions(s => s.Status.ShouldBe(StudyStatus.Ok), s => s.Headline!.Days.Count.ShouldBe(19));

    [Fact]
    public void A_hundred_observations_are_enough_and_99_are_not()
    {
        int[] Until(int last) => [.. Enumerable.Range(SimulatedStudy.First, last - SimulatedStudy.First + 1)];
        var (enough, few) = (Whole.WithoutFirm(Until(-112)).Run(), Whole.WithoutFirm(Until(-111)).Run());

        (enough.Status, enough.Estimation.Observations).ShouldBe((StudyStatus.Ok, 100));
        (few.Status, few.Estimation.Observations).ShouldBe((StudyStatus.Refused, 99));
        few.Refusal.ShouldBe(new StudyRefusal("INSUFFICIENT_HISTORY", 99, 100));
        few.Models.ShouldBeEmpty();
        few.Headline.ShouldBeNull();
        few.Raw.SimpleReturn.ShouldBe(enough.Raw.SimpleReturn);
    }

    [Fact]
    public void Returns_that_do_not_vary_are_refused()
    {
        var flat = Whole.Index.Select(bar => bar with { Close = 400, AdjustedClose = 400 }).ToList();
        var growing = Whole.Firm.Select((bar, i) => bar with { Close = 40, AdjustedClose = 40 * Math.Pow(1.001, i) }).ToList();
        foreach (var degenerate in new[] { Whole with { Index = flat }, Whole with { Firm = flat }, Whole with { Firm = Whole.Index }, Whole with { Firm = growing } })
        {
            var study = degenerate.Run();

            study.Status.ShouldBe(StudyStatus.Refused);
            study.Refusal.ShouldBe(new StudyRefusal("DEGENERATE_RETURNS", 120, 100));
            SimulatedStudy.Written(study).GetProperty("models").EnumerateObject().ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_series_without_a_bar_is_refused()
    {
        var study = (Whole with { Firm = [], Index = [] }).Run();

        study.Refusal.ShouldBe(new StudyRefusal("INSUFFICIENT_HISTORY", 0, 100));
        SimulatedStudy.Written(study).GetProperty("raw").GetRawText().ShouldBe("""{"volume_observations":0,"event_session_is_early_close":false,"window_return_compounded":{}}""");
    }

    [Fact]
    public void The_first_sessions_of_the_calendar_have_none_before_them()
    {
        var calendar = ExchangeCalendar.UsEquities;
        var study = StudyRun.Of(new StudySeries("A", []), new StudySeries("B", []), ReleaseMoment.On(calendar.Offset(new LocalDate(1998, 1, 2), 40), ReleaseTiming.BeforeOpen), calendar, []);

        study.Estimation.ShouldSatisfyAllConditions(e => e.CalendarSessions.ShouldBe(30), e => e.FirstSession.ShouldBeNull(), e => e.DroppedSessions.Count.ShouldBe(30));
    }

    [Fact]
    public void An_early_close_is_told()
    {
        SimulatedStudy.Draw(3, on: new LocalDate(2024, 11, 29)).Run().Raw.IsEarlyClose.ShouldBeTrue();
        SimulatedStudy.Draw(3, on: new LocalDate(2024, 12, 2)).Run().Raw.IsEarlyClose.ShouldBeFalse();
    }

    [Fact]
    public void Volumes_that_are_unknown_are_not_zero()
    {
        var study = (Whole with { Firm = [.. Whole.Firm.Select((bar, i) => i % 2 == 0 ? bar with { Volume = null } : bar)] }).Run().Raw;
        var known = Whole.Firm.Where((bar, i) => i % 2 == 1 && i is >= 1 and <= 120).Select(bar => bar.Volume!.Value).ToList();

        (study.VolumeObservations, study.UsualVolume).ShouldBe((known.Count, known.Average()));
    }

    [Fact]
    public void A_date_alone_is_told_as_such()
    {
        var moment = ReleaseMoment.On(new LocalDate(2025, 6, 19), ReleaseTiming.DateOnly);
        var study = StudyRun.Of(new StudySeries("FIRM", Whole.Firm), new StudySeries("INDEX", Whole.Index), moment, ExchangeCalendar.UsEquities, []);

        SimulatedStudy.Written(study).GetProperty("alignment").GetRawText().ShouldBe(
            """{"announced_at_utc":"2025-06-19T04:00:00Z","announced_at_new_york":"2025-06-19T00:00:00-04:00","timing":"non_session_day","event_session":"2025-06-20","time_unknown":true}""");
    }

    [Theory]
    [InlineData(0, "(0,0) (-1,1) (-5,5) (0,10)")]
    [InlineData(-1, "(-1,1) (-5,5)")]
    [InlineData(1, "(-1,1) (-5,5) (0,10)")]
    [InlineData(-5, "(-5,5)")]
    [InlineData(5, "(-5,5) (0,10)")]
    [InlineData(-6, "")]
    [InlineData(6, "(0,10)")]
    [InlineData(10, "(0,10)")]
    [InlineData(11, "")]
    [InlineData(-60, "")]
    public void Another_announcement_flags_the_windows_that_it_stands_in_ends_included(int day, string flagged)
    {
        var study = Whole.Run(day);

        string.Join(' ', EventWindow.Standard.Where(study.IsFlagged).Select(w => w.Name)).ShouldBe(flagged);
        study.Confounding.ShouldBe([new ConfoundingEvent(null, Whole.On(day), day)]);
        study.Headline!.Windows.ShouldAllBe(w => w.Sum != null);
    }
}
