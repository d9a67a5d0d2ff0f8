using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Links;

/// <summary>What an address of this site names.</summary>
/// <param name="Kind">The kind of document; null for another page.</param>
/// <param name="Name">The document's address part, or the path.</param>
internal sealed record InnerPlace(EditionKind? Kind, string Name)
{
    private static readonly string[] Forms = [".md", ".json", "/reaction.csv"];

    /// <summary>Reads an address that begins with a slash.</summary>
    public static InnerPlace Of(string address)
    {
        var (path, fragment) = Cut(address);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (parts, fragment) switch
        {
            (["news", ..], _) when parts.Length > 1 => new(EditionKind.Announcement, Bare(path["/news/".Length..])),
            (["contracts", var slug], _) => new(EditionKind.Contract, slug),
            (["events"], { Length: > 0 } name) => new(EditionKind.Event, name),
            ([var slug], _) => new(EditionKind.Page, slug),
            _ => new(null, path),
        };
    }

    private static (string Path, string Fragment) Cut(string address)
    {
        var whole = address.Split('#', 2);
        return (Uri.UnescapeDataString(whole[0].Split('?', 2)[0]), whole.Length > 1 ? whole[1] : "");
    }

    private static string Bare(string name) => Forms.FirstOrDefault(name.EndsWith) is { } form ? name[..^form.Length] : name;
}
