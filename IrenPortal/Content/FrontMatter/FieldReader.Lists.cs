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

    /// <summary>As <see cref="MapList{T}(string, Func{FieldReader, T})"/>, where no two entries may say the same in one of their fields; case doesn't matter.</summary>
    /// <param name="name">The list.</param>
    /// <param name="read">Reads an entry.</param>
    /// <param name="distinct">The entries' field.</param>
    /// <param name="value">What an entry says in it.</param>
    /// <param name="advice">What to do about a second one.</param>
    public IReadOnlyList<T> MapList<T>(string name, Func<FieldReader, T> read, string distinct, Func<T, string> value, string advice = "keep one") where T : class
    {
        var all = MapList(name, read);
        for (var i = 0; i < all.Count; i++)
        {
            if (all.Take(i).Any(e => value(e).Equals(value(all[i]), StringComparison.OrdinalIgnoreCase)))
            {
                var field = string.Create(CultureInfo.InvariantCulture, $"{name}[{i}].{distinct}");
                Issues.Add(Lines.GetValueOrDefault(field, 1), field, $"`{field}` repeats {value(all[i])}: {advice}");
            }
        }

        return all;
    }

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
