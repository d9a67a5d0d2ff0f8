using IrenPortal.Alerts;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Gate;
using IrenPortal.Identity;
using IrenPortal.Identity.Factors;
using IrenPortal.Identity.SignIn;
using IrenPortal.Newsroom.Filings;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Newsroom.Prices.Feeds;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Site.Feeds.Hubs;
using IrenPortal.Site.Live;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Hosting;

/// <summary>What happens before the first request and what the start prints.</summary>
public static partial class PortalStart
{
    /// <summary>Brings the stores to this build's schema and finishes what a crash left. A readers' process does nothing.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        // A wrong setting ends the start before anything is touched.
        services.GetRequiredService<HubSettings>();
        services.GetRequiredService<LiveSettings>();
        if (!services.GetRequiredService<PortalSettings>().HasNewsroom)
        {
            return;
        }

        services.GetRequiredService<PriceSettings>();
        services.GetRequiredService<FilingSettings>();
        services.GetRequiredService<SecondFactorRules>();
        MailSettings.From(services.GetRequiredService<IConfiguration>());
        AlertSettings.From(services.GetRequiredService<IConfiguration>());
        WarnOfKeysBesideData(services);
        await services.GetRequiredService<StoreMigrator>().MigrateAsync(cancel);
        await services.GetRequiredService<PublicGate>().CompleteSearchAsync(cancel);
        await StaffRoles.SeedAsync(services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>(), cancel);
        await ImportIntoEmptyStoresAsync(services, cancel);
        await services.GetRequiredService<Reconciliation>().RunAsync(cancel);
    }

    /// <summary>The site's address, and the set-up link while no user exists.</summary>
    public static async Task<IReadOnlyList<string>> GreetingAsync(WebApplication app, CancellationToken cancel)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return app.Services.GetService<SetupLink>() is { } setup && await setup.OpenAsync(cancel) is { } link
            ? [address, $"Set up the first administrator: {app.Services.GetRequiredService<PublicOrigin>().Absolute(link)}"]
            : [address];
    }

    private static async Task ImportIntoEmptyStoresAsync(IServiceProvider services, CancellationToken cancel)
    {
        var import = services.GetRequiredService<ContentImport>();
        if (!await import.IsEmptyAsync(cancel))
        {
            return;
        }

        var folder = services.GetRequiredService<PortalSettings>().ContentDirectory;
        if (!Directory.Exists(folder))
        {
            throw new RefusalException($"Portal:ContentDirectory: {folder} does not exist; name the folder that an empty portal starts from");
        }

        var report = await import.RunAsync(folder, dryRun: false, cancel);
        if (report.Refusals.Count > 0)
        {
            throw new RefusalException(report.Refusals);
        }
    }

    private static void WarnOfKeysBesideData(IServiceProvider services)
    {
        var settings = services.GetRequiredService<PortalSettings>();
        if (!Path.GetRelativePath(settings.DataDirectory, settings.KeyDirectory).StartsWith("..", StringComparison.Ordinal))
        {
            LogKeysBesideData(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PortalStart)), settings.KeyDirectory);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys lie with the databases, in {Folder}: a real site sets Portal:KeyDirectory to a place apart.")]
    private static partial void LogKeysBesideData(ILogger logger, string folder);
}
