using IrenPortal.Newsroom.Audit;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Compare;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Editions;
using IrenPortal.Newsroom.Filings;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Links;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Preflight;
using IrenPortal.Newsroom.Preview;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Newsroom.Prices.Feeds;
using IrenPortal.Newsroom.Queue;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Review;
using IrenPortal.Newsroom.Scheduling;
using IrenPortal.Newsroom.Subscribers;
using IrenPortal.Newsroom.Timings;

namespace IrenPortal.Newsroom;

/// <summary>Puts the newsroom into the container of a process that has one.</summary>
public static class NewsroomRegistration
{
    /// <summary>Registers drafting, review, releasing and importing; the release loop and the feeds of prices and filings run only where a host is started.</summary>
    public static IServiceCollection AddNewsroom(this IServiceCollection services, string keyDirectory)
    {
        services.AddSingleton(_ => DraftVault.Open(keyDirectory));
        services.AddSingleton(sp => ReleaseRules.From(sp.GetRequiredService<IConfiguration>()));
        services.AddSingleton<CompanyOnFile>();
        services.AddSingleton<DraftDesk>();
        services.AddSingleton<DraftReading>();
        services.AddSingleton<DraftHistory>();
        services.AddSingleton<CompareReading>();
        services.AddSingleton<CommentDesk>();
        services.AddSingleton<CommentReading>();
        services.AddSingleton<DraftChoices>();
        services.AddSingleton<ContractOnHand>();
        services.AddSingleton<PublicAddresses>();
        services.AddSingleton<LinkCheck>();
        services.AddSingleton<PreflightReading>();
        services.AddSingleton<EditionReading>();
        services.AddSingleton<WithdrawDesk>();
        services.AddSingleton<DraftPreview>();
        services.AddSingleton<PostedSaves>();
        services.AddSingleton<SaveAnswers>();
        services.AddSingleton<StaffFrames>();
        services.AddSingleton<DocumentPages>();
        services.AddSingleton<InsiderDesk>();
        services.AddSingleton<NewsroomHealth>();
        services.AddSingleton<RecentReleases>();
        services.AddSingleton<DraftMedia>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<ReleaseBundles>();
        services.AddSingleton<ApprovalDesk>();
        services.AddSingleton<DueReleases>();
        services.AddSingleton<ReleaseDesk>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<ReleaseRehearsal>();
        services.AddSingleton<ImportPlanner>();
        services.AddSingleton<ContentImport>();
        services.AddSingleton(sp => PriceSettings.From(sp.GetRequiredService<IConfiguration>()));
        services.AddSingleton(sp => sp.GetRequiredService<PriceSettings>().Limits);
        services.AddSingleton<PricePlanner>();
        services.AddSingleton<PriceDesk>();
        services.AddSingleton<PriceImport>();
        services.AddSingleton<PriceHistory>();
        services.AddSingleton<PriceIntake>();
        services.AddSingleton<PriceFeeds>();
        services.AddHostedService(sp => sp.GetRequiredService<PriceFeeds>());
        services.AddSingleton(sp => FilingSettings.From(sp.GetRequiredService<IConfiguration>()));
        services.AddSingleton<FilingDesk>();
        services.AddSingleton<FilingFeed>();
        services.AddHostedService(sp => sp.GetRequiredService<FilingFeed>());
        services.AddSingleton<MarketReading>();
        services.AddSingleton<MarketPages>();
        services.AddSingleton<TimingDesk>();
        services.AddHostedService<TimingLoop>();
        services.AddSingleton<SubscribersReading>();
        services.AddSingleton<SubscribersDesk>();
        services.AddSingleton<AuditReading>();
        services.AddSingleton<ClockWatch>();
        services.AddHostedService(sp => sp.GetRequiredService<ClockWatch>());
        services.AddSingleton<ReleaseLoop>();
        services.AddHostedService(sp => sp.GetRequiredService<ReleaseLoop>());
        return services;
    }
}
