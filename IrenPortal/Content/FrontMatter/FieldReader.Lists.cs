using System.Globalization;

namespace IrenPortal.Content.FrontMatter;

internal sealed partial class FieldReader
{
    /// <summary>Lines of plain text, distinct by the given comparison; empty when absent.</summary>
    public IReadOnlyList<string> TextList(string name, StringComparer distinct)
    {
        var seen = new HashSet<string>(distinct);
        return List(name, (entry, reader) =>
        {
            var text = reader.Text(entry);
            if (text is not null && !seen.Add(text))
            {
                reader.Fault(entry, $"repeats `{Shown(text)}`: keep one");
            }

            return text;
        });
    }

    /// <summary>A list of mappings; empty when absent. An entry that has faults is read all the same.</summary>
    public IReadOnlyList<T> MapList<T>(string name, Func<FieldReader, T> read) where T : class =>
        List(name, (entry, reader) => reader.Map(entry, read));

    /// <summary>A mapping; null when absent or no mapping.</summary>
    public T? Map<T>(string name, Func<FieldReader, T> read) where T : class
    {
        var node = Node(name);
        if (node is null)
        {
            return null;
        }

        if (node is not YamlMap map)
        {
            Fault(name, "must hold fields of its own: write each on an indented line `field: value`");
            return null;
        }

        var reader = new FieldReader(map, $"{_prefix}{name}.", Issues, _lines);
        var value = read(reader);
        reader.Finish();
        return value;
    }

    private IReadOnlyList<T> List<T>(string name, Func<string, FieldReader, T?> read) where T : class
    {
        var node = Node(name);
        if (node is null)
        {
            return [];
        }

        if (node is not YamlList list)
        {
            Fault(name, "must be a list: write each entry on an indented line that begins with `- `");
            return [];
        }

        if (list.Items.Count > ContentLimits.ListEntries)
        {
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"has {list.Items.Count} entries: keep at most {ContentLimits.ListEntries}"));
            return [];
        }

        var entries = list.Items.Select((item, i) => new YamlEntry(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), item.Line, item)).ToList();
        var reader = new FieldReader(new YamlMap(entries, list.Line), _prefix, Issues, _lines);
        return [.. entries.Select(e => read(e.Key, reader)).OfType<T>()];
    }
}
