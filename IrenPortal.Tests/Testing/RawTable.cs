using System.Data.Common;
using System.Globalization;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IrenPortal.Tests.Testing;

/// <summary>A table as someone with the database's password sees it, for tests that forge.</summary>
public sealed class RawTable(DbContext store, IEntityType type)
{
    /// <summary>The table's quoted name with its schema.</summary>
    public string Name { get; } = type.GetSchema() is { } schema ? $"{schema}.\"{type.GetTableName()}\"" : $"\"{type.GetTableName()}\"";

    /// <summary>The table's bare name.</summary>
    public string PlainName => type.GetTableName()!;

    /// <summary>Its columns.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. type.GetProperties().Select(p => p.GetColumnName())];

    private IReadOnlyList<string> Key { get; } = [.. type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())];

    /// <summary>The tables of a store.</summary>
    public static IReadOnlyList<RawTable> All(DbContext store) => [.. store.Model.GetEntityTypes().Select(t => new RawTable(store, t))];

    /// <summary>The tables whose rows may never change.</summary>
    public static IReadOnlyList<RawTable> Immutable(DbContext store) =>
        [.. (store is PublicDbContext ? PublicDbContext.ImmutableRows : NewsroomDbContext.ImmutableRows).Select(r => new RawTable(store, store.Model.FindEntityType(r)!))];

    /// <summary>All rows, ascending by key.</summary>
    public async Task<IReadOnlyList<Dictionary<string, object>>> RowsAsync()
    {
        await using var command = await CommandAsync($"SELECT {List(Columns)} FROM {Name} ORDER BY {List(Key)}");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync())
        {
            rows.Add(Columns.Select((c, i) => (c, Value: reader.GetValue(i))).ToDictionary(x => x.c, x => x.Value, StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>Writes one column of a row; false where the database refuses.</summary>
    public Task<bool> UpdateAsync(Dictionary<string, object> row, string column, object value) => TryAsync(
        $"UPDATE {Name} SET \"{column}\" = @v WHERE {string.Join(" AND ", Key.Select((k, i) => $"\"{k}\" = @k{i}"))}",
        [("v", value), .. Key.Select((k, i) => ($"k{i}", row[k]))]);

    /// <summary>Deletes every row; false where the database refuses.</summary>
    public Task<bool> DeleteAllAsync() => TryAsync($"DELETE FROM {Name}", []);

    /// <summary>Deletes one row; false where the database refuses.</summary>
    public Task<bool> DeleteAsync(Dictionary<string, object> row) => TryAsync(
        $"DELETE FROM {Name} WHERE {string.Join(" AND ", Key.Select((k, i) => $"\"{k}\" = @k{i}"))}",
        [.. Key.Select((k, i) => ($"k{i}", row[k]))]);

    /// <summary>Puts a row in.</summary>
    public Task<bool> InsertAsync(Dictionary<string, object> row) => TryAsync(
        $"INSERT INTO {Name} ({List(Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@c{i}"))})",
        [.. Columns.Select((c, i) => ($"c{i}", row[c]))]);

    /// <summary>Another value for a column that the portal can read and that means something else.</summary>
    public object Other(string column, object value) => value switch
    {
        bool flag => !flag,
        long number when type.GetProperties().Single(p => p.GetColumnName() == column).ClrType == typeof(bool) => 1 - number,
        byte[] bytes => new byte[bytes.Length],
        long number => number + 1,
        int number => number + 1,
        decimal number => number + 1,
        DateTime instant => instant.AddMilliseconds(1),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) => "1999-01-04",
        string text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => (number + 1).ToString(CultureInfo.InvariantCulture),
        string text => text + "x",
        _ => throw new NotSupportedException($"No other value of a {value.GetType()} is known."),
    };

    /// <summary>Drops the triggers that guard the tables.</summary>
    public static async Task DropTriggersAsync(DbContext store)
    {
        var sqlite = store.Database.IsSqlite();
        foreach (var table in Immutable(store))
        {
            foreach (var suffix in sqlite ? ["no_update", "no_delete"] : new[] { "no_change", "no_truncate" })
            {
                (await table.TryAsync($"DROP TRIGGER \"{table.PlainName}_{suffix}\"{(sqlite ? "" : $" ON {table.Name}")}", [])).ShouldBeTrue();
            }
        }
    }

    /// <summary>Runs a statement; null where it was carried out, else what the database said.</summary>
    public async Task<string?> RefusalOfAsync(string sql)
    {
        try
        {
            await using var command = await CommandAsync(sql);
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (DbException refused)
        {
            return refused.Message;
        }
    }

    private async Task<bool> TryAsync(string sql, IReadOnlyList<(string Name, object Value)> values)
    {
        try
        {
            await using var command = await CommandAsync(sql);
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private async Task<DbCommand> CommandAsync(string sql)
    {
        await store.Database.OpenConnectionAsync();
        var command = store.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));
}
