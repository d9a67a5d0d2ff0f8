using FsCheck;
using FsCheck.Fluent;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Tests.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Market.Reactions;

public sealed class ScalingTests
{
    private static readonly ReleaseMoment Moment = ReleaseMoment.On(new LocalDate(2024, 5, 8), ReleaseTiming.BeforeOpen);

    [Fact]
    public void Scaling_all_prices_changes_no_fraction()
    {
        var closes = Gen.Choose(100, 100_000).Select(cents => cents / 100m + 1).ArrayOf(40);
        var scale = Gen.Choose(1, 1_000_000).Select(n => n / 1_000m);

        Check.One(Config.QuickThrowOnFailure.WithReplay(20251103, 67), Prop.ForAll(closes.ToArbitrary(), scale.ToArbitrary(), (prices, factor) =>
        {
            var series = SmallSeries.Closes(prices).With(
                new CorporateAction(new LocalDate(2024, 5, 8), CorporateActionKind.Split, 3));
            var scaled = series.Replacing(bar => bar with
            {
                Open = bar.Open * factor, High = bar.High * factor, Low = bar.Low * factor, Close = bar.Close * factor,
            });

            var pairs = Fractions(series).Zip(Fractions(scaled)).ToList();
            return pairs.Count == 39 && pairs.All(pair => Math.Abs(pair.First - pair.Second) < 1e-18m);
        }));
    }

    private static List<decimal> Fractions(PriceSeries series)
    {
        var reaction = RawReaction.Compute(series, series, Moment, ExchangeCalendar.UsEquities, []);
        var day0 = reaction.Day0!;
        return
        [
            .. new[] { day0.Open!.Fraction, day0.High!.Fraction, day0.Low!.Fraction, day0.Close.Fraction, day0.BenchmarkFraction }
                .Concat([reaction.TwoSessions.FirmFraction, reaction.ThreeSessions.FirmFraction])
                .Concat(reaction.Window.SelectMany(day => new[] { day.FirmReturn, day.FirmCumulative }))
                .OfType<decimal>(),
        ];
    }
}
