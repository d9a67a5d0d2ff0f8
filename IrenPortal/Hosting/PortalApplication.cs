using IrenPortal.Alerts;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Hosting.Assets;
using IrenPortal.Identity;
using IrenPortal.Identity.Account;
using IrenPortal.Newsroom;
using IrenPortal.Site;
using IrenPortal.Site.Feeds.Hubs;
using IrenPortal.Site.Live;

namespace IrenPortal.Hosting;

/// <summary>Builds the portal as one process runs it: which slices, by its role.</summary>
public static class PortalApplication
{
    // With it, an unpublished build packs style sheets anew at each request, and not at all tightly.
    private const string ReloadAssets = "ReloadStaticAssetsAtRuntime";

    /// <summary>Builds without starting; opens no database.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="configuration">Where they came from; slices read their own options from it.</param>
    /// <param name="customize">Last changes, for tests: clock, interceptors, address.</param>
    public static WebApplication Build(PortalSettings settings, IConfiguration configuration, Action<WebApplicationBuilder>? customize = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Named, so that the assets are found also where another program hosts the portal.
            ApplicationName = typeof(PortalApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddConfiguration(configuration);
        builder.Configuration[ReloadAssets] ??= bool.FalseString;
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddPortalLogging();
        builder.AddRequestLimits();
        builder.Services.AddPortal(settings);
        builder.Services.AddSite();
        if (settings.HasNewsroom)
        {
            builder.AddStaffSignIn(settings.KeyDirectory, settings.IsSecure);
            builder.Services.AddHubPings();
            builder.Services.AddAlerts(settings);
        }

        customize?.Invoke(builder);

        var app = builder.Build();
        app.UseLanguage(settings.Language);
        app.UseKnownProxies(settings);
        app.UseSecurityHeaders();
        app.UseMiddleware<SiteFaults>();
        if (settings.HasNewsroom)
        {
            app.UseStaffSignIn(settings.IsSecure);
        }

        app.MapSite();
        if (settings.HasNewsroom)
        {
            var documents = app.MapGroup("").WithMetadata(app.Services.GetRequiredService<AssetCatalog>().Assets, RouteAudience.Staff);
            documents.MapAccount();
            documents.MapNewsroom();
            app.MapAlerts();
            app.MapStaffApplication();
        }

        return app;
    }

    /// <summary>The services that the site and the verbs share.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<StoreVersionBoard>();
        services.AddSingleton(sp => HubSettings.From(sp.GetRequiredService<IConfiguration>()));
        services.AddSingleton(sp => LiveSettings.From(sp.GetRequiredService<IConfiguration>()));
        services.AddPublicStore(settings.Database);
        if (settings.HasNewsroom)
        {
            services.AddNewsroomStore(settings.Database);
            services.AddGate(settings.Database, settings.KeyDirectory);
            services.AddNewsroom(settings.KeyDirectory);
            services.AddStaffAccounts();
        }

        return services;
    }
}
