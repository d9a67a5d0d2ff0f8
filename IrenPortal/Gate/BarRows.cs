using System.Data.Common;
using System.Globalization;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace IrenPortal.Gate;

/// <summary>
/// Adds bars many a statement and puts them in force, inside the gate's transaction. Change tracking would send each row by
/// itself and twice over, which makes thousands of bars cost seconds.
/// </summary>
internal sealed class BarRows
{
    // Eight parameters a row; SQLite looks each up by name among all of its statement, so that longer statements are slower.
    private const int RowsAStatement = 50;

    private readonly PublicDbContext _store;
    private readonly ISqlGenerationHelper _sql;
    private readonly IReadOnlyList<IProperty> _columns;

    public BarRows(PublicDbContext store)
    {
        _store = store;
        _sql = store.GetService<ISqlGenerationHelper>();
        _columns = [.. store.Model.FindEntityType(typeof(BarRevision))!.GetProperties()];
    }

    /// <summary>Writes the bars of a command, of every symbol that it brings.</summary>
    public async Task WriteAsync(IReadOnlyList<BarRevision> bars, CancellationToken cancel)
    {
        foreach (var chunk in bars.Chunk(RowsAStatement))
        {
            await InsertAsync(chunk, cancel);
        }

        foreach (var (symbol, number) in bars.Select(b => (b.Symbol, b.Number)).Distinct().OrderBy(b => b.Number))
        {
            await PutInForceAsync(symbol, number, cancel);
        }
    }

#pragma warning disable EF1002 // The names of tables and columns are the model's; every value is a parameter.
    private async Task InsertAsync(BarRevision[] bars, CancellationToken cancel)
    {
        await using var command = _store.Database.GetDbConnection().CreateCommand();
        var values = new List<DbParameter>(bars.Length * _columns.Count);
        var rows = bars.Select(bar => $"({string.Join(", ", _columns.Select(column => Add(column, bar)))})").ToList();
        await _store.Database.ExecuteSqlRawAsync(
            $"INSERT INTO {Table<BarRevision>()} ({string.Join(", ", _columns.Select(c => Column(c.Name)))}) VALUES {string.Join(", ", rows)}", values, cancel);

        string Add(IProperty column, BarRevision bar)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@v{values.Count}");
            values.Add(column.GetRelationalTypeMapping().CreateParameter(command, name, column.PropertyInfo!.GetValue(bar), column.IsNullable));
            return name;
        }
    }

    private async Task PutInForceAsync(string symbol, long number, CancellationToken cancel)
    {
        var (symbols, dates, numbers) = (Column(nameof(CurrentBar.Symbol)), Column(nameof(CurrentBar.Date)), Column(nameof(CurrentBar.Number)));
        await _store.Database.ExecuteSqlRawAsync(
            $$"""
            INSERT INTO {{Table<CurrentBar>()}} ({{symbols}}, {{dates}}, {{numbers}})
            SELECT {{symbols}}, {{dates}}, {{numbers}} FROM {{Table<BarRevision>()}} WHERE {{symbols}} = {0} AND {{numbers}} = {1}
            ON CONFLICT ({{symbols}}, {{dates}}) DO UPDATE SET {{numbers}} = excluded.{{numbers}}
            """,
            [symbol, number],
            cancel);
    }
#pragma warning restore EF1002

    private string Table<TRow>()
    {
        var row = _store.Model.FindEntityType(typeof(TRow))!;
        return _sql.DelimitIdentifier(row.GetTableName()!, row.GetSchema());
    }

    private string Column(string name) => _sql.DelimitIdentifier(name);
}
