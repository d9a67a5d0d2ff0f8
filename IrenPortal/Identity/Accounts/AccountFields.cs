using System.Net.Mail;

namespace IrenPortal.Identity.Accounts;

/// <summary>What people write in account forms, cleaned and checked.</summary>
internal static class AccountFields
{
    private const int LongestEmail = 254;
    private const int LongestName = 80;

    /// <summary>A plain address such as <c>dana@example.com</c>.</summary>
    public static AccountResult<string> Email(string? written)
    {
        var email = (written ?? "").Trim();
        return email.Length is > 0 and <= LongestEmail && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && MailAddress.TryCreate(email, out var address) && address.Address == email
            ? email
            : new AccountIssue(AccountIssue.Email, "Write an e-mail address such as dana@example.com.");
    }

    /// <summary>The name that colleagues see.</summary>
    public static AccountResult<string> Name(string? written)
    {
        var name = (written ?? "").Trim();
        return name.Length is > 0 and <= LongestName && !name.Any(char.IsControl)
            ? name
            : new AccountIssue(AccountIssue.Name, $"Write the name that colleagues see, at most {LongestName} characters.");
    }
}
