using System.Text.Json;
using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content.Json;

/// <summary>The fields of one object of a JSON file; faults name their line.</summary>
/// <param name="Object">The object.</param>
/// <param name="Path">Its path in the file.</param>
/// <param name="Source">The file.</param>
internal sealed record JsonFields(JsonElement Object, string Path, JsonSource Source)
{
    /// <summary>A text that must be there and not be blank; null with a fault.</summary>
    public string? Required(string name) => Optional(name, required: true);

    /// <summary>A text; null when it isn't there, or with a fault.</summary>
    public string? Optional(string name, bool required = false)
    {
        if (!Has(name, out var value))
        {
            if (required)
            {
                Source.Fault(Path, $"{name} is missing: write it as a text");
            }

            return null;
        }

        if (TextOf(value) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Source.Fault(PathOf(name), $"{name} is `{FieldReader.Shown(value.GetRawText())}`: write a text");
        return null;
    }

    /// <summary>A value's text; null where it is none, or holds half a surrogate pair, which can't be read.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True or false; false when it isn't there, or with a fault.</summary>
    public bool Flag(string name)
    {
        if (Has(name, out var value) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Source.Fault(PathOf(name), $"{name} is `{FieldReader.Shown(value.GetRawText())}`: write true or false");
            return false;
        }

        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>An object of its own; null when it isn't there, or with a fault.</summary>
    public JsonFields? Child(string name)
    {
        if (!Has(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new JsonFields(value, PathOf(name), Source);
        }

        Source.Fault(PathOf(name), $"{name} is `{FieldReader.Shown(value.GetRawText())}`: write an object, {{…}}");
        return null;
    }

    /// <summary>The objects of a list; empty when it isn't there, or with a fault.</summary>
    public IReadOnlyList<JsonFields> List(string name, bool required = false)
    {
        if (!Has(name, out var value) && !required)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || (required && value.GetArrayLength() == 0))
        {
            Source.Fault(Source.Knows(PathOf(name)) ? PathOf(name) : Path, $"{name} is no list with an entry: write at least one");
            return [];
        }

        var entries = new List<JsonFields>();
        foreach (var (i, entry) in value.EnumerateArray().Index())
        {
            var path = FormattableString.Invariant($"{PathOf(name)}[{i}]");
            if (entry.ValueKind == JsonValueKind.Object)
            {
                entries.Add(new JsonFields(entry, path, Source));
            }
            else
            {
                Source.Fault(path, $"this entry of {name} is `{FieldReader.Shown(entry.GetRawText())}`: write an object, {{…}}");
            }
        }

        return entries;
    }

    /// <summary>Notes a fault of a field.</summary>
    public void Fault(string name, string message) => Source.Fault(PathOf(name), $"{name} {message}");

    /// <summary>Refuses fields that look like a slip of one that isn't there; others are passed over.</summary>
    public void RefuseSlips(params string[] known)
    {
        var absent = known.Where(name => !Has(name, out _)).ToList();
        foreach (var name in Object.EnumerateObject().Select(field => field.Name).Except(known, StringComparer.Ordinal))
        {
            if (Nearest.To(name, absent) is { } meant)
            {
                Source.Fault(PathOf(name), $"`{FieldReader.Shown(name)}` is no known field: did you mean `{meant}`?");
            }
        }
    }

    private bool Has(string name, out JsonElement value) => Object.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
