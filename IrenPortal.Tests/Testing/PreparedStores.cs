using System.Collections.Concurrent;
using IrenPortal.Data;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;

[assembly: AssemblyFixture(typeof(PreparedStores))]

namespace IrenPortal.Tests.Testing;

/// <summary>
/// Stores as a first start leaves them: migrated, and with a content folder imported. A first start brings about the same each
/// time, so a run makes each kind once, with the portal's own code, and copies it for every portal that a test starts.
/// </summary>
public sealed class PreparedStores : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(DatabaseProvider Provider, string? Content), Lazy<Task<TestStores>>> Made = new();

    /// <summary>A copy of its own for a test.</summary>
    /// <param name="provider">Which database.</param>
    /// <param name="content">The content folder; null for the company's profile alone.</param>
    public static async Task<TestStores> CopyAsync(DatabaseProvider provider, string? content = null) =>
        await (await Made.GetOrAdd((provider, content), key => new Lazy<Task<TestStores>>(() => MakeAsync(key.Provider, key.Content))).Value).CopyAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var stores in Made.Values)
        {
            await (await stores.Value).DisposeAsync();
        }
    }

    private static async Task<TestStores> MakeAsync(DatabaseProvider provider, string? content)
    {
        var stores = await TestStores.CreateAsync(provider);
        var settings = new Dictionary<string, string?>();
        if (content is not null)
        {
            settings["Portal:ContentDirectory"] = content;
        }

        await using (var services = TestContainer.Build(stores, settings, []))
        {
            await PortalStart.PrepareAsync(services, CancellationToken.None);
        }

        await stores.CloseAsync();
        return stores;
    }
}
