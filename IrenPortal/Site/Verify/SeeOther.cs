namespace IrenPortal.Site.Verify;

/// <summary>303: the answer stands at another address, to be read by GET.</summary>
internal sealed class SeeOther(string location) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
