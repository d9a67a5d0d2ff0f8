using System.Diagnostics;
using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Commands;

/// <summary>
/// Real SIGKILLs of a child process in the middle of a publication: all of it is out, or none, and the next run finishes. As many
/// on each database as the variable <c>SIGKILLS</c> says, one unless it does.
/// </summary>
public sealed class SigkillTests
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SIGKILLS") ?? "1", CultureInfo.InvariantCulture);

    [Theory, EachDatabase]
    public async Task A_killed_import_is_wholly_out_or_not_at_all(DatabaseProvider provider)
    {
        await using var measured = await PreparedStores.CopyAsync(provider);
        var before = await EditionsAsync(measured);
        TimeSpan whole;
        using (var process = Import(measured))
        {
            await BeginningAsync(measured, process);
            var clock = Stopwatch.StartNew();
            (await process.EndAsync()).ExitCode.ShouldBe(0);
            whole = clock.Elapsed;
        }

        var after = await EditionsAsync(measured);
        after.Count.ShouldBeGreaterThan(40);

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var stores = await PreparedStores.CopyAsync(provider);
            using (var process = Import(stores))
            {
                await BeginningAsync(stores, process);
                await Task.WhenAny(process.EndAsync(), Task.Delay(whole * (kill + 0.5) / Kills));
                await process.KillAsync();
            }

            var left = await EditionsAsync(stores);
            left.ShouldBe(left.Count == before.Count ? before : after);

            (await Verb.RunAsync(stores, "import", Repository.Content)).ExitCode.ShouldBe(0);
            (await EditionsAsync(stores)).ShouldBe(after);
            (await Verb.RunAsync(stores, "verify")).ExitCode.ShouldBe(0);
        }
    }

    private static PortalProcess Import(TestStores stores) => PortalProcess.Start(stores, new Dictionary<string, string>(), "import", Repository.Content);

    /// <summary>Waits until the newsroom has written down what it is about to release: the publication is between that and the process's end.</summary>
    private static async Task BeginningAsync(TestStores stores, PortalProcess process)
    {
        await using var services = TestContainer.Build(stores, new Dictionary<string, string?>(), []);
        await using var newsroom = await services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        while (!process.HasEnded && !await newsroom.PendingReleases.AnyAsync(p => p.EndedAt == null))
        {
            await Task.Delay(2);
        }

        process.HasEnded.ShouldBeFalse();
    }

    private static async Task<IReadOnlyList<string>> EditionsAsync(TestStores stores)
    {
        await using var portal = ReadOnly(stores);
        await using var store = await portal.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync();
        var editions = await store.Editions.OrderBy(e => e.Kind).ThenBy(e => e.Slug).ThenBy(e => e.Version).ToListAsync();
        return [.. editions.Select(e => $"{e.Kind} {e.Slug} {e.Version} {e.Sha256}")];
    }

    private static ServiceProvider ReadOnly(TestStores stores) => new ServiceCollection()
        .AddLogging()
        .AddPublicStore(new DatabaseSettings(stores.Provider, "", stores.Public))
        .BuildServiceProvider();
}
