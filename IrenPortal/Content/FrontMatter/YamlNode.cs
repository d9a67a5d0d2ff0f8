namespace IrenPortal.Content.FrontMatter;

/// <summary>A piece of front matter with its line in the file, from 1.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A single value; <paramref name="Plain"/> where it stands without quotes, so that it may be a number, a date or null.</summary>
internal sealed record YamlScalar(string Text, bool Plain, int Line) : YamlNode(Line)
{
    /// <summary>True for nothing at all and for YAML's ways to write null.</summary>
    public bool Empty => Text.Length == 0 || (Plain && Text is "~" or "null" or "Null" or "NULL");
}

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>A mapping, its keys distinct.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line) : YamlNode(Line);

/// <summary>One field of a mapping.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);
