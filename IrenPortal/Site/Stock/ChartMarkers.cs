using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Site.Events;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Site.Stock.Reactions;
using NodaTime;

namespace IrenPortal.Site.Stock;

/// <summary>What the chart marks: releases and calendar entries, each with the session at which it stands. Returns are fractions.</summary>
/// <param name="Firm">Symbol of the share.</param>
/// <param name="Benchmark">Symbol of the benchmark.</param>
/// <param name="Announcements">The releases whose day may be shown, oldest first.</param>
/// <param name="Events">The calendar entries with a session that the calendar knows, oldest first.</param>
public sealed record ChartMarkers(string Firm, string Benchmark, IReadOnlyList<AnnouncementMarker> Announcements, IReadOnlyList<EventMarker> Events)
{
    private const int Decimals = 6;

    /// <summary>The marks of the site at one version.</summary>
    public static ChartMarkers Of(PublishedSite site)
    {
        var calendar = site.CalendarOf(site.Company.Ticker);
        return new ChartMarkers(
            site.Company.Ticker, site.Company.Benchmark,
            [.. site.Measures.Releases.Where(r => r.Shown is not null).OrderBy(r => r.Number).Select(r => Marker(r, calendar))],
            [.. site.Events.Reverse().Where(e => !e.Document.Withdrawn).Select(e => Marker(e.Document, site.Zone, calendar)).OfType<EventMarker>()]);
    }

    private static AnnouncementMarker Marker(MeasuredRelease release, ExchangeCalendar calendar)
    {
        var reaction = release.Reaction!;
        return new AnnouncementMarker(
            release.Number, release.Headline, "/news/" + release.Slug, release.Category,
            ReleaseWords.When(release.Moment, calendar.Zone), ReleaseWords.Timing(release.Moment, calendar), reaction.Session,
            new ChartMove(Rounded(release.Shown!.Close.Fraction), Rounded(release.Shown.BenchmarkFraction), ChartEstimate.Of(release.Abnormal(EventWindow.DayZero))),
            reaction.TimeUnknown
                ? new ChartMove(Rounded(reaction.ThreeSessions.FirmFraction), Rounded(reaction.ThreeSessions.BenchmarkFraction), ChartEstimate.Of(release.Abnormal(EventWindow.Primary)))
                : null);
    }

    private static EventMarker? Marker(EventDocument document, DateTimeZone zone, ExchangeCalendar calendar)
    {
        var view = new EventView(document, "");
        var day = view.Day(zone);
        return calendar.Covers(day) && day < calendar.Last
            ? new EventMarker(document.Title, "/events#" + document.Slug, view.When(zone), calendar.OnOrAfter(day))
            : null;
    }

    private static decimal? Rounded(decimal? fraction) => fraction is { } f ? decimal.Round(f, Decimals) : null;
}

/// <summary>A release on the chart.</summary>
/// <param name="Number">Its number in the table of releases.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Url">Its page.</param>
/// <param name="Category">Its category.</param>
/// <param name="When">Its date, with the time where that is known.</param>
/// <param name="Timing">The part of the trading day in words.</param>
/// <param name="Session">The first session that could react.</param>
/// <param name="Day0">The move of that session.</param>
/// <param name="ThreeSessions">The move over the session before, it and the next, where only the date of the release is known.</param>
public sealed record AnnouncementMarker(
    int Number, string Headline, string Url, string Category, string When, string Timing, LocalDate Session, ChartMove Day0, ChartMove? ThreeSessions);

/// <summary>A calendar entry on the chart.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Url">Its place in the calendar.</param>
/// <param name="When">Its day or time in words.</param>
/// <param name="Session">The session on that day, or the next one.</param>
public sealed record EventMarker(string Title, string Url, string When, LocalDate Session);

/// <summary>Moves from close to close, and what the benchmark does not explain of them.</summary>
/// <param name="Firm">The share's.</param>
/// <param name="Benchmark">The benchmark's.</param>
/// <param name="Abnormal">The difference from what the market model expects; null where there is no estimate.</param>
public sealed record ChartMove(decimal? Firm, decimal? Benchmark, ChartEstimate? Abnormal);

/// <summary>An estimate with its 95 % range.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The lower end of the range.</param>
/// <param name="High">The upper end.</param>
public sealed record ChartEstimate(double Value, double Low, double High)
{
    private const int Decimals = 6;

    /// <summary>Rounded to what a reader is shown and a few digits more; null of none.</summary>
    public static ChartEstimate? Of(Estimate? estimate)
    {
        if (estimate is not { } e)
        {
            return null;
        }

        var (low, high) = e.Interval();
        return new ChartEstimate(Math.Round(e.Value, Decimals), Math.Round(low, Decimals), Math.Round(high, Decimals));
    }
}
