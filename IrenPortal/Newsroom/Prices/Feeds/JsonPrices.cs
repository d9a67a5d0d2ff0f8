using System.Globalization;
using System.Text;
using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>A source's JSON as rows of CSV, which the one reader of prices then checks. Row n of the answer is line n + 1.</summary>
internal static class JsonPrices
{
    /// <summary>Picks the fields out.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="path">Names and indexes that lead to the rows, parted by points; empty for the root.</param>
    /// <param name="columns">True where what lies there are lists by field, else a list of rows.</param>
    /// <param name="layout">Where each field lies, from a row or from the path: names and indexes parted by points.</param>
    /// <exception cref="InvalidDataException">It is no JSON, or not of this shape; the message says what is missing.</exception>
    public static string ToCsv(ReadOnlyMemory<byte> json, string path, bool columns, PriceLayout layout)
    {
        using var document = Parse(json);
        if (At(document.RootElement, path) is not { } root)
        {
            throw new InvalidDataException($"has nothing at '{path}', where Prices:Http:Rows says that the rows are");
        }

        var text = new StringBuilder(BarCsv.Header);
        var count = 0;
        foreach (var row in columns ? Side(root, layout) : Rows(root, layout))
        {
            if (++count > ContentLimits.PriceRows)
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"has more than {ContentLimits.PriceRows} rows"));
            }

            // A session without a close is how sources say that they have none.
            if (row[4].Length > 0)
            {
                text.AppendJoin(',', row).Append('\n');
            }
        }

        return text.ToString();
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("is no JSON", fault);
        }
    }

    private static IEnumerable<string[]> Rows(JsonElement root, PriceLayout layout)
    {
        if (root.ValueKind is not JsonValueKind.Array)
        {
            throw new InvalidDataException("has no list where the rows should be: set Prices:Http:Rows");
        }

        foreach (var row in root.EnumerateArray())
        {
            yield return [.. layout.Columns.Select(field => Cell(At(row, field)))];
        }
    }

    private static IEnumerable<string[]> Side(JsonElement root, PriceLayout layout)
    {
        var lists = layout.Columns.Select(field => At(root, field) is { ValueKind: JsonValueKind.Array } list ? list : (JsonElement?)null).ToList();
        if (lists[0] is not { } dates || lists[4] is null)
        {
            throw new InvalidDataException("has no list of dates or of closes: set Prices:Http:Fields:Date and Prices:Http:Fields:Close");
        }

        var length = dates.GetArrayLength();
        if (lists.OfType<JsonElement>().Any(l => l.GetArrayLength() != length))
        {
            throw new InvalidDataException("has lists of different lengths");
        }

        var cells = lists.Select(l => l?.EnumerateArray().Take(ContentLimits.PriceRows + 1).Select(e => Cell(e)).ToArray()).ToList();
        return Enumerable.Range(0, length).Select(i => cells.Select(c => c is null ? "" : c[i]).ToArray());
    }

    private static JsonElement? At(JsonElement from, string path)
    {
        var element = from;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (element.ValueKind is JsonValueKind.Object && element.TryGetProperty(step, out var inner))
            {
                element = inner;
            }
            else if (element.ValueKind is JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else
            {
                return null;
            }
        }

        return element;
    }

    private static string Cell(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var plain) ? BarCsv.Plain(plain)! : Quoted(number.GetRawText()),
        { ValueKind: JsonValueKind.String } text => Quoted(text.GetString()!),
        { } other => Quoted(other.ValueKind.ToString()),
    };

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
