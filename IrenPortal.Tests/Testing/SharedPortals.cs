using System.Collections.Concurrent;
using IrenPortal.Data;

namespace IrenPortal.Tests.Testing;

/// <summary>
/// One portal a database for a whole test class: take it as <c>IClassFixture&lt;SharedPortals&gt;</c>. A derived class
/// publishes what its tests read.
/// </summary>
public class SharedPortals : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<TestPortal>>> _portals = new();

    /// <summary>The portal on a database, started on first use.</summary>
    public Task<TestPortal> OnAsync(DatabaseProvider provider) =>
        _portals.GetOrAdd(provider, p => new Lazy<Task<TestPortal>>(() => StartSeededAsync(p))).Value;

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        foreach (var portal in _portals.Values)
        {
            await (await portal.Value).DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>How the portals start.</summary>
    protected virtual PortalOptions Options => new();

    /// <summary>Publishes what the class's tests read.</summary>
    protected virtual Task SeedAsync(TestPortal portal) => Task.CompletedTask;

    private async Task<TestPortal> StartSeededAsync(DatabaseProvider provider)
    {
        var portal = await TestPortal.StartAsync(provider, Options);
        await SeedAsync(portal);
        return portal;
    }
}
