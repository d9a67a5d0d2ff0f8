using FsCheck;
using FsCheck.Fluent;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Investments;
using IrenPortal.Market.Prices;
using IrenPortal.Tests.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Market.Investments;

/// <summary>What holds for any closes: 30 sessions, a dividend on the tenth and one on the twentieth.</summary>
public sealed class InvestmentPropertyTests
{
    private const int Sessions = 30;
    private static readonly ExchangeCalendar Us = ExchangeCalendar.UsEquities;
    private static readonly Gen<decimal[]> Closes = Gen.Choose(100, 100_000).Select(cents => cents / 100m).ArrayOf(Sessions);
    private static readonly Gen<decimal> Amounts = Gen.Choose(1, 1_000_000_000).Select(cents => cents / 100m);
    private static readonly Gen<DividendUse> Uses = Gen.Elements(DividendUse.Reinvested, DividendUse.Cash, DividendUse.LeftOut);

    private static LocalDate Session(int n) => Us.Offset(SmallSeries.LastSession, n - Sessions + 1);

    [Fact]
    public void A_split_changes_no_value() => Holds(Closes, Uses, Gen.Choose(2, 100), (closes, use, ratio) =>
    {
        var whole = Paying(closes);
        var split = whole.Replacing(b => b.Date < Session(15) ? b : b with { Close = b.Close / ratio }).With(
            [.. whole.Actions.Select(a => a.ExDate < Session(15) ? a : a with { Value = a.Value / ratio }), new CorporateAction(Session(15), CorporateActionKind.Split, ratio)]);

        var (one, other) = (Path(whole, 1_000, use), Path(split, 1_000, use));
        return one.Points.Zip(other.Points).All(p => Near(p.First.Value, p.Second.Value)) && Near(one.End.Shares * ratio, other.End.Shares);
    });

    [Fact]
    public void Two_amounts_become_what_their_sum_becomes() => Holds(Closes, Uses, Amounts, (closes, use, amount) =>
    {
        var series = Paying(closes);
        var (one, other, both) = (Path(series, amount, use), Path(series, 777, use), Path(series, amount + 777, use));
        return both.Points.Select(p => p.Value).Zip(one.Points.Zip(other.Points, (a, b) => a.Value + b.Value)).All(p => Near(p.First, p.Second))
            && Near(both.Dividends, one.Dividends + other.Dividends);
    });

    [Fact]
    public void Without_dividends_it_is_the_ratio_of_the_closes_whatever_is_done_with_them() => Holds(Closes, Uses, Amounts, (closes, use, amount) =>
    {
        var path = Path(SmallSeries.Closes(closes), amount, use);
        return path.Points.Select(p => p.Value).Zip(closes).All(p => Near(p.First, amount * p.Second / closes[0])) && path.Start.Value == amount;
    });

    [Fact]
    public void Dividends_never_make_it_less() => Holds(Closes, Amounts, Gen.Choose(0, 99), (closes, amount, cents) =>
    {
        var series = Paying(closes, cents / 100m);
        var price = Path(series, amount, DividendUse.LeftOut);
        return new[] { DividendUse.Reinvested, DividendUse.Cash }.All(use => Path(series, amount, use).Points.Zip(price.Points).All(p => p.First.Value >= p.Second.Value));
    });

    [Fact]
    public void Selling_and_buying_again_at_the_same_close_changes_nothing_where_dividends_are_reinvested() => Holds(Closes, Amounts, Gen.Choose(0, Sessions - 1), (closes, amount, day) =>
    {
        var series = Paying(closes);
        var first = InvestmentPath.Compute(series, Us, amount, Session(0), Session(day), DividendUse.Reinvested)!;
        var second = InvestmentPath.Compute(series, Us, first.End.Value, Session(day), Session(Sessions - 1), DividendUse.Reinvested)!;
        return Near(second.End.Value, Path(series, amount, DividendUse.Reinvested).End.Value);
    });

    [Fact]
    public void A_missing_session_is_named_and_changes_no_other_value() => Holds(Closes, Uses, Gen.Choose(1, Sessions - 2), (closes, use, day) =>
    {
        var series = SmallSeries.Closes(closes);
        var (full, gap) = (Path(series, 500, use), Path(series.Without(Session(day)), 500, use));
        return gap.Missing.SequenceEqual([Session(day)]) && gap.Points.SequenceEqual(full.Points.Where(p => p.Date != Session(day)));
    });

    [Fact]
    public void The_worst_fall_and_the_best_rise_are_those_of_all_pairs() => Holds(Closes, Amounts, Uses, (closes, amount, use) =>
    {
        var points = Path(Paying(closes), amount, use).Points;
        var pairs = points.SelectMany((from, i) => points.Skip(i + 1).Select(to => (to.Value / from.Value) - 1)).ToList();
        return (ValueSwing.WorstFall(points)?.Fraction ?? 0) == Math.Min(0, pairs.Min()) && (ValueSwing.BestRise(points)?.Fraction ?? 0) == Math.Max(0, pairs.Max());
    });

    private static PriceSeries Paying(decimal[] closes, decimal dividend = 0.5m) => SmallSeries.Closes(closes).With(
        new CorporateAction(Session(10), CorporateActionKind.Dividend, dividend), new CorporateAction(Session(20), CorporateActionKind.Dividend, dividend / 2));

    private static InvestmentPath Path(PriceSeries series, decimal amount, DividendUse use) =>
        InvestmentPath.Compute(series, Us, amount, Session(0), Session(Sessions - 1), use)!;

    private static bool Near(decimal one, decimal other) => Math.Abs(one - other) <= 1e-12m * Math.Max(1, Math.Abs(other));

    private static void Holds<TA, TB, TC>(Gen<TA> a, Gen<TB> b, Gen<TC> c, Func<TA, TB, TC, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20211117, 41), Prop.ForAll(a.ToArbitrary(), b.ToArbitrary(), c.ToArbitrary(), (x, y, z) => property(x, y, z)));
}
