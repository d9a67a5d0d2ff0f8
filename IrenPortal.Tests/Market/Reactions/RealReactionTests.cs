using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Tests.Market.Data;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Market.Reactions;

/// <summary>The portal's own prices against figures worked out elsewhere.</summary>
public sealed class RealReactionTests
{
    private static readonly PriceSeries Iren = RepositoryFiles.Prices("IREN");
    private static readonly PriceSeries Qqq = RepositoryFiles.Prices("QQQ");

    [Fact]
    public void The_day_of_the_Microsoft_contract()
    {
        var reaction = React(new LocalDate(2025, 11, 3), ReleaseTiming.BeforeOpen);

        reaction.State.ShouldBe(ReactionState.Complete);
        reaction.PreviousSession.ShouldBe(new LocalDate(2025, 10, 31));
        var day0 = reaction.Day0.ShouldNotBeNull();
        day0.PreviousClose.ShouldBe(60.75m);
        (day0.Open!.Price, Percent(day0.Open.Fraction)).ShouldBe((73.07m, 20.3m));
        (day0.High!.Price, Percent(day0.High.Fraction)).ShouldBe((75.73m, 24.7m));
        (day0.Low!.Price, Percent(day0.Low.Fraction)).ShouldBe((64.38m, 6.0m));
        (day0.Close.Price, Percent(day0.Close.Fraction)).ShouldBe((67.75m, 11.5m));
        day0.Volume.ShouldBe(80_440_700);
        day0.UsualVolumeSessions.ShouldBe(120);
        Math.Round(day0.VolumeMultiple!.Value, 1).ShouldBe(2.8m);
        Percent(day0.BenchmarkFraction).ShouldBe(0.5m);
        reaction.TimeUnknown.ShouldBeFalse();
        reaction.EarlyClose.ShouldBeFalse();
    }

    [Fact]
    public void The_sessions_around_the_Microsoft_contract()
    {
        var window = React(new LocalDate(2025, 11, 3), ReleaseTiming.BeforeOpen).Window;

        window.Count.ShouldBe(21);
        window.Where(day => day.RelativeDay is >= -2 and <= 4).Select(day => Math.Round(day.FirmReturn!.Value * 100, 2))
            .ShouldBe([-3.64m, 4.35m, 11.52m, -1.65m, 14.68m, -12.37m, -6.84m]);
        window.Where(day => day.RelativeDay is >= -2 and <= 4).Select(day => Math.Round(day.BenchmarkReturn!.Value * 100, 2))
            .ShouldBe([-1.53m, 0.48m, 0.48m, -2.03m, 0.65m, -1.86m, -0.32m]);
        window[^1].FirmCumulative.ShouldBe(window.Sum(day => day.FirmReturn));
        window[0].FirmCumulative.ShouldBe(window[0].FirmReturn);
    }

    [Theory]
    [InlineData("2024-07-11", "before_close", "2024-07-11", 11.20, -13.2, -2.2)]
    [InlineData("2024-12-06", "before_close", "2024-12-06", 15.39, 8.8, 0.9)]
    [InlineData("2025-07-03", "before_close", "2025-07-03", 16.82, 7.4, 1.0)]
    [InlineData("2025-08-28", "after_close", "2025-08-29", 26.48, 14.9, -1.2)]
    [InlineData("2025-09-22", "before_close", "2025-09-22", 41.90, 8.4, 0.5)]
    [InlineData("2025-11-03", "before_open", "2025-11-03", 67.75, 11.5, 0.5)]
    [InlineData("2025-11-06", "after_close", "2025-11-07", 62.38, -6.8, -0.3)]
    [InlineData("2025-12-01", "after_close", "2025-12-02", 41.12, -15.2, 0.8)]
    [InlineData("2026-02-05", "after_close", "2026-02-06", 41.83, 5.1, 2.1)]
    [InlineData("2026-03-04", "after_close", "2026-03-05", 40.125, -8.5, -0.3)]
    [InlineData("2026-05-01", "before_close", "2026-05-01", 45.66, 0.3, 1.0)]
    [InlineData("2026-05-05", "date_only", "2026-05-05", 54.74, 10.6, 1.3)]
    [InlineData("2026-05-07", "after_close", "2026-05-08", 61.20, 7.7, 2.3)]
    [InlineData("2026-05-26", "after_close", "2026-05-27", 67.84, 13.5, -0.1)]
    [InlineData("2026-06-01", "before_close", "2026-06-01", 65.33, 2.8, 0.6)]
    [InlineData("2026-06-03", "before_close", "2026-06-03", 65.48, -1.7, -0.3)]
    [InlineData("2026-06-15", "before_close", "2026-06-15", 60.85, 1.8, 3.1)]
    [InlineData("2026-07-20", "before_close", "2026-07-20", 40.20, 19.6, 0.1)]
    [InlineData("2026-08-13", "before_close", "2026-08-13", 44.76, 2.5, 1.2)]
    [InlineData("2026-08-27", "after_close", "2026-08-28", 35.45, -12.5, -0.6)]
    public void Every_announcement_of_the_timeline_moved_as_recorded(
        string date, string timing, string session, double close, double iren, double qqq)
    {
        var reaction = React(LocalDatePattern.Iso.Parse(date).Value, ReleaseTimings.Parse(timing)!.Value);

        LocalDatePattern.Iso.Format(reaction.Session).ShouldBe(session);
        reaction.Day0!.Close.Price.ShouldBe((decimal)close);
        Percent(reaction.Day0.Close.Fraction).ShouldBe((decimal)iren);
        Percent(reaction.Day0.BenchmarkFraction).ShouldBe((decimal)qqq);
    }

    [Fact]
    public void The_Dell_order_of_unknown_time_shows_the_sessions_around_it_too()
    {
        var reaction = React(new LocalDate(2026, 5, 26), ReleaseTiming.DateOnly);

        reaction.TimeUnknown.ShouldBeTrue();
        reaction.Day0!.Close.Price.ShouldBe(59.78m);
        Percent(reaction.Day0.Close.Fraction).ShouldBe(5.2m);
        reaction.TwoSessions.FirmFraction.ShouldBe(67.84m / reaction.Day0.PreviousClose - 1);
        var beforeThat = Iren.LastBefore(reaction.PreviousSession!.Value)!.Close;
        reaction.ThreeSessions.FirmFraction.ShouldBe(67.84m / beforeThat - 1);
        reaction.ThreeSessions.BenchmarkFraction.ShouldNotBeNull();
    }

    private static Reaction React(LocalDate date, ReleaseTiming timing) => RawReaction.Compute(
        Iren, Qqq, ReleaseMoment.On(date, timing), ExchangeCalendar.UsEquities, []);

    private static decimal Percent(decimal? fraction) => Math.Round(fraction!.Value * 100, 1, MidpointRounding.AwayFromZero);
}
