using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using IrenPortal.Data.Public;
using NodaTime;

namespace IrenPortal.Site.Published;

/// <summary>By which way a reader got something.</summary>
public enum ReadChannel
{
    /// <summary>Its own page.</summary>
    Page = 0,

    /// <summary>A list of its kind, or the home page.</summary>
    List = 1,

    /// <summary>The API.</summary>
    Api = 2,
}

/// <summary>When readers of this process first got an edition. A channel without a reader yet is null.</summary>
/// <param name="CommittedAt">When the store took the edition.</param>
/// <param name="Page">First GET of its page.</param>
/// <param name="List">First GET of a list that knows it.</param>
/// <param name="Api">First GET by the API.</param>
public sealed record FirstRead(Instant CommittedAt, Instant? Page, Instant? List, Instant? Api)
{
    /// <summary>Whole milliseconds from the commit to a first read, by this machine's clock.</summary>
    public long Milliseconds(Instant read) => Math.Max(0, (long)(read - CommittedAt).TotalMilliseconds);
}

/// <summary>
/// Notes in the process that serves when an edition that came in while it ran was first read. In memory, for the newest editions;
/// a request costs a look at a list that is empty most of the time. Also the metric
/// <c>irenportal.release.first_read</c>, in milliseconds after the commit.
/// </summary>
public sealed class FirstReads
{
    private const int Most = 200;
    private static readonly ReadChannel[] Channels = Enum.GetValues<ReadChannel>();
    private readonly TimeProvider _time;
    private readonly Histogram<double> _after;
    private ImmutableArray<Entry> _known = [];
    private ImmutableArray<Entry> _unread = [];

    /// <summary>Makes the metric.</summary>
    public FirstReads(TimeProvider time, IMeterFactory meters)
    {
        _time = time;
        _after = meters.Create("IrenPortal.Site").CreateHistogram<double>(
            "irenportal.release.first_read", "ms", "From the commit of an edition to its first read, by page, list or API.");
    }

    /// <summary>What was noted of an edition; null for one that came before this process, or long ago.</summary>
    public FirstRead? Of(long number) => _known.FirstOrDefault(e => e.Number == number)?.Noted();

    /// <summary>Notes a GET that was answered.</summary>
    /// <param name="kind">What the address shows.</param>
    /// <param name="channel">By which way.</param>
    /// <param name="slug">Of which document; null for a list.</param>
    /// <param name="storeVersion">The store version of the answer.</param>
    public void Saw(EditionKind kind, ReadChannel channel, string? slug, long storeVersion)
    {
        var unread = _unread;
        foreach (var entry in unread)
        {
            if (entry.Kind != kind || entry.Number > storeVersion || (slug is not null && entry.Slug != slug))
            {
                continue;
            }

            var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
            if (entry.Note(channel, now))
            {
                _after.Record(
                    Math.Max(0, now - entry.CommittedAt.ToUnixTimeMilliseconds()),
                    new("channel", channel.ToString().ToLowerInvariant()), new("kind", kind.ToString().ToLowerInvariant()));
                if (entry.IsRead)
                {
                    ImmutableInterlocked.Update(ref _unread, static (all, read) => all.Remove(read), entry);
                }
            }
        }
    }

    /// <summary>Takes up what a newer site has and the one before had not; the first site of a process is no news.</summary>
    internal void Arrived(PublishedSite? before, PublishedSite now)
    {
        if (before is null || now.Version <= before.Version)
        {
            return;
        }

        Entry[] arrived = [.. All(now).Where(e => e.Number > before.Version).OrderByDescending(e => e.Number).Take(Most)];
        ImmutableInterlocked.Update(ref _known, static (all, more) => [.. more.Concat(all).Take(Most)], arrived);
        ImmutableInterlocked.Update(ref _unread, static (all, more) => [.. more.Concat(all).Take(Most)], arrived);
    }

    private static IEnumerable<Entry> All(PublishedSite site) =>
    [
        .. site.Announcements.Concat(site.WithdrawnAnnouncements).Select(a => new Entry(EditionKind.Announcement, a.Slug, a.Number, a.CommittedAt)),
        .. site.Contracts.Concat(site.WithdrawnContracts).Select(c => new Entry(EditionKind.Contract, c.Document.Slug, c.Number, c.CommittedAt)),
        .. site.Events.Select(e => new Entry(EditionKind.Event, e.Document.Slug, e.Number, e.CommittedAt)),
        .. site.Pages.Concat(site.WithdrawnPages).Select(p => new Entry(EditionKind.Page, p.Document.Slug, p.Number, p.CommittedAt)),
    ];

    private sealed class Entry(EditionKind kind, string slug, long number, Instant committedAt)
    {
        private readonly long[] _reads = new long[Channels.Length];

        public EditionKind Kind => kind;

        public string Slug => slug;

        public long Number => number;

        public Instant CommittedAt => committedAt;

        // Events have no page and no answer of their own, pages no list and no API: what readers can't ask for is never waited for.
        public bool IsRead => Array.TrueForAll(Channels, c => At(c) is not null || kind switch
        {
            EditionKind.Event => c is ReadChannel.Page,
            EditionKind.Page => c is not ReadChannel.Page,
            _ => false,
        });

        public bool Note(ReadChannel channel, long now) => Interlocked.CompareExchange(ref _reads[(int)channel], now, 0) == 0;

        public FirstRead Noted() => new(committedAt, At(ReadChannel.Page), At(ReadChannel.List), At(ReadChannel.Api));

        private Instant? At(ReadChannel channel) => Interlocked.Read(ref _reads[(int)channel]) is var at and > 0 ? Instant.FromUnixTimeMilliseconds(at) : null;
    }
}
