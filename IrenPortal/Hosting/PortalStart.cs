using IrenPortal.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IrenPortal.Hosting;

/// <summary>What happens before the first request and what the start prints.</summary>
public static class PortalStart
{
    /// <summary>Brings the stores to this build's schema and finishes what a crash left. A readers' process does nothing.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (!services.GetRequiredService<PortalSettings>().HasNewsroom)
        {
            return;
        }

        await services.GetRequiredService<StoreMigrator>().MigrateAsync(cancel);
    }

    /// <summary>The site's address, and the set-up link while no user exists.</summary>
    public static Task<IReadOnlyList<string>> GreetingAsync(WebApplication app, CancellationToken cancel)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return Task.FromResult<IReadOnlyList<string>>([addresses.First()]);
    }
}
