using System.Threading.RateLimiting;
using IrenPortal.Hosting;
using IrenPortal.Site.Api;
using Microsoft.Extensions.Options;

namespace IrenPortal.Site.Search;

/// <summary>
/// Bounds how fast one address may search by words, which is the only read whose cost grows with the archive. A reader never
/// comes near it.
/// </summary>
public sealed class SearchThrottle(IOptions<SearchLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _buckets = ClientBuckets.Create(limits.Value.Burst, limits.Value.Period, limits.Value.Refill);

    /// <inheritdoc />
    public void Dispose() => _buckets.Dispose();

    /// <summary>Answers 429 to a search that comes too soon; lists without words pass.</summary>
    public sealed class Filter(SearchThrottle throttle) : IEndpointFilter
    {
        /// <inheritdoc />
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            if (string.IsNullOrEmpty(http.Request.Query["q"]))
            {
                return await next(context);
            }

            using var lease = throttle._buckets.AttemptAcquire(ClientBuckets.Network(http.Connection.RemoteIpAddress));
            if (lease.IsAcquired)
            {
                return await next(context);
            }

            http.Response.Headers.RetryAfter = "1";
            return ApiProblem.Of(StatusCodes.Status429TooManyRequests, "Too Many Requests", "Too many searches from this address; try again in a second.");
        }
    }
}

/// <summary>How many searches one address may make; not settings of an operator, but tests shorten them.</summary>
public sealed class SearchLimits
{
    /// <summary>Searches that may come at once.</summary>
    public int Burst { get; set; } = 120;

    /// <summary>How often more are allowed.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many then.</summary>
    public int Refill { get; set; } = 30;
}
