using IrenPortal.Data;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Gate;

/// <summary>The clock that decides whether an instant has come, read inside the gate's transaction.</summary>
public interface IGateClock
{
    /// <summary>Now, in whole milliseconds.</summary>
    Task<Instant> NowAsync(PublicDbContext store, CancellationToken cancel);
}

/// <summary>
/// The gate's clock for the newsroom: what it calls due is due for the gate too, also where the database's clock and this
/// machine's differ.
/// </summary>
public sealed class TrustedClock(IDbContextFactory<PublicDbContext> stores, IGateClock clock)
{
    /// <summary>Now, in whole milliseconds.</summary>
    public async Task<Instant> NowAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await clock.NowAsync(store, cancel);
    }
}

/// <summary>This machine's clock: right where one process writes a file beside it.</summary>
public sealed class MachineGateClock(TimeProvider time) : IGateClock
{
    /// <inheritdoc />
    public Task<Instant> NowAsync(PublicDbContext store, CancellationToken cancel) =>
        Task.FromResult(time.StoredNow());
}

/// <summary>PostgreSQL's clock: one for every process that shares the database.</summary>
public sealed class DatabaseGateClock : IGateClock
{
    /// <inheritdoc />
    public async Task<Instant> NowAsync(PublicDbContext store, CancellationToken cancel)
    {
        var milliseconds = await store.Database
            .SqlQueryRaw<long>("SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS \"Value\"")
            .SingleAsync(cancel);
        return Instant.FromUnixTimeMilliseconds(milliseconds);
    }
}
