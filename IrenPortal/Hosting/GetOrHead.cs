namespace IrenPortal.Hosting;

/// <summary>Maps what can only be read.</summary>
public static class GetOrHead
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps an address for GET and HEAD.</summary>
    public static RouteHandlerBuilder MapGetOrHead(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        endpoints.MapMethods(pattern, Methods, handler);
}
