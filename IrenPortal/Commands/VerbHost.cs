using System.CommandLine;
using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Hosting;

namespace IrenPortal.Commands;

/// <summary>What every verb starts from: the settings, the lock, and a container without a web server.</summary>
internal static class VerbHost
{
    /// <summary>The environment, and <c>appsettings.json</c> beside the application where there is one.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .AddEnvironmentVariables("ASPNETCORE_")
        .Build();

    /// <summary>With SQLite, the lock of the one writer; null where none is needed.</summary>
    /// <exception cref="RefusalException">Another process holds it.</exception>
    public static DataFolderLock? TakeLock(PortalSettings settings)
    {
        if (!settings.HasNewsroom || settings.Database.Provider is not DatabaseProvider.Sqlite)
        {
            return null;
        }

        return DataFolderLock.TryTake(settings.DataDirectory)
            ?? throw new RefusalException($"{settings.DataDirectory}: another process writes here; stop it first, or make the change in /admin");
    }

    /// <summary>Runs a verb that writes: takes the lock, brings the stores to this build's schema, then does it.</summary>
    public static async Task<int> WriteAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> verb, CancellationToken cancel)
    {
        var invocation = VerbInvocation.Of(parsed);
        var configuration = invocation.Settings();
        var settings = PortalSettings.From(configuration);
        if (!settings.HasNewsroom)
        {
            throw new RefusalException("Portal:Role: Public has no newsroom to write to; run this verb with All or Newsroom");
        }

        using var folder = TakeLock(settings);
        await using var services = Services(invocation, settings, configuration);
        await services.GetRequiredService<StoreMigrator>().MigrateAsync(cancel);
        await services.GetRequiredService<PublicGate>().CompleteSearchAsync(cancel);
        return await verb(services);
    }

    /// <summary>The portal's services without a web server.</summary>
    public static ServiceProvider Services(VerbInvocation invocation, PortalSettings settings, IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(invocation.Logging);
        services.AddPortal(settings);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
