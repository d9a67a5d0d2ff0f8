using System.CommandLine;
using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Commands;

/// <summary><c>users add EMAIL --role Editor|Admin [--password-stdin]</c>.</summary>
internal static class UsersVerb
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "The person's address." };
        var role = new Option<string>("--role") { Description = "Editor or Admin.", Required = true };
        role.Validators.Add(given =>
        {
            if (StaffRoles.Find(given.GetValueOrDefault<string>()) is null)
            {
                given.AddError("--role: write Editor or Admin");
            }
        });
        var fromInput = new Option<bool>("--password-stdin") { Description = "Read the password from standard input and set it at once." };
        var add = new Command("add", "Give an address an account of this role, switched on, and print a one-time link that sets its password; a known address gets a fresh link.") { email, role, fromInput };
        add.SetAction((parsed, cancel) => AddAsync(parsed, parsed.GetRequiredValue(email), StaffRoles.Find(parsed.GetRequiredValue(role))!, parsed.GetValue(fromInput), cancel));
        return new Command("users", "Staff accounts.") { add };
    }

    private static Task<int> AddAsync(ParseResult parsed, string email, string role, bool fromInput, CancellationToken cancel) => Refusal.GuardAsync(parsed, () => VerbHost.WriteAsync(
        parsed,
        async services =>
        {
            await StaffRoles.SeedAsync(services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>(), cancel);
            var accounts = services.GetRequiredService<OperatorAccounts>();
            var origin = Origin(services.GetRequiredService<PortalSettings>(), services.GetRequiredService<IConfiguration>());
            if (fromInput)
            {
                var password = await VerbInvocation.Of(parsed).Input().ReadLineAsync(cancel) ?? "";
                Require(await accounts.AddAsync(email, role, password, cancel), email);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{email} can sign in at {origin}{StaffAddresses.Login}");
            }
            else
            {
                var link = Require(await accounts.AddAsync(email, role, cancel), email);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(origin + link.Path);
            }

            return 0;
        },
        cancel));

    private static T Require<T>(AccountResult<T> result, string email)
        where T : class =>
        result.Value ?? throw new RefusalException([.. result.Issues.Select(issue => $"{email}: {issue.Sentence}")]);

    // No server runs here: the origin is what the site would be bound to.
    private static string Origin(PortalSettings settings, IConfiguration configuration)
    {
        if (settings.PublicOrigin is { } origin)
        {
            return origin.GetLeftPart(UriPartial.Authority);
        }

        var address = configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return (string.IsNullOrEmpty(address) ? ServeVerb.DefaultAddress : address).TrimEnd('/');
    }
}
