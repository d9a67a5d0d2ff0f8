using Microsoft.AspNetCore.Antiforgery;

namespace IrenPortal.Identity.Account;

/// <summary>Demands the form token of posts that aren't forms, in the header <c>RequestVerificationToken</c>.</summary>
public static class AntiforgeryFilter
{
    /// <summary>Answers 400 to a request without the signed-in person's token; forms bound by parameters have this already.</summary>
    public static TBuilder RequireFormToken<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
            await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
                ? await next(context)
                : Results.BadRequest());
}
