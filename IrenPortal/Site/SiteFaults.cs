using System.Data.Common;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;
using IrenPortal.Site.Pages;
using IrenPortal.Site.Published;

namespace IrenPortal.Site;

/// <summary>
/// Turns what went wrong into a page that needs no store, 503 where the store can't be read and 500 for a fault of ours,
/// and an empty 404 of any slice into the one 404.
/// </summary>
public sealed partial class SiteFaults(DocumentRenderer renderer, SiteMoments moments, SiteAnswers answers, UnknownAddresses unknown, PortalSettings settings, ILogger<SiteFaults> log) : IMiddleware
{
    /// <inheritdoc />
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, ContentType: null, ContentLength: null })
            {
                context.Response.Clear();
                await (await answers.NotFoundAsync()).ExecuteAsync(context);
            }

            if (context.Response.StatusCode is StatusCodes.Status404NotFound)
            {
                unknown.Saw(context.Request.Path.Value ?? "");
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away.
        }
        catch (BadHttpRequestException unreadable) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = unreadable.StatusCode;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            // The route's pattern and never the address: a staff page's may hold what a draft says.
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            LogFault(log, fault, route);
            context.Response.Clear();
            await (await AnswerAsync(context.Request.Path, IsStoreFault(fault))).ExecuteAsync(context);
        }
    }

    private async Task<IResult> AnswerAsync(PathString path, bool store)
    {
        var status = store ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return store
                ? ApiProblem.Of(status, "Service Unavailable", "The store can't be read now; try again in a minute.")
                : ApiProblem.Of(status, "Internal Server Error", "The fault is on our side and has been recorded.");
        }

        return new AnswerResult(await renderer.RenderAsync<ErrorPage>(
            new() { [nameof(ErrorPage.Status)] = status, [nameof(ErrorPage.Name)] = moments.CompanyName, [nameof(ErrorPage.Language)] = settings.Language.Name }, status));
    }

    private static bool IsStoreFault(Exception fault) =>
        fault is DbException or StoreUnavailableException || (fault.InnerException is { } inner && IsStoreFault(inner));

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to {Route} failed.")]
    private static partial void LogFault(ILogger logger, Exception fault, string route);
}
