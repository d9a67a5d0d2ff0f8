using System.Text;
using IrenPortal.Hosting.Assets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;

namespace IrenPortal.Hosting.Answers;

/// <summary>
/// Renders a page component to the bytes of a document: no circuit, no request, no cookie, so that equal parameters give
/// equal bytes.
/// </summary>
public sealed class DocumentRenderer(IServiceScopeFactory scopes, ILoggerFactory logs, AssetCatalog assets)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The document as an answer.</summary>
    public async Task<Answer> RenderAsync<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        // Blazor asks for a scoped service of its own with every component; the root container refuses that in Development.
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new Renderer(scope.ServiceProvider, logs, assets.Assets);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = renderer.BeginRenderingComponent(typeof(TPage), ParameterView.FromDictionary(parameters));
            await page.QuiescenceTask;
            return page.ToHtmlString();
        });
        return new Answer("text/html; charset=utf-8", Utf8.GetBytes(html), status);
    }

    private sealed class Renderer(IServiceProvider services, ILoggerFactory logs, ResourceAssetCollection assets) : StaticHtmlRenderer(services, logs)
    {
        protected override ResourceAssetCollection Assets => assets;
    }
}
