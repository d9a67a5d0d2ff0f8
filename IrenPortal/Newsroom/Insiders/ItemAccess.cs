using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Insiders;

/// <summary>
/// Stands before every address that names a document: who may not open it gets the usual 404, as if it weren't there. The commands
/// ask again inside their transactions.
/// </summary>
internal sealed class ItemAccess(IDbContextFactory<NewsroomDbContext> newsrooms) : IEndpointFilter
{
    /// <summary>The route value that holds a document's id.</summary>
    public const string RouteValue = "id";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!Guid.TryParse(http.GetRouteValue(RouteValue) as string, out var document))
        {
            return await next(context);
        }

        await using var newsroom = await newsrooms.CreateDbContextAsync(http.RequestAborted);
        return await newsroom.MayOpenAsync(http.User.StaffId(), document, http.RequestAborted) ? await next(context) : Results.NotFound();
    }
}
