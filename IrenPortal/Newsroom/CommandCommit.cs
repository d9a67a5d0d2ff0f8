using System.Data.Common;
using IrenPortal.Data.Newsroom;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IrenPortal.Newsroom;

/// <summary>Ends a command's transaction; of two commands that met on one document, one wins.</summary>
internal static class CommandCommit
{
    private const int SqliteConstraint = 19;

    /// <summary>Saves and commits; false when another command changed the same document, or wrote the same key, in this very moment.</summary>
    public static async Task<bool> TryCommitAsync(this NewsroomDbContext newsroom, IDbContextTransaction transaction, CancellationToken cancel)
    {
        try
        {
            await newsroom.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return true;
        }
        catch (Exception fault) when (IsClash(fault))
        {
            await transaction.RollbackAsync(cancel);
            return false;
        }
    }

    private static bool IsClash(Exception? fault) => fault switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        DbException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected } => true,

        // PostgreSQL's provider wraps once more what might go well if it were tried again, such as a deadlock.
        DbUpdateException or InvalidOperationException => IsClash(fault.InnerException),
        _ => false,
    };
}
