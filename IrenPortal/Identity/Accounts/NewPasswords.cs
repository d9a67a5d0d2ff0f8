using IrenPortal.Data.Newsroom;
using Microsoft.AspNetCore.Identity;

namespace IrenPortal.Identity.Accounts;

/// <summary>Checks and hashes passwords before a transaction begins, so that none is held open for the length of a hash.</summary>
public sealed class NewPasswords(IServiceScopeFactory scopes)
{
    /// <summary>The hash of a new password, or why it can't be one.</summary>
    public async Task<AccountResult<string>> HashAsync(string email, string name, string? password, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await HashAsync(Users(scope), new PortalUser { UserName = email, Email = email, DisplayName = name }, password, cancel);
    }

    /// <summary>The hash of a password that replaces one's own, which has to be known.</summary>
    internal async Task<AccountResult<ReplacingHash>> HashForChangeAsync(string userId, string? current, string? password, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
        if (await users.FindByIdAsync(userId) is not { } user || !await users.CheckPasswordAsync(user, current ?? ""))
        {
            return new AccountIssue(AccountIssue.Current, "That is not your present password.");
        }

        if (password == current)
        {
            return new AccountIssue(AccountIssue.Password, "Write another password than the present one.");
        }

        var hash = await HashAsync(users, user, password, cancel);
        return new(hash.Done ? new ReplacingHash(hash.Value!, user.PasswordHash!) : null, hash.Issues);
    }

    private static async Task<AccountResult<string>> HashAsync(UserManager<PortalUser> users, PortalUser user, string? password, CancellationToken cancel)
    {
        foreach (var rule in users.PasswordValidators)
        {
            cancel.ThrowIfCancellationRequested();
            var judged = await rule.ValidateAsync(users, user, password);
            if (judged.Errors.FirstOrDefault() is { } fault)
            {
                return new AccountIssue(AccountIssue.Password, fault.Description);
            }
        }

        return users.PasswordHasher.HashPassword(user, password!);
    }

    private static UserManager<PortalUser> Users(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
}

/// <summary>A new password's hash and the hash that it replaces.</summary>
internal sealed record ReplacingHash(string Hash, string Replaces);
