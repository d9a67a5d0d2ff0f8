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

    /// <summary>Notes a fault when the field isn't written.</summary>
    public void Require(string name, string example)
    {
        if (!Has(name))
        {
            Fault(name, $"is missing: add a line `{example}`");
        }
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
}
