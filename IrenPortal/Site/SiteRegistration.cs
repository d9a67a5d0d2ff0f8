using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Hosting.Assets;
using IrenPortal.Site.Api;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Crawlers;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Events;
using IrenPortal.Site.FactSheet;
using IrenPortal.Site.Feeds;
using IrenPortal.Site.Feeds.Hubs;
using IrenPortal.Site.Filings;
using IrenPortal.Site.Home;
using IrenPortal.Site.KeyFigures;
using IrenPortal.Site.Live;
using IrenPortal.Site.News;
using IrenPortal.Site.Pages;
using IrenPortal.Site.Pdf;
using IrenPortal.Site.Published;
using IrenPortal.Site.Search;
using IrenPortal.Site.Stock;
using IrenPortal.Site.Stock.Calculator;
using IrenPortal.Site.Stock.History;
using IrenPortal.Site.Stock.Reactions;
using IrenPortal.Site.Timeliness;
using IrenPortal.Site.Verify;

namespace IrenPortal.Site;

/// <summary>What anyone may see: its services, its addresses, and the pages of what goes wrong.</summary>
public static class SiteRegistration
{
    /// <summary>Registers the reads of the public store and the rendering of documents.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddSingleton<PublicOrigin>();
        services.AddSingleton<AssetCatalog>();
        services.AddSingleton<DocumentRenderer>();
        services.AddMetrics();
        services.AddSingleton<FirstReads>();
        services.AddSingleton<UnknownAddresses>();
        services.AddSingleton<PublishedSites>();
        services.AddSingleton<SiteMoments>();
        services.AddSingleton<SiteAnswers>();
        services.AddSingleton<SiteFaults>();
        services.AddSingleton<SiteRehearsal>();
        services.AddSingleton<PublishedEditions>();
        services.AddSingleton<PublishedNews>();
        services.AddSingleton<AnnouncementPdfs>();
        services.AddSingleton<PublishedFeeds>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<SiteSearch>();
        services.AddSingleton<SearchSuggestions>();
        services.AddSingleton<SearchThrottle>();
        services.AddSingleton<ApiMapping>();
        services.AddSingleton<LedgerRecords>();
        services.AddSingleton<VerifyThrottle>();
        services.AddSingleton<ReleaseRecords>();
        services.AddSingleton<StoreVersionWatcher>();
        services.AddHostedService(sp => sp.GetRequiredService<StoreVersionWatcher>());
        services.AddLive();
        return services.AddApiDescription();
    }

    /// <summary>Registers the telling of hubs, for the process that releases.</summary>
    public static IServiceCollection AddHubPings(this IServiceCollection services)
    {
        services.AddSingleton<HubClient>();
        return services.AddHostedService<HubPings>();
    }

    /// <summary>Maps every address that readers know, and the one 404 for all others.</summary>
    public static void MapSite(this WebApplication app)
    {
        app.MapStaticAssets().WithMetadata(RouteAudience.Public);
        app.Services.GetRequiredService<AssetCatalog>().Read(app);
        app.MapGroup("").WithMetadata(RouteAudience.Operations).MapHealth();
        var site = app.MapGroup("").WithMetadata(RouteAudience.Public);
        site.MapHome();
        site.MapNews();
        site.MapSearch();
        site.MapContracts();
        site.MapStock();
        site.MapStockChart();
        site.MapHistory();
        site.MapCalculator();
        site.MapReactions();
        site.MapKeyFigures();
        site.MapFactSheet();
        site.MapFilings();
        site.MapEvents();
        site.MapFeeds();
        site.MapLive();
        site.MapCrawlerFiles();
        site.MapFiles();
        site.MapPages();
        site.MapApi();
        site.MapLedger();
        site.MapVerify();
        site.MapTimeliness();
        site.MapApiDescription();
        site.MapFallback("/{**path}", (SiteAnswers answers) => answers.NotFoundAsync());
    }
}
