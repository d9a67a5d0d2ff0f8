using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.EventStudies.Panels;
using NodaTime;
using TestResult = IrenPortal.Market.EventStudies.Panels.TestResult;

namespace IrenPortal.Tests.Market.EventStudies;

public sealed class PanelPropertyTests
{
    [Fact]
    public void The_order_of_events_changes_nothing() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20251103, 67).WithMaxTest(30),
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var events = Enumerable.Range(0, 6).Select(i => Event(i, SimulatedStudy.Draw(seed + i).WithoutFirm(-20 - (7 * i)))).ToArray();
            var shuffled = events.ToArray();
            new Random(seed).Shuffle(shuffled);

            WorkedCases.Differences(Written(Panel.Of(events)), Written(Panel.Of(shuffled))).ShouldBeEmpty();
        }));

    [Fact]
    public void Overlapping_windows_are_those_that_share_a_session_with_another()
    {
        var days = new[] { 0, 2, 3, 20, 31, 32, 60, 80, 80, 100 };
        var panel = Panel.Of([.. days.Select((day, i) => Event(i, SimulatedStudy.Draw(i, on: ExchangeCalendar.UsEquities.Offset(new LocalDate(2025, 1, 2), day))))]);

        foreach (var window in EventWindow.Standard)
        {
            panel.Over(window).Overlapping.ShouldBe(days.Where((day, i) => days.Where((other, j) => i != j && Math.Abs(day - other) < window.Length).Any()).Count());
        }
    }

    // docs/event-studies.md: over a day the sum is weighed as a whole, over a window each event by its own M.
    [Fact]
    public void Patell_weighs_events_of_unequal_length()
    {
        PanelEvent[] events = [Event(0, SimulatedStudy.Draw(1)), Event(1, SimulatedStudy.Draw(2).WithoutFirm([.. Enumerable.Range(-131, 15)])), Event(2, SimulatedStudy.Draw(3).WithoutIndex(-50))];
        var panel = Panel.Of(events);
        double Scaled(PanelEvent e, int day) => e.Study.Headline!.On(day)!.Abnormal.T;
        double Variance(PanelEvent e) => (e.Study.Headline!.Model.Observations - 2.0) / (e.Study.Headline.Model.Observations - 4.0);

        events.Select(e => e.Study.Headline!.Model.Observations).ShouldBe([120, 105, 118]);
        panel.Days.Single(d => d.Window.First == 0).Patell!.Value.Statistic.ShouldBe(events.Sum(e => Scaled(e, 0)) / Math.Sqrt(events.Sum(Variance)), 1e-12);
        foreach (var window in EventWindow.Standard)
        {
            panel.Over(window).Patell!.Value.Statistic.ShouldBe(
                events.Sum(e => window.Days.Sum(day => Scaled(e, day)) / Math.Sqrt(window.Length * Variance(e))) / Math.Sqrt(3), 1e-12);
        }
    }

    [Fact]
    public void Averages_add_up_over_days()
    {
        var panel = Panel.Of([.. Enumerable.Range(1, 8).Select(seed => Event(seed, SimulatedStudy.Draw(seed, effect: 0.03)))]);

        foreach (var window in panel.Windows)
        {
            window.Mean!.Value.ShouldBe(panel.Days.Where(d => window.Window.Contains(d.Window.First)).Sum(d => d.Mean!.Value), 1e-14);
        }
    }

    // Ranks counted anew, one value against all others, as the definition has it.
    [Fact]
    public void Ranks_are_those_of_the_definition()
    {
        PanelEvent[] events = [.. Enumerable.Range(1, 3).Select(seed => Event(seed, SimulatedStudy.Draw(seed)))];
        var deviations = new double[141];
        foreach (var model in events.Select(e => e.Study.Headline!))
        {
            double[] values = [.. model.Model.Residuals, .. model.Days.Select(d => d.Abnormal.Value)];
            for (var t = 0; t < 141; t++)
            {
                deviations[t] += (values.Count(v => v < values[t]) + ((values.Count(v => v.Equals(values[t])) + 1) / 2.0) - 71) / 3;
            }
        }

        var spread = Math.Sqrt(deviations.Average(d => d * d));
        var panel = Panel.Of(events);

        panel.RankSpread.ShouldBe(spread, 1e-12);
        panel.Over(new EventWindow(0, 10)).Rank!.Value.Statistic.ShouldBe(deviations[130..141].Sum() / (Math.Sqrt(11) * spread), 1e-12);
    }

    [Fact]
    public void Without_an_effect_the_tests_of_a_panel_reject_about_as_often_as_they_say()
    {
        var measures = Enumerable.Range(0, 100)
            .Select(p => Panel.Of([.. Enumerable.Range(1, 20).Select(i => Event(i, SimulatedStudy.Draw((1_000 * p) + i)))]).Over(EventWindow.Primary)).ToList();
        double Rejected(Func<PanelMeasure, TestResult?> test) => measures.Count(m => test(m)!.Value.P < 0.05) / 100.0;

        Rejected(m => m.CrossSectional).ShouldBeInRange(0.01, 0.1);
        Rejected(m => m.MacKinlayCorrected).ShouldBeInRange(0.01, 0.1);
        Rejected(m => m.Patell).ShouldBeInRange(0.01, 0.1);
        Rejected(m => m.Bmp).ShouldBeInRange(0.01, 0.1);
        Rejected(m => m.Rank).ShouldBeInRange(0.01, 0.1);
        Rejected(m => m.GeneralizedSign).ShouldBeInRange(0.01, 0.1);
    }

    private static PanelEvent Event(int number, SimulatedStudy study) => new($"E{number}", "FIRM", study.Run());

    private static JsonElement Written(Panel panel)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            PanelJson.Write(json, panel);
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).RootElement;
    }
}
