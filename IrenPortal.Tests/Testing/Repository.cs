namespace IrenPortal.Tests.Testing;

/// <summary>The repository that the tests run from, found upward from where they run.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The content that the portal ships.</summary>
    public static string Content { get; } = Path.Combine(Root, "wwwroot-content");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IrenPortal.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run from inside the repository.");
        }

        return folder.FullName;
    }
}
