using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data;

/// <summary>
/// Database triggers that refuse to change or delete what was published or recorded. Made again after every migration,
/// because a table rebuild on SQLite drops them silently. They guard against mistakes; the ledger is the final proof.
/// </summary>
public static class Immutability
{
    /// <summary>Creates all triggers of a store that are not there.</summary>
    public static async Task GuardAsync(DbContext store, CancellationToken cancel)
    {
        foreach (var statement in store.Database.IsSqlite() ? Sqlite(store) : Postgres(store))
        {
            await store.Database.ExecuteSqlRawAsync(statement, cancel);
        }
    }

    /// <summary>Names of triggers that should be there and are not.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(DbContext store, CancellationToken cancel)
    {
        var query = store.Database.IsSqlite()
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'"
            : "SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'";
        var present = await store.Database.SqlQueryRaw<string>(query).ToListAsync(cancel);
        return [.. Tables(store).SelectMany(t => Names(store, t)).Where(n => !present.Contains(n, StringComparer.Ordinal))];
    }

    private static IEnumerable<string> Tables(DbContext store)
    {
        var rows = store is PublicDbContext ? PublicDbContext.ImmutableRows : NewsroomDbContext.ImmutableRows;
        return rows.Select(r => store.Model.FindEntityType(r)!.GetTableName()!);
    }

    private static string[] Names(DbContext store, string table) => store.Database.IsSqlite()
        ? [$"{table}_no_update", $"{table}_no_delete"]
        : [$"{table}_no_change", $"{table}_no_truncate"];

    private static IEnumerable<string> Sqlite(DbContext store) => Tables(store).SelectMany(table => new[]
    {
        $"CREATE TRIGGER IF NOT EXISTS \"{table}_no_update\" BEFORE UPDATE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is immutable'); END",
        $"CREATE TRIGGER IF NOT EXISTS \"{table}_no_delete\" BEFORE DELETE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is immutable'); END",
    });

    private static IEnumerable<string> Postgres(DbContext store)
    {
        var schema = store.Model.GetDefaultSchema()!;
        yield return $"""
            CREATE OR REPLACE FUNCTION {schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% is immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$
            """;
        foreach (var table in Tables(store))
        {
            yield return $"CREATE OR REPLACE TRIGGER \"{table}_no_change\" BEFORE UPDATE OR DELETE ON {schema}.\"{table}\" FOR EACH ROW EXECUTE FUNCTION {schema}.refuse_change()";
            yield return $"CREATE OR REPLACE TRIGGER \"{table}_no_truncate\" BEFORE TRUNCATE ON {schema}.\"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change()";
        }
    }
}
