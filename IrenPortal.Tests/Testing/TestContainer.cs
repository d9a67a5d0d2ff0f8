using IrenPortal.Gate;
using IrenPortal.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IrenPortal.Tests.Testing;

/// <summary>The portal's services without a web server, on stores that outlive them: quick to throw away and start again.</summary>
public static class TestContainer
{
    /// <summary>Builds the services as a verb does.</summary>
    public static ServiceProvider Build(TestStores stores, IReadOnlyDictionary<string, string?> settings, IReadOnlyList<IInterceptor> interceptors)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(stores.Settings()).AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddPortal(PortalSettings.From(configuration));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock(PortalOptions.DefaultNow)));
        services.Replace(ServiceDescriptor.Singleton<IGateClock, MachineGateClock>());
        foreach (var interceptor in interceptors)
        {
            services.AddSingleton(interceptor);
        }

        return services.BuildServiceProvider();
    }
}
