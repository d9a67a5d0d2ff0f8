using System.Text.RegularExpressions;

namespace IrenPortal.Alerts.Delivering;

/// <summary>What a mail server reports of a mail that it could not deliver (RFC 3464), as far as it matters here.</summary>
/// <param name="Tag">Whom it was for, by the return address; null where it names none of ours.</param>
/// <param name="IsFinal">False for a report that the server still tries.</param>
/// <param name="IsPermanent">True where the mailbox refuses for good (status 5).</param>
public sealed partial record BounceReport(string? Tag, bool IsFinal, bool IsPermanent)
{
    /// <summary>Reads a report; null for a mail that is none, such as an answer from somebody's holidays.</summary>
    /// <param name="text">The whole mail.</param>
    /// <param name="bounceAddress">The return address without a tag.</param>
    public static BounceReport? Read(string text, string bounceAddress)
    {
        if (ActionPattern().Match(text) is not { Success: true } action || StatusPattern().Match(text) is not { Success: true } status)
        {
            return null;
        }

        var at = bounceAddress.IndexOf('@', StringComparison.Ordinal);
        var tag = Regex.Match(
            text, $@"{Regex.Escape(bounceAddress[..at])}\+(?<tag>[0-9a-fA-F]+){Regex.Escape(bounceAddress[at..])}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return new BounceReport(
            tag.Success ? tag.Groups["tag"].Value.ToLowerInvariant() : null,
            action.Groups["action"].Value.Equals("failed", StringComparison.OrdinalIgnoreCase),
            status.Groups["class"].Value == "5");
    }

    [GeneratedRegex(@"^Action:\s*(?<action>[A-Za-z]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActionPattern();

    [GeneratedRegex(@"^Status:\s*(?<class>[245])\.\d{1,3}\.\d{1,3}", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatusPattern();
}
