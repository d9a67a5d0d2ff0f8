using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Releasing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Queue;

/// <summary>The figures by which staff see that releasing works.</summary>
/// <param name="LoopAge">How long ago the release loop last looked; null when it never did.</param>
/// <param name="Clock">The clock that releases less this machine's; null before they were compared.</param>
/// <param name="StoreVersion">The ledger's last number.</param>
/// <param name="LedgerHead">The ledger's last hash, lower-case hex; empty in an empty store.</param>
public sealed record HealthFigures(TimeSpan? LoopAge, Duration? Clock, long StoreVersion, string LedgerHead)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    /// <summary>True while the clocks agree as far as they must.</summary>
    public bool ClockAgrees => Clock is not { } apart || (apart < ClockWatch.Tolerance && -apart < ClockWatch.Tolerance);

    /// <summary>True while the release loop looks as often as it should.</summary>
    public bool LoopRuns => LoopAge is { } age && age < Late;
}

/// <summary>Reads the health figures.</summary>
public sealed class NewsroomHealth(IDbContextFactory<PublicDbContext> stores, ReleaseLoop loop, ClockWatch clock)
{
    /// <summary>The figures now.</summary>
    public async Task<HealthFigures> ReadAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var head = await store.Ledger.OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Hash }).FirstOrDefaultAsync(cancel);
        return new HealthFigures(loop.SinceLastLook, clock.Difference, head?.Number ?? 0, head?.Hash ?? "");
    }
}
