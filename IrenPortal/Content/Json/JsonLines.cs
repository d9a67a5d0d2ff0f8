using System.Globalization;
using System.Text.Json;

namespace IrenPortal.Content.Json;

/// <summary>The lines of a JSON text.</summary>
internal static class JsonLines
{
    /// <summary>The line of every value by its path, such as <c>events[2].ticker</c>; the root's is empty.</summary>
    /// <param name="utf8">JSON that has been read once without a fault.</param>
    public static IReadOnlyDictionary<string, int> Of(ReadOnlySpan<byte> utf8)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var containers = new Stack<(string Path, int Next)>();
        var (line, counted, name) = (1, 0, "");
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += utf8[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    containers.Pop();
                    break;
                default:
                    var path = PathOf(containers, name);
                    lines[path] = line;
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        containers.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
                    }

                    break;
            }
        }

        return lines;
    }

    private static string PathOf(Stack<(string Path, int Next)> containers, string name)
    {
        if (!containers.TryPop(out var parent))
        {
            return "";
        }

        containers.Push(parent.Next < 0 ? parent : parent with { Next = parent.Next + 1 });
        return parent.Next >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"{parent.Path}[{parent.Next}]")
            : parent.Path.Length == 0 ? name : $"{parent.Path}.{name}";
    }
}
