using System.Globalization;
using IrenPortal.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace IrenPortal.Site.Live;

/// <summary>The stream of announcements: <c>/live</c>, server-sent events.</summary>
internal static class LiveEndpoints
{
    private const string RetryAfterSeconds = "30";

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<LiveConnections>();
        services.AddHostedService<LiveFollower>();
    }

    public static void MapLive(this IEndpointRouteBuilder site) => site.MapGetOrHead("/live", Live);

    private static async Task Live(HttpContext http, LiveFeed feed, LiveConnections connections)
    {
        var response = http.Response;
        response.Headers.CacheControl = "no-store";
        using var place = feed.Now is { Version: >= 0, IsOver: false } ? connections.TryOpen(ClientBuckets.Network(http.Connection.RemoteIpAddress)) : null;
        if (place is null)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = RetryAfterSeconds;
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync("No more streams can be opened now; try again later.\n", http.RequestAborted);
            return;
        }

        // Proxies keep answers back until they are full; this one never is.
        response.Headers["X-Accel-Buffering"] = "no";
        response.ContentType = "text/event-stream; charset=utf-8";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
            await LiveStream.SendAsync(http, feed, After(http.Request));
        }
    }

    // The header is newer: a browser that reconnects keeps the address.
    private static long? After(HttpRequest request) =>
        Number(request.Headers["Last-Event-ID"]) ?? Number(request.Query["after"]);

    private static long? Number(string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
