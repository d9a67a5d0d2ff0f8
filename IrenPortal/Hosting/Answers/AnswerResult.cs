using Microsoft.Net.Http.Headers;

namespace IrenPortal.Hosting.Answers;

/// <summary>Sends an <see cref="Answer"/>: GET or HEAD, whole or 304, compressed where the reader can read it.</summary>
public sealed class AnswerResult(Answer answer) : IResult
{
    /// <summary>The one lifetime of every page, feed and API answer, whether or not a release is near.</summary>
    public const string Lifetime = "public, max-age=1";

    /// <summary>The store version that it was made at; 0 where it doesn't depend on the store.</summary>
    public long StoreVersion { get; init; }

    /// <summary>True where the address has something.</summary>
    public bool IsFound => answer.Status == StatusCodes.Status200OK;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var chosen = answer.For(request);
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = answer.Status < StatusCodes.Status500InternalServerError ? Lifetime : "no-store";
        if (answer.Link is { } link)
        {
            response.Headers.Link = link;
        }

        if (answer.Status == StatusCodes.Status200OK)
        {
            response.Headers.ETag = chosen.Tag;
            if (IsKnown(request, chosen.Tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = chosen.Body.Length;
        if (chosen.Coding is { } coding)
        {
            response.Headers.ContentEncoding = coding;
        }

        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(chosen.Body, httpContext.RequestAborted);
        }
    }

    private static bool IsKnown(HttpRequest request, string tag)
    {
        var known = request.Headers.IfNoneMatch;
        if (known.Count == 0)
        {
            return false;
        }

        var mine = new EntityTagHeaderValue(tag);
        return EntityTagHeaderValue.TryParseList(known, out var tags)
            && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(mine, useStrongComparison: false));
    }
}
