namespace IrenPortal.Tests.Testing;

/// <summary>Portals that start with the repository's own content, imported as a first start does it.</summary>
public class RepositoryContent : SharedPortals
{
    /// <inheritdoc />
    protected override PortalOptions Options => new() { Settings = new Dictionary<string, string?> { ["Portal:ContentDirectory"] = Repository.Content } };
}
