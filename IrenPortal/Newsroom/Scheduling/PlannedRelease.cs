using IrenPortal.Market.Calendar;
using IrenPortal.Ui.Formats;
using NodaTime;
using NodaTime.TimeZones;

namespace IrenPortal.Newsroom.Scheduling;

/// <summary>A release time with all that helps to see whether it is the right one.</summary>
/// <param name="At">The instant.</param>
/// <param name="Zone">The company's zone.</param>
public sealed record PlannedRelease(Instant At, DateTimeZone Zone)
{
    private static readonly DateTimeZone Sydney = DateTimeZoneProviders.Tzdb["Australia/Sydney"];

    private ZonedDateTime Here => At.InZone(Zone);

    /// <summary>The date on the company's clock.</summary>
    public LocalDate Date => Here.Date;

    /// <summary>The time on the company's clock.</summary>
    public LocalTime Time => Here.TimeOfDay;

    /// <summary>In UTC, in words.</summary>
    public string InUtc => Format.Moment(At, DateTimeZone.Utc);

    /// <summary>In Sydney, where the company has its other office, in words.</summary>
    public string InSydney => $"{Format.Date(At.InZone(Sydney).Date)}, {Format.Clock(At.InZone(Sydney).TimeOfDay)}";

    /// <summary>The session whose return is the first to react; null outside the exchange calendar.</summary>
    public LocalDate? Day0 => ReleaseMoment.At(At).TryDay0(ExchangeCalendar.UsEquities);

    /// <summary>A note where the zone's clocks change within a week of the release; null elsewhere.</summary>
    public string? ClockNote
    {
        get
        {
            var interval = Zone.GetZoneInterval(At);
            var near = Duration.FromDays(7);
            return interval switch
            {
                { HasStart: true } when At - interval.Start <= near => Note(interval, interval.Start),
                { HasEnd: true } when interval.End - At <= near => Note(Zone.GetZoneInterval(interval.End), interval.End),
                _ => null,
            };
        }
    }

    private string Note(ZoneInterval changed, Instant change)
    {
        var way = changed.WallOffset > Zone.GetUtcOffset(change - Duration.Epsilon) ? "forward" : "back";
        var when = change < At ? "put its clocks" : "puts its clocks";
        return $"{Zone.Id.Split('/')[^1].Replace('_', ' ')} {when} {way} on {Format.Date(change.InZone(Zone).Date)}. This is {Format.Clock(Time)} at UTC{Here.Offset.ToString("+HH:mm", null)}.";
    }
}
