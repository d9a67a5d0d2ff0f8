using IrenPortal.Identity.SignIn;
using Microsoft.Extensions.Options;
using NodaTime;

namespace IrenPortal.Identity.Account;

/// <summary>
/// Stands before everything that changes one's second factors: who has not given the password or touched a passkey within
/// the last minutes is asked for it first, so that a browser left open is not enough.
/// </summary>
internal sealed class FreshSignIn(IOptions<StaffSignInOptions> options, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var age = Instant.FromDateTimeOffset(clock.GetUtcNow()) - http.User.ConfirmedAt();
        if (age >= Duration.Zero && age < Duration.FromTimeSpan(options.Value.Fresh))
        {
            return await next(context);
        }

        // What was sent is asked for again from the page that it came from; nothing of it is kept.
        var back = http.Request.Path.StartsWithSegments(StaffAddresses.Enrol) ? StaffAddresses.Enrol : StaffAddresses.Factors;
        return Results.LocalRedirect(StaffAddresses.Confirm + QueryString.Create("returnUrl", back));
    }
}
