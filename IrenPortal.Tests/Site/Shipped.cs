using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using NodaTime;

namespace IrenPortal.Tests.Site;

/// <summary>The content that the portal ships, with the reactions to its releases.</summary>
internal static class Shipped
{
    private static readonly Lazy<ContentSet> Read = new(() =>
        ContentFolder.Read(Find(), new ContentFolderOptions(Instant.FromUtc(2026, 11, 22, 12, 0))).Set!);

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

    public static Reaction Reaction(AnnouncementDocument announcement, LocalDate? pricesTo = null)
    {
        var firm = pricesTo is null ? Firm : new PriceSeries("IREN", "USD", Firm.Range(null, pricesTo), []);
        return RawReaction.Compute(firm, Benchmark, Moment(announcement), Calendar,
            [.. Set.Announcements.Where(a => a.Slug != announcement.Slug).Select(a => new OtherRelease(a.Slug, a.Headline, Moment(a)))]);
    }

    public static ReactionView View(string slug, LocalDate? pricesTo = null)
    {
        var announcement = Announcement(slug);
        return ReactionView.From(Reaction(announcement, pricesTo), Moment(announcement), announcement.PressReports, "IREN", "QQQ", Calendar);
    }

    private static PriceSeries Series(string symbol) => new(symbol, "USD", Set.Prices.Single(p => p.Symbol == symbol).Bars, []);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "wwwroot-content")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run from inside the repository.");
        }

        return Path.Combine(folder.FullName, "wwwroot-content");
    }
}
