using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IrenPortal.Tests.Data;

public sealed class StoreTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task Migrations_hold_the_whole_model(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        await using var store = portal.OpenPublicWriter();
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();

        store.Database.HasPendingModelChanges().ShouldBeFalse("a migration of the public store is missing");
        newsroom.Database.HasPendingModelChanges().ShouldBeFalse("a migration of the newsroom is missing");
        (await store.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await newsroom.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Readers_can_not_write_whatever_they_try(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        await using var store = portal.OpenPublicStore();
        store.Add(new CurrentEdition { Kind = EditionKind.Page, Slug = "slipped-in", EditionNumber = 1 });

        await Should.ThrowAsync<DbUpdateException>(() => store.SaveChangesAsync());
    }

    [Theory, EachDatabase]
    public async Task Text_is_ordered_by_code_point_on_both(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        await using var store = portal.OpenPublicWriter();
        string[] names = ["b", "a-b", "é", "B", "ab", "a_b", "Z"];
        foreach (var name in names)
        {
            store.Add(new CurrentEdition { Kind = EditionKind.Event, Slug = name, EditionNumber = 1000 + Array.IndexOf(names, name) });
        }

        await using var transaction = await store.Database.BeginTransactionAsync();
        await store.SaveChangesAsync();
        var sorted = await store.CurrentEditions.Where(c => c.EditionNumber >= 1000).OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync();
        await transaction.RollbackAsync();

        sorted.ShouldBe(names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_text_column_of_PostgreSQL_compares_by_code_point()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Postgres);
        await using var connection = new NpgsqlConnection(portal.Stores.Newsroom);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns
            WHERE table_schema IN ('public_site', 'newsroom') AND data_type IN ('text', 'character varying')
              AND collation_name IS DISTINCT FROM 'C' AND table_name NOT LIKE '\_\_EF%'
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        (await reader.ReadAsync()).ShouldBeFalse(reader.HasRows ? reader.GetString(0) : null);
    }

    [Fact]
    public async Task SQLite_connections_have_their_settings()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        await using var writer = portal.OpenPublicWriter();
        await using var reader = portal.OpenPublicStore();

        (await PragmasAsync(writer, "journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema", "recursive_triggers")).ShouldBe("wal 2 1 1 0 1");
        (await PragmasAsync(reader, "query_only", "trusted_schema", "wal_autocheckpoint")).ShouldBe("1 0 0");
    }

    [Fact]
    public async Task A_migration_lock_that_a_killed_process_left_does_not_hold_the_next_start()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        await using (var connection = new SqliteConnection(portal.Stores.Public))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2020-01-01')";
            await command.ExecuteNonQueryAsync();
        }

        await portal.RestartAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<string> PragmasAsync(PublicDbContext store, params string[] names)
    {
        await store.Database.OpenConnectionAsync();
        var values = new List<string>();
        foreach (var name in names)
        {
            await using var command = store.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            values.Add(Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return string.Join(' ', values);
    }
}
