using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NodaTime;

namespace IrenPortal.Identity.SignIn;

/// <summary>Checks every sign-in again at every request, and tells strangers as little as it can.</summary>
internal sealed partial class StaffCookieEvents(StaffSessions sessions, ILogger<StaffCookieEvents> log) : CookieAuthenticationEvents
{
    // Whole minutes are close enough to an hour, and most requests then set no cookie.
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal!;
        try
        {
            switch (await sessions.StandingAsync(principal, IsActivity(context.HttpContext), context.HttpContext.RequestAborted))
            {
                case SessionStanding.Whole:
                    return;
                case SessionStanding.Enrolling:
                    // For this request alone; the cookie stays as it is, and counts in full once a factor is there.
                    context.ReplacePrincipal(principal.WithoutRoles());
                    return;
            }
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            // Without the newsroom nobody is staff; the cookie stays for when it is back.
            CannotCheck(log, unreadable);
            context.RejectPrincipal();
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <inheritdoc />
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = IsActivity(context.HttpContext) && context.ElapsedTime >= RenewAfter;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(StaffAddresses.Circuits))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            // A path alone: the Host header has no say in where people are sent.
            context.Response.Redirect(StaffAddresses.Login + QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!context.HttpContext.User.IsEnrolling())
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (!request.Path.StartsWithSegments(StaffAddresses.Circuits) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            context.Response.Redirect(StaffAddresses.Enrol);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    /// <summary>When the cookie was last renewed.</summary>
    internal static Instant LastSeen(AuthenticationProperties properties) =>
        properties.IssuedUtc is { } issued ? Instant.FromDateTimeOffset(issued) : Instant.MinValue;

    // A tab left open reconnects and asks for its end by itself; neither is somebody at work.
    private static bool IsActivity(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(StaffAddresses.Circuits) && context.Request.Path != StaffAddresses.SessionEnd;

    [LoggerMessage(Level = LogLevel.Error, Message = "A sign-in could not be checked and was refused.")]
    private static partial void CannotCheck(ILogger log, Exception unreadable);
}
