using IrenPortal.Content;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Events;

/// <summary>An event as lists show it.</summary>
/// <param name="Event">Its fields.</param>
/// <param name="BodyHtml">Its text, rendered by the allow-list renderer; may be empty.</param>
public sealed record EventView(EventDocument Event, string BodyHtml)
{
    /// <summary>True for what is not public: it has no file of its own.</summary>
    public bool IsDraft { get; init; }

    /// <summary>When it was called off; null while it stands and for a draft.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Its first day in a zone.</summary>
    public LocalDate Day(DateTimeZone zone) => Event.StartDate ?? Event.StartsAt!.Value.InZone(zone).Date;

    /// <summary>When it is, in words: a day, some days, or a time in the zone.</summary>
    public string When(DateTimeZone zone) => Event switch
    {
        { StartsAt: { } start, EndsAt: { } end } when start.InZone(zone).Date == end.InZone(zone).Date =>
            $"{Format.Date(start.InZone(zone).Date)}, {Format.Clock(start.InZone(zone).TimeOfDay)} to {Format.Time(end, zone)}",
        { StartsAt: { } start, EndsAt: { } end } => $"{Format.Moment(start, zone)} to {Format.Moment(end, zone)}",
        { StartsAt: { } start } => Format.Moment(start, zone),
        { StartDate: { } first, EndDate: { } last } when last != first => $"{Format.Date(first)} to {Format.Date(last)}",
        _ => Format.Date(Event.StartDate!.Value),
    };

    /// <summary>The beginning for machines: an instant in UTC, or a plain date.</summary>
    public string Machine => Event.StartsAt is { } start ? Format.Machine(start) : Format.Machine(Event.StartDate!.Value);
}
