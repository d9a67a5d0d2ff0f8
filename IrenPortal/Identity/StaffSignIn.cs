using IrenPortal.Data;
using IrenPortal.Identity.Account;
using IrenPortal.Identity.Circuits;
using IrenPortal.Identity.Factors;
using IrenPortal.Identity.Passkeys;
using IrenPortal.Identity.Passwords;
using IrenPortal.Identity.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IrenPortal.Identity;

/// <summary>Sign-in and the staff application, in a process that has the newsroom.</summary>
public static class StaffSignIn
{
    private const long LargestHubMessage = 64 * 1024;

    // As the readers' policy; the application's document also has a base address, and shows previews in frames.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Registers cookies and their keys, policies, limits and interactive components.</summary>
    /// <param name="keyDirectory">Where the cookies' keys are kept.</param>
    /// <param name="secure">True where the public origin is HTTPS: cookies are then bound to it.</param>
    public static WebApplicationBuilder AddStaffSignIn(this WebApplicationBuilder builder, string keyDirectory, bool secure)
    {
        var services = builder.Services;
        services.AddOptions<StaffSignInOptions>();
        services.AddCookieKeys(keyDirectory);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        services.AddSingleton(sp => new HashingQueue(sp.GetRequiredService<IOptions<StaffSignInOptions>>().Value.HashingPlaces));
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<DummyPassword>();
        services.AddSingleton<SetupLink>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<OwnSignIns>();
        services.AddSingleton<SealedKeys>();
        services.AddSingleton<StaffFactors>();
        services.AddSingleton<SecondStep>();
        services.AddPasskeys();
        services.AddSingleton<AccountAnswers>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<StaffCookie>();
        services.AddScoped<SignInSteps>();
        services.AddScoped<StaffCookieEvents>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<StaffSignInOptions>>((o, limits) =>
            {
                Lock(o.Cookie, "IrenPortal.Staff", secure);
                o.CookieManager = new StaffCookieManager();
                o.EventsType = typeof(StaffCookieEvents);
                o.LoginPath = StaffAddresses.Login;
                o.ExpireTimeSpan = limits.Value.Idle;
                o.SlidingExpiration = true;
            });
        services.AddAntiforgery(o =>
        {
            Lock(o.Cookie, "IrenPortal.Form", secure);
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(StaffPolicies.Staff, p => p.RequireRole(StaffRoles.Editor, StaffRoles.Admin))
            .AddPolicy(StaffPolicies.SignedIn, p => p.RequireAuthenticatedUser())
            .AddPolicy(StaffPolicies.Admin, p => p.RequireRole(StaffRoles.Admin));

        services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(o => o.MaximumReceiveMessageSize = LargestHubMessage);
        services.AddScoped<AuthenticationStateProvider, StaffAuthenticationStateProvider>();
        services.AddScoped<CircuitHandler, StaffCircuit>();
        return builder;
    }

    /// <summary>Adds authentication, authorization and antiforgery to the pipeline, after the site's headers and error pages.</summary>
    /// <param name="secure">True where the public origin is HTTPS.</param>
    public static IApplicationBuilder UseStaffSignIn(this IApplicationBuilder app, bool secure)
    {
        app.Use((context, next) =>
        {
            if (StaffAddresses.Owns(context.Request.Path))
            {
                // Behind a proxy that ends TLS the origin is the authority, or secure cookies and forms would be refused.
                context.Request.IsHttps |= secure;
                context.Response.OnStarting(KeepPrivate, context.Response);
            }

            return next(context);
        });
        return app.UseAuthentication().UseAuthorization().UseAntiforgery();
    }

    // The usual 404 stays what it is everywhere.
    private static Task KeepPrivate(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is not StatusCodes.Status404NotFound)
        {
            response.Headers.CacheControl = "no-store";
            response.Headers["Referrer-Policy"] = "same-origin";
            if (response.Headers.ContentSecurityPolicy.Count == 0)
            {
                response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            }
        }

        return Task.CompletedTask;
    }

    private static void AddCookieKeys(this IServiceCollection services, string keyDirectory)
    {
        var folder = Path.Combine(keyDirectory, "cookies");
        OwnerOnlyFile.CreateDirectory(keyDirectory);
        OwnerOnlyFile.CreateDirectory(folder);
        services.AddDataProtection().SetApplicationName("IrenPortal").PersistKeysToFileSystem(new DirectoryInfo(folder));
    }

    private static void Lock(CookieBuilder cookie, string name, bool secure)
    {
        cookie.Name = secure ? $"__Host-{name}" : name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
