using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace IrenPortal.Alerts;

/// <summary>Mail addresses as people type them.</summary>
public static partial class EmailAddress
{
    private const int Longest = 254;
    private const int LongestLocal = 64;
    private static readonly IdnMapping Names = new() { UseStd3AsciiRules = true };

    /// <summary>The address with its domain in ASCII; null where it is none that mail can be sent to from here.</summary>
    public static string? Read(string? written)
    {
        var text = written?.Trim() ?? "";
        return text.Length <= Longest && MailAddress.TryCreate(text, out var address) && address.Address == text
            && address.User.Length <= LongestLocal && LocalPattern().IsMatch(address.User)
            && Domain(address.Host) is { } domain
            ? $"{address.User}@{domain}"
            : null;
    }

    /// <summary>The address folded, so that one mailbox is known under one name.</summary>
    public static string Key(string address) => address.ToLowerInvariant();

    private static string? Domain(string host)
    {
        try
        {
            var ascii = Names.GetAscii(host).ToLowerInvariant();
            return DomainPattern().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // What stands unquoted in an address (RFC 5322, 3.2.3).
    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex LocalPattern();

    [GeneratedRegex("^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex DomainPattern();
}
