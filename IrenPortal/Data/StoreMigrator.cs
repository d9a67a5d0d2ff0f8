using IrenPortal.Data.Alerts;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IrenPortal.Data;

/// <summary>Brings the stores and the alerts to this build's schema at the start of the one process that writes.</summary>
public sealed class StoreMigrator(PublicStoreWriter writer, IDbContextFactory<NewsroomDbContext> newsrooms, IDbContextFactory<AlertsDbContext> alerts, DatabaseSettings settings)
{
    /// <summary>Migrates, makes the triggers, and on PostgreSQL lets the readers' role read. The caller holds the data folder's lock.</summary>
    /// <exception cref="InvalidOperationException">The readers' role doesn't exist; the message says how to create it.</exception>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await MigrateAsync(newsroom, cancel);
        await AuditChaining.RunAsync(newsroom, cancel);
        await Immutability.GuardAsync(newsroom, cancel);
        await using var subscribers = await alerts.CreateDbContextAsync(cancel);
        await MigrateAsync(subscribers, cancel);
        await using var store = writer.Open();
        await MigrateAsync(store, cancel);
        await Immutability.GuardAsync(store, cancel);
        if (settings.Provider is DatabaseProvider.Postgres)
        {
            await GrantAsync(store, cancel);
        }
    }

    private static async Task MigrateAsync(DbContext store, CancellationToken cancel)
    {
        if (store.Database.IsSqlite())
        {
            MakeOwnerOnly(store.Database.GetDbConnection().DataSource);

            // A process killed inside a migration leaves this row, and the next start would wait on it for ever.
            await store.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancel);
        }

        await store.Database.MigrateAsync(cancel);
    }

    // SQLite makes its files readable for everybody unless they are there already; the WAL takes the file's rights.
    private static void MakeOwnerOnly(string path)
    {
        if (!File.Exists(path))
        {
            OwnerOnlyFile.Write(path, []);
        }
    }

    private async Task GrantAsync(DbContext store, CancellationToken cancel)
    {
        var role = new NpgsqlConnectionStringBuilder(settings.Public).Username ?? "";
        if (role == (new NpgsqlConnectionStringBuilder(settings.Newsroom).Username ?? ""))
        {
            return;
        }

        var quoted = $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        try
        {
#pragma warning disable EF1003 // GRANT takes no parameters; the role is quoted above.
            await store.Database.ExecuteSqlRawAsync(
                $"GRANT USAGE ON SCHEMA {PublicDbContext.Schema} TO {quoted}; " +
                $"GRANT SELECT ON ALL TABLES IN SCHEMA {PublicDbContext.Schema} TO {quoted}; " +
                $"ALTER DEFAULT PRIVILEGES IN SCHEMA {PublicDbContext.Schema} GRANT SELECT ON TABLES TO {quoted}",
                cancel);
#pragma warning restore EF1003
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedObject)
        {
            throw new InvalidOperationException(
                $"ConnectionStrings:Public: the role {role} does not exist; create it with: CREATE ROLE {quoted} LOGIN PASSWORD '…'", missing);
        }
    }
}
