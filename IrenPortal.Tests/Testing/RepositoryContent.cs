namespace IrenPortal.Tests.Testing;

/// <summary>Portals that start with the repository's own content, imported as a first start does it.</summary>
public class RepositoryContent : SharedPortals
{
    /// <summary>The repository's content folder, found upward from where the tests run.</summary>
    public static string Folder { get; } = Find();

    /// <inheritdoc />
    protected override PortalOptions Options => new() { Settings = new Dictionary<string, string?> { ["Portal:ContentDirectory"] = Folder } };

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "wwwroot-content")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run from inside the repository.");
        }

        return Path.Combine(folder.FullName, "wwwroot-content");
    }
}
