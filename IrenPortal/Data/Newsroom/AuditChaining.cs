using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Newsroom;

/// <summary>Takes a newsroom of before the chain into it: links the entries there are and adds those of earlier openings.</summary>
internal static class AuditChaining
{
    /// <summary>Does it once, in one transaction, before the triggers are made again; nothing where any entry is linked already.</summary>
    public static async Task RunAsync(NewsroomDbContext newsroom, CancellationToken cancel)
    {
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await AuditChain.LockAsync(newsroom, cancel);
        if (await newsroom.AuditEntries.AnyAsync(e => e.Hash != "", cancel))
        {
            return;
        }

        await DropGuardAsync(newsroom, cancel);
        var previous = AuditChain.Genesis;
        foreach (var entry in await newsroom.AuditEntries.OrderBy(e => e.Number).ToListAsync(cancel))
        {
            previous = AuditChain.Link(entry, entry.Number, previous);
        }

        await newsroom.SaveChangesAsync(cancel);
        newsroom.AuditEntries.AddRange((await newsroom.ItemOpenings.AsNoTracking().OrderBy(o => o.Number).ToListAsync(cancel)).Select(AuditChain.Of));
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        newsroom.ChangeTracker.Clear();
    }

    private static Task<int> DropGuardAsync(NewsroomDbContext newsroom, CancellationToken cancel) => newsroom.Database.ExecuteSqlRawAsync(
        newsroom.Database.IsSqlite()
            ? "DROP TRIGGER IF EXISTS \"AuditEntries_no_update\""
            : $"DROP TRIGGER IF EXISTS \"AuditEntries_no_change\" ON {NewsroomDbContext.Schema}.\"AuditEntries\"",
        cancel);
}
