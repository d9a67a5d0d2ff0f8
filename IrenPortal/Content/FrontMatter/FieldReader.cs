using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content.FrontMatter;

/// <summary>
/// Takes the fields of one mapping by name and type, and notes a fault where one doesn't fit. Every field that is asked
/// for becomes known; <see cref="Finish"/> refuses the others. Mutable.
/// </summary>
internal sealed partial class FieldReader
{
    private readonly Dictionary<string, YamlEntry> _entries;
    private readonly List<string> _known = [];
    private readonly string _prefix;
    private readonly int _line;
    private readonly Dictionary<string, int> _lines;

    public FieldReader(YamlMap map, IssueList issues)
        : this(map, "", issues, new Dictionary<string, int>(StringComparer.Ordinal))
    {
    }

    private FieldReader(YamlMap map, string prefix, IssueList issues, Dictionary<string, int> lines)
    {
        _entries = map.Entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
        _prefix = prefix;
        _line = map.Line;
        _lines = lines;
        Issues = issues;
        foreach (var entry in map.Entries)
        {
            lines[prefix + entry.Key] = entry.Line;
        }
    }

    /// <summary>Where faults go.</summary>
    public IssueList Issues { get; }

    /// <summary>Line of every field by its full name, such as <c>phases[1].date</c>; grows while lists are read.</summary>
    public IReadOnlyDictionary<string, int> Lines => _lines;

    /// <summary>True where the field is written, whatever its value.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Notes a fault of a field on its line.</summary>
    public void Fault(string name, string message) =>
        Issues.Add(_entries.TryGetValue(name, out var entry) ? entry.Line : _line, _prefix + name, $"`{_prefix}{name}` {message}");

    /// <summary>One line of plain text; null when absent or faulty.</summary>
    public string? Text(string name, int maxLength = ContentLimits.TextLength)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        var fault = TextRules.Fault(scalar.Text)
            ?? (scalar.Text.Length > maxLength
                ? string.Create(CultureInfo.InvariantCulture, $"is {scalar.Text.Length} characters long: cut it to {maxLength}")
                : string.IsNullOrWhiteSpace(scalar.Text) ? "holds only blanks: write something or leave the field out" : null);
        if (fault is null)
        {
            return scalar.Text;
        }

        Fault(name, fault);
        return null;
    }

    /// <summary>As <see cref="Text"/>, and refused when absent; empty text after a refusal.</summary>
    public string RequiredText(string name, int maxLength = ContentLimits.TextLength)
    {
        Require(name, $"{name}: …");
        return Text(name, maxLength) ?? "";
    }

    /// <summary>Notes a fault when the field isn't written.</summary>
    public void Require(string name, string example)
    {
        if (!Has(name))
        {
            Fault(name, $"is missing: add a line `{example}`");
        }
    }

    /// <summary>One word of an enum; null when absent or faulty.</summary>
    public T? Choice<T>(string name) where T : struct, Enum
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        var value = Words<T>.Parse(scalar.Text);
        if (value is null)
        {
            Fault(name, $"is `{Shown(scalar.Text)}`: write {Nearest.Choice(Words<T>.All)}");
        }

        return value;
    }

    /// <summary>True or false, false when absent.</summary>
    public bool Flag(string name)
    {
        if (Scalar(name) is not { } scalar)
        {
            return false;
        }

        if (scalar is { Plain: true, Text: "true" or "false" })
        {
            return scalar.Text == "true";
        }

        Fault(name, $"is `{Shown(scalar.Text)}`: write true or false, without quotes");
        return false;
    }

    /// <summary>A calendar date; null when absent or faulty.</summary>
    public LocalDate? Date(string name)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(scalar.Text);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        Fault(name, $"is `{Shown(scalar.Text)}`: write a date that exists as year-month-day, such as 2025-11-03");
        return null;
    }

    /// <summary>A decimal number within bounds, both included; null when absent or faulty.</summary>
    public decimal? Number(string name, decimal min, decimal max)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        if (!scalar.Plain || !NumberPattern().IsMatch(scalar.Text)
            || !decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            Fault(name, $"is `{Shown(scalar.Text)}`: write a plain number such as 1940000000 or 23.26, without quotes, unit, exponent or thousands separators");
            return null;
        }

        if (value < min || value > max)
        {
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"is {value}: write a number from {min} to {max}"));
            return null;
        }

        return value / 1.0000000000000000000000000000m;
    }

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

    /// <summary>The single value of a field, for types that only one field has; null when absent, empty or no single value.</summary>
    public YamlScalar? Scalar(string name)
    {
        var node = Node(name);
        if (node is null or YamlScalar { Empty: false })
        {
            return node as YamlScalar;
        }

        Fault(name, node is YamlScalar ? "is empty: write a value or leave the field out" : "must be a single value, not a list or fields of its own");
        return null;
    }

    /// <summary>True where the field holds fields of its own.</summary>
    public bool IsMap(string name) => Node(name) is YamlMap;

    /// <summary>Refuses every field that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in _entries.Values.Where(e => !_known.Contains(e.Key)))
        {
            var meant = Nearest.To(entry.Key, _known.Where(k => !_entries.ContainsKey(k)));
            Issues.Add(entry.Line, _prefix + entry.Key, $"`{_prefix}{Shown(entry.Key)}` is no known field: "
                + (meant is null ? $"known are {string.Join(", ", _known)}" : $"did you mean `{meant}`?"));
        }
    }

    /// <summary>A value as messages may print it: visible characters only, cut.</summary>
    public static string Shown(string text)
    {
        var cut = text.Length > 80 ? $"{text[..80]}…" : text;
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c));
    }

    private YamlNode? Node(string name)
    {
        if (!_known.Contains(name))
        {
            _known.Add(name);
        }

        return _entries.TryGetValue(name, out var entry) ? entry.Value : null;
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

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,10})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
