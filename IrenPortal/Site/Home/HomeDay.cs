using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.Events;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Site.Home;

/// <summary>
/// What sets a day apart from a quiet one: an event up to the close of the next session, one that has begun since the session
/// before, a newest release that no session could answer yet. A function of the page day alone.
/// </summary>
/// <param name="Coming">Events up to the next session, the next one first.</param>
/// <param name="Begun">Events that have begun since the last session's day, the newest first.</param>
/// <param name="Answers">The session that is the first to react to the newest release; null once it has closed, or where there are no prices.</param>
public sealed record HomeDay(IReadOnlyList<EventView> Coming, IReadOnlyList<EventView> Begun, LocalDate? Answers)
{
    /// <summary>A day like others.</summary>
    public static HomeDay Quiet { get; } = new([], [], null);

    /// <summary>Whether the page has nothing to say of the day.</summary>
    public bool IsQuiet => Coming.Count == 0 && Begun.Count == 0;

    /// <summary>The day of a page.</summary>
    /// <param name="moment">The moment of the page.</param>
    /// <param name="lead">The newest release; null before the first.</param>
    public static HomeDay Of(SiteMoment moment, CardView? lead)
    {
        var calendar = ExchangeCalendar.UsEquities;
        var last = moment.LastClosedSession;
        var next = calendar.Next(last);
        return new HomeDay(
            [.. EventEndpoints.Expected(moment).Where(e => e.Day(moment.Site.Zone) <= next)],
            [.. EventEndpoints.Past(moment).Where(e => !e.Event.Withdrawn && e.Day(moment.Site.Zone) >= last)],
            lead?.Move is { State: ReactionState.NotTradedYet, Session: var session } && session > last ? session : null);
    }
}
