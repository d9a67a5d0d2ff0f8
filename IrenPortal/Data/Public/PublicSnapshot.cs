using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IrenPortal.Data.Public;

/// <summary>One moment of a store for several queries: what is released in between is seen wholly or not at all.</summary>
public static class PublicSnapshot
{
    /// <summary>Begins a read transaction; disposing the context ends it.</summary>
    public static async Task<IDbContextTransaction> BeginSnapshotAsync(this DbContext store, CancellationToken cancel)
    {
        if (!store.Database.IsSqlite())
        {
            return await store.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        }

        // EF would begin with BEGIN IMMEDIATE, which a read-only file refuses.
        await store.Database.OpenConnectionAsync(cancel);
        var deferred = ((SqliteConnection)store.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await store.Database.UseTransactionAsync(deferred, cancel))!;
    }

    /// <summary>The store version: the ledger's last number, 0 when nothing was published.</summary>
    public static Task<long> VersionAsync(this PublicDbContext store, CancellationToken cancel) =>
        store.Ledger.OrderByDescending(e => e.Number).Select(e => e.Number).FirstOrDefaultAsync(cancel);
}
