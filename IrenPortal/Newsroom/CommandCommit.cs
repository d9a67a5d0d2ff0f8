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
        catch (DbUpdateException fault) when (IsClash(fault))
        {
            await transaction.RollbackAsync(cancel);
            return false;
        }
    }

    private static bool IsClash(DbUpdateException fault) => fault is DbUpdateConcurrencyException || fault.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        DbException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected } => true,
        _ => false,
    };
}
