namespace IrenPortal.Hosting;

/// <summary>What a load balancer asks: is the process alive, can it serve readers.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGetOrHead("/health/live", (HttpResponse response) => Said(response, null));
        endpoints.MapGetOrHead("/health/ready", (HttpResponse response, StoreVersionWatcher watcher) => Said(response, watcher.Fault));
    }

    private static IResult Said(HttpResponse response, string? fault)
    {
        response.Headers.CacheControl = "no-store";
        return fault is null ? Results.Text("ok\n") : Results.Text(fault + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
