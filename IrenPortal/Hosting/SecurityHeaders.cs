namespace IrenPortal.Hosting;

/// <summary>Headers of every answer, errors and 304 included. What an endpoint set itself stays, such as the sandbox of a file.</summary>
public static class SecurityHeaders
{
    /// <summary>No inline script or style, nothing from elsewhere, no frames around it.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string PermissionsPolicy = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    private const string StrictTransport = "max-age=31536000";

    /// <summary>Adds the headers when an answer starts.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            Add((HttpContext)state);
            return Task.CompletedTask;
        }, http);
        return next(http);
    });

    private static void Add(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = StrictTransport;
        }
    }
}
