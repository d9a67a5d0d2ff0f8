using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Site.Stock.Reactions;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

/// <summary>The content that the portal ships, with the reactions to its releases.</summary>
internal static class Shipped
{
    private static readonly Lazy<ContentSet> Read = new(() =>
        ContentFolder.Read(Repository.Content, new ContentFolderOptions(Instant.FromUtc(2026, 11, 22, 12, 0))).Set!);

    private static readonly Lazy<ReactionBook> Measured = new(() => Site().Measures);

    public static readonly LocalDate AsOf = new(2026, 9, 28);

    public static ContentSet Set => Read.Value;

    public static ExchangeCalendar Calendar => ExchangeCalendar.UsEquities;

    public static PriceSeries Firm => Series("IREN");

    public static PriceSeries Benchmark => Series("QQQ");

    public static ContractDocument Contract(string slug) => Set.Contracts.Single(c => c.Slug == slug);

    public static AnnouncementDocument Announcement(string slug) => Set.Announcements.Single(a => a.Slug == slug);

    public static ReleaseMoment Moment(AnnouncementDocument announcement) => announcement.ReleaseAt is { } instant
        ? ReleaseMoment.At(instant)
        : ReleaseMoment.On(announcement.ReleaseDate!.Value, announcement.Timing);

    public static ReactionPrices Prices => ReactionPrices.Of(Firm, Benchmark, "QQQ");

    public static Reaction Reaction(AnnouncementDocument announcement, LocalDate? pricesTo = null) => RawReaction.Compute(
        UpTo(Firm, pricesTo), UpTo(Benchmark, pricesTo), Moment(announcement), Calendar,
        [.. Others(announcement).Select(a => new OtherRelease(a.Slug, a.Headline, Moment(a)))]);

    public static EventStudy Study(AnnouncementDocument announcement, LocalDate? pricesTo = null) => StudyRun.Of(
        StudySeries.From(UpTo(Firm, pricesTo)), StudySeries.From(UpTo(Benchmark, pricesTo)), Moment(announcement), Calendar,
        [.. Others(announcement).Select(a => new OtherEvent(Moment(a), a.Slug))]);

    /// <summary>Every shipped release with its measures, as far as prices reach.</summary>
    public static ReactionBook Book(LocalDate? pricesTo = null) => pricesTo is null ? Measured.Value : Site(pricesTo).Measures;

    /// <summary>Everything public that measures depend on.</summary>
    public static PublishedSite Site(LocalDate? pricesTo = null, IReadOnlyList<AnnouncementDocument>? announcements = null) => new()
    {
        Version = 1,
        Head = null,
        Company = Set.Company!,
        Announcements = [.. (announcements ?? Set.Announcements).Select(Published).OrderByDescending(a => a.ReleasedAt).ThenBy(a => a.Slug, StringComparer.Ordinal)],
        Contracts = [],
        Events = [],
        Pages = [],
        Prices = new[] { Firm, Benchmark }.ToDictionary(s => s.Symbol, s => UpTo(s, pricesTo)),
    };

    public static ReactionView View(string slug, LocalDate? pricesTo = null)
    {
        var announcement = Announcement(slug);
        return ReactionView.From(
            Reaction(announcement, pricesTo), Study(announcement, pricesTo), Moment(announcement), announcement.PressReports,
            ReactionPrices.Of(UpTo(Firm, pricesTo), UpTo(Benchmark, pricesTo), "QQQ"), Calendar) with
        {
            Slug = slug,
        };
    }

    private static IEnumerable<AnnouncementDocument> Others(AnnouncementDocument announcement) => Set.Announcements.Where(a => a.Slug != announcement.Slug);

    private static PriceSeries UpTo(PriceSeries series, LocalDate? last) => last is null ? series : new PriceSeries(series.Symbol, series.Currency, series.Range(null, last), []);

    private static PublishedAnnouncement Published(AnnouncementDocument announcement)
    {
        var instant = Moment(announcement).FirstInstant(Calendar.Zone, Calendar);
        return new PublishedAnnouncement(1, 1, instant, instant.InZone(Calendar.Zone).Year, announcement.Category, [], announcement);
    }

    private static PriceSeries Series(string symbol) => new(symbol, "USD", Set.Prices.Single(p => p.Symbol == symbol).Bars, []);
}
