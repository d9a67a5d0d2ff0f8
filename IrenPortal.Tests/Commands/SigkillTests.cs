using System.Diagnostics;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Commands;

/// <summary>Real SIGKILLs of a child process in the middle of an import: all of it is out, or none, and the next run finishes.</summary>
public sealed class SigkillTests
{
    private const int Kills = 6;

    [Theory, EachDatabase]
    public async Task A_killed_import_is_wholly_out_or_not_at_all(DatabaseProvider provider)
    {
        await using var measured = await TestStores.CreateAsync(provider);
        var clock = Stopwatch.StartNew();
        (await PortalProcess.RunAsync(measured, "import", RepositoryContent.Folder)).ExitCode.ShouldBe(0);
        var whole = clock.Elapsed;
        var editions = await EditionsAsync(measured);
        editions.Count.ShouldBeGreaterThan(40);

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var stores = await TestStores.CreateAsync(provider);
            using (var process = PortalProcess.Start(stores, new Dictionary<string, string>(), "import", RepositoryContent.Folder))
            {
                // Start-up takes the first half; the publication is in the second.
                await Task.WhenAny(process.EndAsync(), Task.Delay(whole * (0.45 + (0.09 * kill))));
                await process.KillAsync();
            }

            (await EditionsAsync(stores)).Count.ShouldBeOneOf(0, editions.Count);

            (await PortalProcess.RunAsync(stores, "import", RepositoryContent.Folder)).ExitCode.ShouldBe(0);
            (await EditionsAsync(stores)).ShouldBe(editions);
            (await PortalProcess.RunAsync(stores, "verify")).ExitCode.ShouldBe(0);
        }
    }

    private static async Task<IReadOnlyList<string>> EditionsAsync(TestStores stores)
    {
        await using var portal = ReadOnly(stores);
        await using var store = await portal.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync();
        try
        {
            var editions = await store.Editions.OrderBy(e => e.Kind).ThenBy(e => e.Slug).ThenBy(e => e.Version).ToListAsync();
            return [.. editions.Select(e => $"{e.Kind} {e.Slug} {e.Version} {e.Sha256}")];
        }
        catch (System.Data.Common.DbException)
        {
            // Killed before the migration: there is no table yet.
            return [];
        }
    }

    private static ServiceProvider ReadOnly(TestStores stores) => new ServiceCollection()
        .AddLogging()
        .AddPublicStore(new DatabaseSettings(stores.Provider, "", stores.Public))
        .BuildServiceProvider();
}
