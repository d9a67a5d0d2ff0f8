using System.Globalization;

namespace IrenPortal.Content.Folder;

/// <summary>What a file of a content folder is, from its place.</summary>
internal enum ContentKind
{
    /// <summary>Nothing that belongs here.</summary>
    Unknown,

    /// <summary><c>announcements/*.md</c>.</summary>
    Announcement,

    /// <summary><c>contracts/*.md</c>.</summary>
    Contract,

    /// <summary><c>pages/*.md</c>.</summary>
    Page,

    /// <summary><c>events/*.md</c>.</summary>
    Event,

    /// <summary><c>editions/SLUG/N.md</c>.</summary>
    EarlierAnnouncement,

    /// <summary><c>editions/contracts/SLUG/N.md</c>.</summary>
    EarlierContract,

    /// <summary><c>editions/pages/SLUG/N.md</c>.</summary>
    EarlierPage,

    /// <summary><c>prices/SYMBOL.csv</c>.</summary>
    Prices,

    /// <summary><c>prices/SYMBOL.actions.csv</c>.</summary>
    Actions,

    /// <summary><c>filings/*.json</c>.</summary>
    Filings,

    /// <summary><c>media/*</c>.</summary>
    Media,
}

/// <summary>Tells the kind of a file from its place.</summary>
internal static class ContentKinds
{
    private const string ActionsEnding = ".actions.csv";

    /// <summary>The kind of a file.</summary>
    /// <param name="folder">The name of the folder that holds it.</param>
    /// <param name="name">The file's name.</param>
    public static ContentKind Of(string folder, string name) => (folder, Path.GetExtension(name)) switch
    {
        ("announcements", ".md") => ContentKind.Announcement,
        ("contracts", ".md") => ContentKind.Contract,
        ("pages", ".md") => ContentKind.Page,
        ("events", ".md") => ContentKind.Event,
        ("prices", ".csv") => name.EndsWith(ActionsEnding, StringComparison.Ordinal) ? ContentKind.Actions : ContentKind.Prices,
        ("filings", ".json") => ContentKind.Filings,
        ("media", _) => ContentKind.Media,
        _ => ContentKind.Unknown,
    };

    /// <summary>The symbol in a price file's name.</summary>
    public static string SymbolOf(string name) =>
        name.EndsWith(ActionsEnding, StringComparison.Ordinal) ? name[..^ActionsEnding.Length] : Path.GetFileNameWithoutExtension(name);

    /// <summary>The version in an earlier edition's file name, such as 2 of <c>2.md</c>; null for any other name.</summary>
    public static int? VersionOf(string name) =>
        name.EndsWith(".md", StringComparison.Ordinal)
        && int.TryParse(name[..^3], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && version > 0 && name == string.Create(CultureInfo.InvariantCulture, $"{version}.md")
            ? version
            : null;

    /// <summary>Files that people and tools leave in folders and that are no content.</summary>
    public static bool PassedOver(string name) => name.StartsWith('.') || name.Equals("README.md", StringComparison.OrdinalIgnoreCase);
}
