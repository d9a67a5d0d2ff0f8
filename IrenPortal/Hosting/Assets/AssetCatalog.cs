using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.StaticAssets;

namespace IrenPortal.Hosting.Assets;

/// <summary>The fingerprinted names of style sheets, fonts and scripts, for documents outside Blazor's own endpoints.</summary>
public sealed class AssetCatalog
{
    /// <summary>What <c>@Assets["app.css"]</c> looks names up in; empty until the assets are mapped.</summary>
    public ResourceAssetCollection Assets { get; private set; } = ResourceAssetCollection.Empty;

    /// <summary>Takes the names from the mapped static assets.</summary>
    public void Read(IEndpointRouteBuilder endpoints) => Assets = new ResourceAssetCollection(
    [
        .. endpoints.DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Where(asset => asset.Selectors.Count == 0)
            .Select(asset => new ResourceAsset(asset.Route, [.. asset.Properties.Select(p => new ResourceAssetProperty(p.Name, p.Value))])),
    ]);
}
