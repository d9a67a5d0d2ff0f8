using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

/// <summary>A start rehearses a release: the whole way, and nothing of it stays.</summary>
public sealed class ReleaseRehearsalTests
{
    [Theory, EachDatabase]
    public async Task It_goes_the_whole_way_and_leaves_nothing_whether_it_ends_well_or_not(DatabaseProvider provider)
    {
        var fault = new FaultAtStep();
        await using var stores = await PreparedStores.CopyAsync(provider);
        await using var portal = TestContainer.Build(stores, new Dictionary<string, string?>(), fault.Interceptors);
        var rehearsal = portal.GetRequiredService<ReleaseRehearsal>();
        var before = await RowsAsync(portal);
        var went = false;

        var steps = await fault.RunAsync(0, async () => went = await rehearsal.RunAsync(CancellationToken.None));

        went.ShouldBeTrue();
        steps.ShouldContain(step => step.Contains("Editions", StringComparison.Ordinal));
        (await RowsAsync(portal)).ShouldBe(before);

        await fault.RunAsync(steps.Count - 1, async () => went = await rehearsal.RunAsync(CancellationToken.None));

        went.ShouldBeFalse();
        (await RowsAsync(portal)).ShouldBe(before);
    }

    private static async Task<string> RowsAsync(ServiceProvider portal)
    {
        await using var store = await portal.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync();
        await using var newsroom = await portal.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        return string.Join(
            ' ',
            await store.Ledger.CountAsync(),
            await store.Editions.CountAsync(),
            await newsroom.Documents.CountAsync(),
            await newsroom.Revisions.CountAsync(),
            await newsroom.PendingReleases.CountAsync(),
            await newsroom.AuditEntries.CountAsync());
    }
}
