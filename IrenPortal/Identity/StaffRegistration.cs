using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.Factors;
using IrenPortal.Identity.Passwords;
using Microsoft.AspNetCore.Identity;

namespace IrenPortal.Identity;

/// <summary>Puts staff accounts into the container, for the site and for the verbs.</summary>
public static class StaffRegistration
{
    /// <summary>Registers accounts, roles and the rules of passwords.</summary>
    public static IServiceCollection AddStaffAccounts(this IServiceCollection services)
    {
        services.AddScoped<IPasswordValidator<PortalUser>, PasswordRules>();
        services.AddIdentityCore<PortalUser>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.User.AllowedUserNameCharacters = "";
            })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<NewsroomDbContext>();
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddSingleton(sp => SecondFactorRules.From(sp.GetRequiredService<IConfiguration>()));
        services.AddSingleton<CompanyOnRecord>();
        services.AddSingleton<AccountTransactions>();
        services.AddSingleton<NewPasswords>();
        services.AddSingleton<PasswordLinks>();
        services.AddSingleton<StaffAccounts>();
        services.AddSingleton<OperatorAccounts>();
        services.AddSingleton<StaffList>();
        return services;
    }
}
