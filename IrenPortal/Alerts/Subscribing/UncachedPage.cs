using IrenPortal.Hosting.Answers;

namespace IrenPortal.Alerts.Subscribing;

/// <summary>A page for one person: nothing between the portal and the browser may keep it.</summary>
internal sealed class UncachedPage(Answer page) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = page.Status;
        response.Headers.CacheControl = "no-store";
        response.ContentType = page.ContentType;
        response.ContentLength = page.Body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(page.Body, httpContext.RequestAborted);
        }
    }
}
