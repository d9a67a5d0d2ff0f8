using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using Microsoft.AspNetCore.Identity;

namespace IrenPortal.Identity.Passkeys;

/// <summary>Puts passkeys into the container of a process that has the newsroom.</summary>
internal static class PasskeyRegistration
{
    /// <summary>Registers them: bound to the public origin, found by the browser itself, and always with a check of the person.</summary>
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<PortalUser>, PasskeyHandler<PortalUser>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicOrigin>((o, origin) =>
        {
            o.ServerDomain = origin.Value.Host;
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.AuthenticatorTimeout = TimeSpan.FromMinutes(2);
            o.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var asked)
                && asked.GetLeftPart(UriPartial.Authority) == origin.Value.GetLeftPart(UriPartial.Authority));
        });
        services.AddSingleton<PasskeyChallenges>();
        services.AddSingleton<PasskeyCeremonies>();
        services.AddSingleton<FreshTouch>();
        return services;
    }
}
