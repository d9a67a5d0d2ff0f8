using System.Threading.RateLimiting;
using IrenPortal.Hosting;

namespace IrenPortal.Site.Api;

/// <summary>Bounds how fast one address may ask for what costs more than a page. A reader never comes near it.</summary>
/// <param name="burst">Questions that may come at once.</param>
/// <param name="period">How often more are allowed.</param>
/// <param name="refill">How many then.</param>
/// <param name="what">What is asked for too often, many of them.</param>
public abstract class ReaderThrottle(int burst, TimeSpan period, int refill, string what) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _buckets = ClientBuckets.Create(burst, period, refill);

    /// <inheritdoc />
    public void Dispose()
    {
        _buckets.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether a request asks for what is bounded; any other passes.</summary>
    protected abstract bool Counts(HttpRequest request);

    /// <summary>Answers 429 to what comes too soon.</summary>
    public sealed class Filter<TThrottle>(TThrottle throttle) : IEndpointFilter
        where TThrottle : ReaderThrottle
    {
        /// <inheritdoc />
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            if (!throttle.Counts(http.Request))
            {
                return await next(context);
            }

            using var lease = throttle._buckets.AttemptAcquire(ClientBuckets.Network(http.Connection.RemoteIpAddress));
            if (lease.IsAcquired)
            {
                return await next(context);
            }

            http.Response.Headers.RetryAfter = "1";
            return ApiProblem.Of(StatusCodes.Status429TooManyRequests, "Too Many Requests", $"Too many {throttle.What} from this address; try again in a second.");
        }
    }

    private string What => what;
}
