namespace IrenPortal.Content.Folder;

/// <summary>A document with where it was found and how it was read.</summary>
internal sealed record Found<T>(FoundFile File, T Document, ContentRead<T> Read) where T : class
{
    /// <summary>The media files that the body shows or links and that an announcement attaches, with their lines.</summary>
    public IEnumerable<(string Name, int Line)> Uses => Document is AnnouncementDocument announcement
        ? announcement.Files.Select((name, i) => (name, Read.LineOf(FormattableString.Invariant($"files[{i}]")))).Concat(BodyUses)
        : BodyUses;

    /// <summary>The version in the file's name, of an earlier edition.</summary>
    public int Version => ContentKinds.VersionOf(File.Name) ?? 0;

    private IEnumerable<(string Name, int Line)> BodyUses =>
        Read.Rendered is { } body ? body.MediaNames.Zip(body.MediaLines, (name, line) => (name, Read.BodyLine + line - 1)) : [];
}
