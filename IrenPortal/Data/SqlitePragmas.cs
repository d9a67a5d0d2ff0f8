using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IrenPortal.Data;

/// <summary>The settings that every SQLite connection starts with, pooled ones too.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>For the one writer. The stored file carries an SQLite with the WAL-reset fault of before 3.51.3, so it alone checkpoints.</summary>
    public static SqlitePragmas Writer { get; } = new(
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; " +
        "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA recursive_triggers=ON;");

    /// <summary>For readers.</summary>
    public static SqlitePragmas Reader { get; } = new(
        "PRAGMA busy_timeout=5000; PRAGMA query_only=ON; PRAGMA trusted_schema=OFF; PRAGMA wal_autocheckpoint=0;");

    private readonly string _text;

    private SqlitePragmas(string text) => _text = text;

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Run(connection);

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Run(connection);
        return Task.CompletedTask;
    }

    private void Run(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _text;
        command.ExecuteNonQuery();
    }
}
