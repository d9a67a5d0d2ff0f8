using IrenPortal.Data.Newsroom;
using Microsoft.AspNetCore.Identity;

namespace IrenPortal.Identity.Passwords;

/// <summary>
/// What a password must be: 15 to 128 characters, and none of those that are guessed first. No rule about kinds of characters.
/// </summary>
public sealed class PasswordRules(CompanyOnRecord company) : IPasswordValidator<PortalUser>
{
    /// <summary>The fewest characters.</summary>
    public const int MinimumLength = 15;

    /// <summary>The most characters.</summary>
    public const int MaximumLength = 128;

    /// <summary>What a form says beside the field.</summary>
    public const string Hint = "At least 15 characters; several words that have nothing to do with you or the company do well.";

    /// <inheritdoc />
    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        password ??= "";
        if (password.EnumerateRunes().Count() < MinimumLength)
        {
            return Refused($"Write a password of at least {MinimumLength} characters.");
        }

        if (password.Length > MaximumLength)
        {
            return Refused($"Write a password of at most {MaximumLength} characters.");
        }

        var context = (await company.ReadAsync(default)).Names.Append(user.Email ?? "").Append(user.DisplayName);
        return BlockedPasswords.Covers(password, context)
            ? Refused("That password is made of words, names or runs that are guessed first. Write one with more of your own in it.")
            : IdentityResult.Success;
    }

    private static IdentityResult Refused(string sentence) =>
        IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = sentence });
}
