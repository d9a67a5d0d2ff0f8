using FsCheck;
using FsCheck.Fluent;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Prices;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>What must hold whatever the returns are.</summary>
public sealed class StudyPropertyTests
{
    private static readonly Gen<int> Seeds = Gen.Choose(1, int.MaxValue);

    private static readonly Gen<double> Factors = Gen.Choose(-3_000, 3_000).Select(n => Math.Pow(10, n / 1_000.0));

    [Fact]
    public void Scaling_the_prices_of_share_or_index_changes_only_the_levels() => Holds(
        from seed in Seeds from firm in Factors from index in Factors select (seed, firm, index), drawn =>
        {
            var study = SimulatedStudy.Draw(drawn.seed, effect: 0.05);
            var scaled = study with { Firm = Scaled(study.Firm, drawn.firm), Index = Scaled(study.Index, drawn.index) };

            Differences(study, scaled).Where(d => !d.StartsWith("/raw/close_adjusted", StringComparison.Ordinal) && !d.StartsWith("/raw/previous_close", StringComparison.Ordinal)).ShouldBeEmpty();
        });

    [Fact]
    public void A_split_with_its_action_changes_nothing() => Holds(
        from seed in Seeds from day in Gen.Choose(-130, 10).Where(d => d != 0) from shares in Gen.Elements(2m, 3m, 10m, 0.1m) select (seed, day, shares), drawn =>
        {
            var study = SimulatedStudy.Draw(drawn.seed);
            var whole = study.Firm.Select(bar => new Bar(bar.Date, null, null, null, Math.Round((decimal)bar.Close, 4), (long)bar.Volume!.Value * 30)).ToList();
            var exDate = study.On(drawn.day);
            var split = whole.ConvertAll(bar => bar.Date >= exDate ? bar : bar with { Close = bar.Close * drawn.shares, Volume = (long)(bar.Volume!.Value / drawn.shares) });

            var (before, after) = (
                study with { Firm = StudySeries.From(new PriceSeries("FIRM", "USD", whole, [])).Bars },
                study with { Firm = StudySeries.From(new PriceSeries("FIRM", "USD", split, [new CorporateAction(exDate, CorporateActionKind.Split, drawn.shares)])).Bars });
            Differences(before, after).ShouldBeEmpty();
        });

    [Fact]
    public void The_sum_of_a_window_is_that_of_its_days_and_adjoining_windows_add_up() => Holds(
        from seed in Seeds from cut in Gen.Choose(1, 10) select (seed, cut), drawn =>
        {
            foreach (var model in SimulatedStudy.Draw(drawn.seed).Run().Models)
            {
                foreach (var (window, sum, _) in model.Windows)
                {
                    sum!.Value.Value.ShouldBe(window.Days.Sum(day => model.On(day)!.Abnormal.Value), 1e-14);
                }

                model.Over(EventWindow.DayZero).ShouldBe(model.On(0)!.Abnormal);
                double[] firm = [.. model.Days.Skip(5).Take(11).Select(d => d.FirmReturn)], index = [.. model.Days.Skip(5).Take(11).Select(d => d.IndexReturn)];
                var (left, right) = (model.Model.Cumulate(firm.AsSpan(0, drawn.cut), index.AsSpan(0, drawn.cut)), model.Model.Cumulate(firm.AsSpan(drawn.cut), index.AsSpan(drawn.cut)));
                (left.Value + right.Value).ShouldBe(model.Over(new EventWindow(-5, 5))!.Value.Value, 1e-14);
            }
        });

    [Fact]
    public void The_path_ends_where_the_window_does() => Holds(Seeds, seed =>
    {
        var study = SimulatedStudy.Draw(seed).Run().Headline!;

        study.PathFrom(-5)[10].Abnormal.ShouldBe(study.Over(new EventWindow(-5, 5))!.Value);
        study.PathFrom(0)[^1].Abnormal.ShouldBe(study.Over(new EventWindow(0, 10))!.Value);
        study.PathFrom(-10).Count.ShouldBe(21);
    });

    [Fact]
    public void The_order_in_which_other_events_are_given_does_not_matter() => Holds(
        Gen.Choose(-12, 12).ArrayOf(5), days =>
            SimulatedStudy.Written(SimulatedStudy.Draw(1).Run(days)).GetRawText()
                .ShouldBe(SimulatedStudy.Written(SimulatedStudy.Draw(1).Run([.. days.Reverse()])).GetRawText()));

    private static List<StudyBar> Scaled(IReadOnlyList<StudyBar> bars, double factor) =>
        [.. bars.Select(bar => bar with { Close = bar.Close * factor, AdjustedClose = bar.AdjustedClose * factor })];

    private static IReadOnlyList<string> Differences(SimulatedStudy one, SimulatedStudy other) =>
        WorkedCases.Differences(SimulatedStudy.Written(one.Run()), SimulatedStudy.Written(other.Run()));

    private static void Holds<T>(Gen<T> drawn, Action<T> check) =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20251103, 67), Prop.ForAll(drawn.ToArbitrary(), check));
}
