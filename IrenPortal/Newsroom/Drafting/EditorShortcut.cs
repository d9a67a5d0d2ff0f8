namespace IrenPortal.Newsroom.Drafting;

/// <summary>Keys that do something in the editor: the page, its script and the help read them here.</summary>
/// <param name="Letter">The letter, lower case.</param>
/// <param name="Shift">With Shift.</param>
/// <param name="Does">What they do, in words.</param>
public sealed record EditorShortcut(string Letter, bool Shift, string Does)
{
    /// <summary>Saves now.</summary>
    public static EditorShortcut Save { get; } = new("s", false, "Save now");

    /// <summary>Every one: saving, then the bar's.</summary>
    public static IReadOnlyList<EditorShortcut> All { get; } = [Save, .. MarkdownTool.All.Select(t => t.Shortcut)];

    /// <summary>As people read it.</summary>
    public string Keys => $"Ctrl+{(Shift ? "Shift+" : "")}{Letter.ToUpperInvariant()}";

    /// <summary>As assistive technology reads it.</summary>
    public string Aria => string.Join(' ', new[] { "Control", "Meta" }.Select(key => $"{key}+{(Shift ? "Shift+" : "")}{Letter.ToUpperInvariant()}"));
}

/// <summary>A button over the text.</summary>
/// <param name="Name">What the script knows it by.</param>
/// <param name="Mark">What stands on it.</param>
/// <param name="Shortcut">Its keys, and what it does.</param>
public sealed record MarkdownTool(string Name, string Mark, EditorShortcut Shortcut)
{
    /// <summary>The buttons in their order.</summary>
    public static IReadOnlyList<MarkdownTool> All { get; } =
    [
        new("bold", "B", new("b", false, "Bold")),
        new("italic", "I", new("i", false, "Italic")),
        new("heading", "H2", new("h", true, "Heading")),
        new("link", "Link", new("k", false, "Link")),
        new("list", "List", new("l", true, "List")),
        new("table", "Table", new("e", true, "Table")),
    ];

    /// <summary>Its name for who can't see it; null where its words say it.</summary>
    public string? Label => Mark == Shortcut.Does ? null : Mark is "H2" ? "H2, heading" : Shortcut.Does;
}
