using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Site.Feeds.Hubs;

/// <summary>One feed that a hub is to be told of.</summary>
/// <param name="Hub">Whom.</param>
/// <param name="Topic">The feed's path and query.</param>
/// <param name="Due">Not before.</param>
/// <param name="Failures">How often it failed.</param>
public sealed record HubPing(Uri Hub, string Topic, Instant Due, int Failures);

/// <summary>
/// What hubs are still to be told of, by what is public. Kept in memory alone: a start tells of every feed once, since nothing
/// knows what a crash left unsaid, and a hub compares what it fetches.
/// </summary>
public sealed class HubQueue(IReadOnlyList<Uri> hubs)
{
    /// <summary>From the commit until every replica (1 s) and every cache on the way (1 s) has the new feed: a hub that asks sooner would find the old one.</summary>
    public static readonly Duration Settling = Duration.FromSeconds(2);

    /// <summary>Tries before a hub is given up until the next release; with the pauses between them more than five hours.</summary>
    public const int MostTries = 15;

    private static readonly Duration FirstPause = Duration.FromSeconds(5);
    private static readonly Duration LongestPause = Duration.FromHours(1);
    private readonly Dictionary<(Uri Hub, string Topic), HubPing> _waiting = [];
    private PublishedSite? _last;

    /// <summary>Queues the feeds that a newer site changed.</summary>
    public void Saw(PublishedSite site, Instant now)
    {
        if (ReferenceEquals(site, _last))
        {
            return;
        }

        foreach (var topic in TopicsOf(_last, site))
        {
            foreach (var hub in hubs)
            {
                _waiting[(hub, topic)] = new HubPing(hub, topic, now + Settling, 0);
            }
        }

        _last = site;
    }

    /// <summary>What is due, by hub.</summary>
    public IReadOnlyList<IGrouping<Uri, HubPing>> Due(Instant now) => [.. _waiting.Values.Where(p => p.Due <= now).OrderBy(p => p.Topic, StringComparer.Ordinal).GroupBy(p => p.Hub)];

    /// <summary>A hub took it.</summary>
    public void Done(HubPing ping) => _waiting.Remove((ping.Hub, ping.Topic));

    /// <summary>A hub didn't; false where it is given up.</summary>
    public bool Failed(HubPing ping, Instant now)
    {
        var failures = ping.Failures + 1;
        if (failures >= MostTries)
        {
            Done(ping);
            return false;
        }

        _waiting[(ping.Hub, ping.Topic)] = ping with { Due = now + PauseAfter(failures), Failures = failures };
        return true;
    }

    /// <summary>Twice as long after each failure.</summary>
    public static Duration PauseAfter(int failures) => Duration.Min(LongestPause, FirstPause * Math.Pow(2, failures - 1));

    /// <summary>The feeds that differ between two sites: those of everything, and those of each category that a changed announcement is or was in.</summary>
    public static IReadOnlyList<string> TopicsOf(PublishedSite? before, PublishedSite now)
    {
        var known = before is null || before.Version > now.Version ? [] : All(before).ToDictionary(a => a.Slug, StringComparer.Ordinal);
        string[] categories =
        [
            .. All(now).Where(a => known.GetValueOrDefault(a.Slug)?.Number != a.Number)
                .SelectMany(a => new[] { a.Document.Category, known.GetValueOrDefault(a.Slug)?.Document.Category ?? a.Document.Category })
                .Distinct(StringComparer.Ordinal),
        ];
        return categories.Length == 0
            ? []
            : [.. categories.Select(c => new NewsQuery(Category: c)).Prepend(new NewsQuery()).SelectMany(q => FeedAddresses.Formats.Select(f => f.Href(q)))];
    }

    private static IEnumerable<PublishedAnnouncement> All(PublishedSite site) => site.Announcements.Concat(site.WithdrawnAnnouncements);
}
