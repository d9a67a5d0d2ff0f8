using System.Collections.Concurrent;
using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using IrenPortal.Site.Search;
using IrenPortal.Site.Stock.Reactions;
using NodaTime;

namespace IrenPortal.Site.Published;

/// <summary>
/// Everything public at one store version, texts and files aside: those are read by the number of their edition, which
/// never changes. Immutable, so whatever is built from one of these is consistent.
/// </summary>
public sealed record PublishedSite
{
    private readonly ConcurrentDictionary<string, Reaction?> _reactions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EventStudy?> _studies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StudySeries> _series = new(StringComparer.Ordinal);
    private ReactionBook? _measures;
    private NewsArchive? _archive;
    private SearchCatalog? _searchable;

    /// <summary>The ledger's last number.</summary>
    public required long Version { get; init; }

    /// <summary>The ledger's last entry; null in an empty store.</summary>
    public required LedgerHead? Head { get; init; }

    /// <summary>The company and its listing.</summary>
    public required CompanyProfile Company { get; init; }

    /// <summary>Newest first, then by slug.</summary>
    public required IReadOnlyList<PublishedAnnouncement> Announcements { get; init; }

    /// <summary>Newest first by the day of announcement or signature, then by slug; those without a day last.</summary>
    public required IReadOnlyList<PublishedContract> Contracts { get; init; }

    /// <summary>Latest first, then by slug; those called off among them.</summary>
    public required IReadOnlyList<PublishedEvent> Events { get; init; }

    /// <summary>By slug.</summary>
    public required IReadOnlyList<PublishedPage> Pages { get; init; }

    /// <summary>Announcements that were withdrawn: they stay at their addresses and count nowhere else.</summary>
    public IReadOnlyList<PublishedAnnouncement> WithdrawnAnnouncements { get; init; } = [];

    /// <summary>Contracts that were withdrawn; the same holds for them.</summary>
    public IReadOnlyList<PublishedContract> WithdrawnContracts { get; init; } = [];

    /// <summary>Pages that were withdrawn; the same holds for them.</summary>
    public IReadOnlyList<PublishedPage> WithdrawnPages { get; init; } = [];

    /// <summary>Daily bars and corporate actions by symbol.</summary>
    public required IReadOnlyDictionary<string, PriceSeries> Prices { get; init; }

    /// <summary>Filings with the SEC, newest first.</summary>
    public IReadOnlyList<Filing> Filings { get; init; } = [];

    /// <summary>The zone of printed dates and of years.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Company.Zone];

    /// <summary>The share's prices; null where there are none.</summary>
    public PriceSeries? Firm => Prices.GetValueOrDefault(Company.Ticker);

    /// <summary>The benchmark's prices; null where there are none.</summary>
    public PriceSeries? Benchmark => Prices.GetValueOrDefault(Company.Benchmark);

    /// <summary>The announcement at an address; null where there is none.</summary>
    public PublishedAnnouncement? Announcement(string slug) => Announcements.FirstOrDefault(a => a.Slug == slug);

    /// <summary>The withdrawn announcement at an address; null where there is none.</summary>
    public PublishedAnnouncement? WithdrawnAnnouncement(string slug) => WithdrawnAnnouncements.FirstOrDefault(a => a.Slug == slug);

    /// <summary>The contract at an address; null where there is none.</summary>
    public PublishedContract? Contract(string slug) => Contracts.FirstOrDefault(c => c.Document.Slug == slug);

    /// <summary>The withdrawn contract at an address; null where there is none.</summary>
    public PublishedContract? WithdrawnContract(string slug) => WithdrawnContracts.FirstOrDefault(c => c.Document.Slug == slug);

    /// <summary>The calendar on which a symbol trades.</summary>
    public ExchangeCalendar CalendarOf(string symbol) =>
        Company.Symbols.FirstOrDefault(s => s.Symbol == symbol)?.Calendar is SymbolCalendar.Daily ? ExchangeCalendar.Daily : ExchangeCalendar.UsEquities;

    /// <summary>What the share did around a release; null without prices or outside the calendar.</summary>
    public Reaction? ReactionTo(PublishedAnnouncement announcement) =>
        _reactions.GetOrAdd(announcement.Slug, _ => ReactionTo(announcement.Slug, announcement.Moment));

    /// <summary>The same for a moment that an earlier edition named.</summary>
    public Reaction? ReactionTo(string slug, ReleaseMoment moment)
    {
        var calendar = CalendarOf(Company.Ticker);
        return Firm is { } firm && moment.TryDay0(calendar) is not null
            ? RawReaction.Compute(firm, Benchmark, moment, calendar, [.. OtherReleases(slug, calendar)])
            : null;
    }

    /// <summary>
    /// The event study of a release against the company's benchmark, all other releases being its other events, by slug; null
    /// without prices of both or outside the calendar.
    /// </summary>
    public EventStudy? StudyOf(PublishedAnnouncement announcement) =>
        _studies.GetOrAdd(announcement.Slug, _ => StudyOf(announcement.Slug, announcement.Moment));

    /// <summary>The same for a moment that an earlier edition or a draft names.</summary>
    public EventStudy? StudyOf(string slug, ReleaseMoment moment)
    {
        var calendar = CalendarOf(Company.Ticker);
        return Firm is { } firm && Benchmark is { } index && moment.TryDay0(calendar) is not null
            ? StudyRun.Of(StudySeriesOf(firm), StudySeriesOf(index), moment, calendar, [.. OtherReleases(slug, calendar).Select(o => new OtherEvent(o.Moment, o.Slug))])
            : null;
    }

    /// <summary>Every announcement with its measures, and the averages over them; worked out when first asked for.</summary>
    public ReactionBook Measures => LazyInitializer.EnsureInitialized(ref _measures, () => ReactionBook.Of(this));

    /// <summary>The ways into all releases, with their counts.</summary>
    public NewsArchive Archive => LazyInitializer.EnsureInitialized(ref _archive, () => NewsArchive.Of(this));

    /// <summary>Everything that can be found, in the order of a search.</summary>
    public SearchCatalog Searchable => LazyInitializer.EnsureInitialized(ref _searchable, () => SearchCatalog.Of(this));

    /// <summary>The other parties of the contracts that a release names or that name it.</summary>
    public IEnumerable<string> PartiesOf(PublishedAnnouncement announcement) => Contracts
        .Where(c => c.Document.Slug == announcement.Document.Contract || c.Document.Announcement == announcement.Slug)
        .Select(c => c.Document.Counterparty)
        .Distinct(StringComparer.Ordinal);

    private StudySeries StudySeriesOf(PriceSeries series) => _series.GetOrAdd(series.Symbol, _ => StudySeries.From(series));

    private IEnumerable<OtherRelease> OtherReleases(string slug, ExchangeCalendar calendar) => Announcements
        .Where(a => a.Slug != slug && a.Moment.TryDay0(calendar) is not null)
        .Select(a => new OtherRelease(a.Slug, a.Document.Headline, a.Moment));
}
