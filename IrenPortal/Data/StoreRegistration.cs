using IrenPortal.Data.Alerts;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IrenPortal.Data;

/// <summary>Puts the stores into the container: the app, its tests and the design-time project all come through here.</summary>
public static class StoreRegistration
{
    /// <summary>Registers the read-only public store for everybody.</summary>
    public static IServiceCollection AddPublicStore(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        return settings.Provider is DatabaseProvider.Sqlite
            ? services.AddReader<SqlitePublicDbContext>(settings)
            : services.AddReader<PostgresPublicDbContext>(settings);
    }

    /// <summary>Registers the newsroom, the alerts, and the public store's writer, which the gate alone takes.</summary>
    public static IServiceCollection AddNewsroomStore(this IServiceCollection services, DatabaseSettings settings)
    {
        // Passkeys' table is part of the model only with schema version 3.
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddSingleton<PublicStoreWriter>();
        services.AddSingleton<NewsroomReader>();
        services.AddSingleton<StoreMigrator>();
        return settings.Provider is DatabaseProvider.Sqlite
            ? services.AddNewsroom<SqliteNewsroomDbContext>(settings).AddAlerts<SqliteAlertsDbContext>(settings)
            : services.AddNewsroom<PostgresNewsroomDbContext>(settings).AddAlerts<PostgresAlertsDbContext>(settings);
    }

    private static IServiceCollection AddReader<TContext>(this IServiceCollection services, DatabaseSettings settings)
        where TContext : PublicDbContext
    {
        services.AddPooledDbContextFactory<TContext>(o => StoreOptions.Reader(o, settings));
        services.AddSingleton<IDbContextFactory<PublicDbContext>>(sp =>
            new ContextFactory<PublicDbContext, TContext>(sp.GetRequiredService<IDbContextFactory<TContext>>()));
        return services;
    }

    private static IServiceCollection AddNewsroom<TContext>(this IServiceCollection services, DatabaseSettings settings)
        where TContext : NewsroomDbContext
    {
        services.AddDbContextFactory<TContext>((sp, o) =>
        {
            StoreOptions.Newsroom(o, settings);
            o.AddInterceptors(sp.GetServices<IInterceptor>());
        });
        services.AddScoped<NewsroomDbContext>(sp => sp.GetRequiredService<TContext>());
        services.AddSingleton<IDbContextFactory<NewsroomDbContext>>(sp =>
            new ContextFactory<NewsroomDbContext, TContext>(sp.GetRequiredService<IDbContextFactory<TContext>>()));
        return services;
    }

    private static IServiceCollection AddAlerts<TContext>(this IServiceCollection services, DatabaseSettings settings)
        where TContext : AlertsDbContext
    {
        services.AddDbContextFactory<TContext>(o => StoreOptions.Alerts(o, settings));
        services.AddSingleton<IDbContextFactory<AlertsDbContext>>(sp =>
            new ContextFactory<AlertsDbContext, TContext>(sp.GetRequiredService<IDbContextFactory<TContext>>()));
        return services;
    }

    // IDbContextFactory isn't covariant.
    private sealed class ContextFactory<TBase, TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<TBase>
        where TBase : DbContext
        where TContext : TBase
    {
        public TBase CreateDbContext() => inner.CreateDbContext();
    }
}
