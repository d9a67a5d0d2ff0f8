using IrenPortal.Hosting;
using Microsoft.AspNetCore.Routing.Template;

namespace IrenPortal.Newsroom.Links;

/// <summary>The addresses that are mapped for readers and are no document's: lists, tools, data.</summary>
public sealed class PublicAddresses(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<TemplateMatcher>> _templates = new(() => [.. endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<RouteAudience>() == RouteAudience.Public && HasWords(e))
        .Select(e => new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!.TrimStart('/')), []))]);

    /// <summary>Whether readers have something at a path, whatever its parameters are.</summary>
    public bool Has(string path) => path == "/" || _templates.Value.Any(t => t.TryMatch(path, []));

    // A pattern of parameters alone is a page's or none: it says nothing of what is there.
    private static bool HasWords(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.PathSegments.Count == 0 || endpoint.RoutePattern.PathSegments.Any(s => s.Parts.Any(p => p.IsLiteral));
}
