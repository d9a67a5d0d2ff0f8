namespace IrenPortal.Content.Folder;

/// <summary>A file that was found.</summary>
/// <param name="Path">The file as the caller names it.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Kind">What it is, from its place.</param>
internal sealed record FoundFile(string Path, string Name, ContentKind Kind)
{
    /// <summary>The name of the folder that holds it; of an earlier edition its slug.</summary>
    public string Folder => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)) ?? "";
}

/// <summary>Lists the files of a content folder with what they are, in no certain order.</summary>
internal static class FolderListing
{
    /// <summary>The company's file, at the top.</summary>
    public const string CompanyName = "company.yml";

    private const string EditionsName = "editions";

    /// <summary>Every file but the company's and what is passed over; a folder where none belongs comes as unknown.</summary>
    public static IEnumerable<FoundFile> Of(string root)
    {
        foreach (var (path, name, folder) in Entries(root.TrimEnd('/')))
        {
            var files = (folder, name) switch
            {
                (_, CompanyName) => [],
                (false, _) => [new FoundFile(path, name, ContentKind.Unknown)],
                (_, EditionsName) => Editions(path),
                _ => Entries(path).Select(e => new FoundFile(e.Path, e.Name, e.IsFolder ? ContentKind.Unknown : ContentKinds.Of(name, e.Name))),
            };
            foreach (var file in files)
            {
                yield return file;
            }
        }
    }

    // editions/SLUG/N.md are an announcement's, editions/contracts/SLUG/N.md a contract's, editions/pages/SLUG/N.md a page's.
    private static IEnumerable<FoundFile> Editions(string path)
    {
        foreach (var outer in Entries(path))
        {
            if (!outer.IsFolder)
            {
                yield return new FoundFile(outer.Path, outer.Name, ContentKind.Unknown);
                continue;
            }

            foreach (var inner in Entries(outer.Path))
            {
                var kind = outer.Name switch
                {
                    "contracts" => ContentKind.EarlierContract,
                    "pages" => ContentKind.EarlierPage,
                    _ => ContentKind.Unknown,
                };
                var files = inner.IsFolder && kind != ContentKind.Unknown
                    ? Entries(inner.Path).Select(e => Edition(e, kind))
                    : [Edition(inner, ContentKind.EarlierAnnouncement)];
                foreach (var file in files)
                {
                    yield return file;
                }
            }
        }
    }

    private static FoundFile Edition(Entry entry, ContentKind kind) =>
        new(entry.Path, entry.Name, !entry.IsFolder && ContentKinds.VersionOf(entry.Name) is not null ? kind : ContentKind.Unknown);

    private static IEnumerable<Entry> Entries(string path) => Directory.EnumerateFileSystemEntries(path)
        .Select(entry => new Entry($"{path}/{Path.GetFileName(entry)}", Path.GetFileName(entry), Directory.Exists(entry)))
        .Where(e => !ContentKinds.PassedOver(e.Name));

    private readonly record struct Entry(string Path, string Name, bool IsFolder);
}
