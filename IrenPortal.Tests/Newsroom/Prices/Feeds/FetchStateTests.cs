using IrenPortal.Newsroom.Prices.Feeds;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices.Feeds;

/// <summary>When sources are asked, and what failures lead to.</summary>
public sealed class FetchStateTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 16, 16, 0);

    [Theory]
    [InlineData("60", 60, 0)]
    [InlineData("close+30", null, 30)]
    [InlineData("Close+0", null, 0)]
    public void Times_are_read(string text, int? every, int afterClose) => FetchTimes.Parse(text)
        .ShouldBe(new FetchTimes(every is { } minutes ? Duration.FromMinutes(minutes) : null, Duration.FromMinutes(afterClose)));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("10081")]
    [InlineData("close")]
    [InlineData("close-5")]
    [InlineData("hourly")]
    public void What_is_no_time_is_not_read(string text) => FetchTimes.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("2026-09-16T16:00:00Z", "2026-09-16T20:30:00Z")]
    [InlineData("2026-09-16T20:29:59Z", "2026-09-16T20:30:00Z")]
    [InlineData("2026-09-16T20:30:00Z", "2026-09-17T20:30:00Z")]
    [InlineData("2026-09-18T21:00:00Z", "2026-09-21T20:30:00Z")]
    [InlineData("2026-11-26T12:00:00Z", "2026-11-27T18:30:00Z")]
    [InlineData("2026-11-27T19:00:00Z", "2026-11-30T21:30:00Z")]
    public void After_each_close_is_after_early_closes_and_over_clock_changes_too(string now, string next) => FetchTimes.Default
        .Next(NodaTime.Text.InstantPattern.ExtendedIso.Parse(now).Value).ShouldBe(NodaTime.Text.InstantPattern.ExtendedIso.Parse(next).Value);

    [Fact]
    public void Pauses_grow_with_failures_until_the_breaker_opens()
    {
        var state = FetchState.Start(Now);
        var pauses = new List<double>();
        for (var failure = 1; failure <= FetchState.MostFailures; failure++)
        {
            state.IsDue(state.Next).ShouldBeTrue();
            state.Breaker.ShouldBe(BreakerState.Closed);
            state = state.Begun().Failed(Now, chance: 1);
            pauses.Add((state.Next - Now).TotalMinutes);
        }

        pauses.ShouldBe([1, 2, 4, 8, 60]);
        state.Breaker.ShouldBe(BreakerState.Open);
        state.IsDue(Now + Duration.FromMinutes(59)).ShouldBeFalse();
    }

    [Fact]
    public void Chance_shortens_a_pause_by_at_most_a_half() =>
        new[] { 0, 0.5, 1 }.Select(chance => (FetchState.Start(Now).Failed(Now, chance).Next - Now).TotalSeconds).ShouldBe([30, 45, 60]);

    [Fact]
    public void An_open_breaker_lets_one_look_through_and_closes_when_that_works()
    {
        var open = new FetchState(Now, FetchState.MostFailures, BreakerState.Open);

        var tried = open.Begun();

        tried.Breaker.ShouldBe(BreakerState.HalfOpen);
        tried.Failed(Now, 1).Breaker.ShouldBe(BreakerState.Open);
        FetchState.Succeeded(Now + Duration.FromHours(1)).ShouldBe(new FetchState(Now + Duration.FromHours(1), 0, BreakerState.Closed));
    }

    [Fact]
    public void Somebody_in_a_hurry_is_not_kept_by_a_pause() => FetchState.Start(Now).Failed(Now, 1).Hurried(Now).IsDue(Now).ShouldBeTrue();
}
