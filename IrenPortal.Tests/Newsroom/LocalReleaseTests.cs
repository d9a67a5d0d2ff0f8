using IrenPortal.Newsroom.Scheduling;
using NodaTime;
using NodaTime.TimeZones;

namespace IrenPortal.Tests.Newsroom;

public sealed class LocalReleaseTests
{
    private static readonly Instant From = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2030, 1, 1, 0, 0);

    // Every change of every zone's clocks in six years, each asked in its middle, at its edges and a minute beside them.
    [Fact]
    public void A_time_that_is_skipped_or_repeated_is_refused_and_what_is_offered_exists_on_both_sides_of_it()
    {
        var cases = 0;
        foreach (var zone in TzdbDateTimeZoneSource.Default.GetIds().Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var interval in zone.GetZoneIntervals(From, To).Where(i => i.HasStart && i.Start > From))
            {
                var before = zone.GetUtcOffset(interval.Start - Duration.Epsilon);
                var shift = interval.WallOffset - before;
                if (shift == Offset.Zero)
                {
                    continue;
                }

                cases++;
                var change = interval.Start.WithOffset(shift > Offset.Zero ? before : interval.WallOffset).LocalDateTime;
                var middle = change.PlusSeconds(Math.Abs(shift.Seconds) / 2);
                var read = LocalRelease.Of(middle, zone);
                read.At.ShouldBeNull(zone.Id);
                read.Fault.ShouldContain(zone.Id);
                read.Nearest.Count.ShouldBe(2);
                foreach (var offered in read.Nearest)
                {
                    offered.ToInstant().InZone(zone).ToOffsetDateTime().ShouldBe(offered, zone.Id);
                    offered.Second.ShouldBe(0);
                }

                if (shift > Offset.Zero)
                {
                    read.Nearest[0].LocalDateTime.ShouldBe(change.PlusMinutes(-1), zone.Id);
                    read.Nearest[1].ToInstant().ShouldBe(interval.Start, zone.Id);
                }
                else
                {
                    read.Nearest.ShouldAllBe(o => o.LocalDateTime == middle);
                    (read.Nearest[1].ToInstant() - read.Nearest[0].ToInstant()).ShouldBe(Duration.FromSeconds(-shift.Seconds), zone.Id);
                }

                LocalRelease.Of(change.PlusMinutes(-1), zone).At.ShouldNotBeNull(zone.Id);
            }
        }

        cases.ShouldBeGreaterThan(500);
        TestContext.Current.SendDiagnosticMessage("{0} zone cases", cases);
    }
}
