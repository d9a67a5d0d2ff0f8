using System.Threading.RateLimiting;
using IrenPortal.Hosting;
using IrenPortal.Site.Api;

namespace IrenPortal.Site.Verify;

/// <summary>Bounds how fast one address may ask the record: an upload costs a network's bandwidth, and nobody checks so many things by hand.</summary>
public sealed class VerifyThrottle : IDisposable
{
    private const int Burst = 60;
    private const int Refill = 5;
    private readonly PartitionedRateLimiter<string> _buckets = ClientBuckets.Create(Burst, TimeSpan.FromSeconds(1), Refill);

    /// <inheritdoc />
    public void Dispose() => _buckets.Dispose();

    /// <summary>Answers 429 to a question that comes too soon; the page without a question passes.</summary>
    public sealed class Filter(VerifyThrottle throttle) : IEndpointFilter
    {
        /// <inheritdoc />
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            if (!HttpMethods.IsPost(http.Request.Method) && !http.Request.Query.ContainsKey("sha256"))
            {
                return await next(context);
            }

            using var lease = throttle._buckets.AttemptAcquire(ClientBuckets.Network(http.Connection.RemoteIpAddress));
            if (lease.IsAcquired)
            {
                return await next(context);
            }

            http.Response.Headers.RetryAfter = "1";
            return ApiProblem.Of(StatusCodes.Status429TooManyRequests, "Too Many Requests", "Too many checks from this address; try again in a second.");
        }
    }
}
