using IrenPortal.Data.Newsroom;
using Microsoft.AspNetCore.Identity;

namespace IrenPortal.Identity.SignIn;

/// <summary>
/// Tells whose password it is. An unknown, disabled or not yet finished account costs the same one hash and answers the
/// same as a wrong password.
/// </summary>
public sealed class PasswordSignIn(UserManager<PortalUser> users, DummyPassword dummy)
{
    /// <summary>The account, or null.</summary>
    public async Task<PortalUser?> FindAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        var usable = user is { Disabled: false, PasswordHash: not null };
        var answer = users.PasswordHasher.VerifyHashedPassword(user ?? DummyPassword.Owner, usable ? user!.PasswordHash! : dummy.Hash, password);
        return usable && answer is not PasswordVerificationResult.Failed ? user : null;
    }
}

/// <summary>A hash that no password has, of the same cost as a real one.</summary>
public sealed class DummyPassword(IPasswordHasher<PortalUser> hasher)
{
    internal static readonly PortalUser Owner = new();

    /// <summary>The hash of a secret that nobody knows.</summary>
    public string Hash { get; } = hasher.HashPassword(Owner, Accounts.OneTimeToken.Create());
}
