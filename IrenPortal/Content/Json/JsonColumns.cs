using System.Globalization;
using System.Text.Json;
using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content.Json;

/// <summary>Lists side by side, as some sources write a table: entry n of each belongs to row n. Faults name the entry's line.</summary>
internal sealed class JsonColumns
{
    private readonly JsonFields _table;
    private readonly Dictionary<string, JsonElement[]> _lists = new(StringComparer.Ordinal);

    /// <summary>Takes the lists; one that is missing or of another length is a fault, and then there are no rows.</summary>
    /// <param name="table">The object that holds them.</param>
    /// <param name="needed">Names of the lists that must be there; the first one's length is that of all.</param>
    /// <param name="others">Names of those that may be.</param>
    public JsonColumns(JsonFields table, IReadOnlyList<string> needed, IReadOnlyList<string> others)
    {
        _table = table;
        foreach (var name in needed.Concat(others))
        {
            var isThere = table.Object.TryGetProperty(name, out var value);
            if (value.ValueKind is JsonValueKind.Array)
            {
                _lists.Add(name, [.. value.EnumerateArray()]);
            }
            else if (isThere || needed.Contains(name))
            {
                Fault(name, isThere ? "is no list: write one with an entry a row" : "is missing: write a list with an entry a row");
            }
        }

        var length = _lists.GetValueOrDefault(needed[0])?.Length ?? 0;
        foreach (var (name, list) in _lists.Where(l => l.Value.Length != length))
        {
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"has {list.Length} entries, {needed[0]} {length}: write one a row"));
        }

        Count = Faults == 0 ? length : 0;
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>How many faults were found.</summary>
    public int Faults { get; private set; }

    /// <summary>An entry; null where the list isn't there or the entry is null.</summary>
    public JsonElement? Cell(string name, int row) =>
        _lists.TryGetValue(name, out var list) && list[row] is { ValueKind: not JsonValueKind.Null } cell ? cell : null;

    /// <summary>An entry's text; empty where there is none, null with a fault.</summary>
    public string? Text(string name, int row)
    {
        if (Cell(name, row) is not { } cell)
        {
            return "";
        }

        if (JsonFields.TextOf(cell) is { } text)
        {
            return text;
        }

        Fault(name, row, $"is `{FieldReader.Shown(cell.GetRawText())}`: write a text");
        return null;
    }

    /// <summary>Notes a fault of an entry.</summary>
    public void Fault(string name, int row, string message) => Fault(string.Create(CultureInfo.InvariantCulture, $"{name}[{row}]"), message);

    private void Fault(string name, string message)
    {
        Faults++;
        _table.Fault(name, message);
    }
}
