using IrenPortal.Data.Public;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Published;

/// <summary>Marks the addresses at which readers get editions, so that the first reads are noted.</summary>
internal static class ReadAddresses
{
    /// <summary>A GET that finds something here reads editions of a kind; the document is that of the route's slug, if it has one.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, EditionKind kind, ReadChannel channel) =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var result = await next(context);
            var http = context.HttpContext;
            if (result is AnswerResult { IsFound: true } answer && HttpMethods.IsGet(http.Request.Method))
            {
                http.RequestServices.GetRequiredService<FirstReads>().Saw(kind, channel, http.Request.RouteValues["slug"] as string, answer.StoreVersion);
            }

            return result;
        });
}
