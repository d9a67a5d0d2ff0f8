using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content.Rendering;

/// <summary>Where a link may lead.</summary>
internal static partial class LinkRule
{
    /// <summary>What a link's destination is.</summary>
    internal enum Kind
    {
        /// <summary>Nowhere that is allowed.</summary>
        Refused,

        /// <summary>Another site, by http or https.</summary>
        External,

        /// <summary>An address on this site, or a mailbox.</summary>
        Plain,

        /// <summary>A heading of the same text; the address is its name.</summary>
        Heading,

        /// <summary>A file in <c>media/</c>; the address is its name.</summary>
        Media,
    }

    private const string MediaFolder = "media/";

    /// <summary>The kind of a destination as Markdig decoded it, and the address in the form that goes into HTML.</summary>
    public static (Kind Kind, string Address) Of(string url)
    {
        if (url.Length == 0 || url.Contains('\\', StringComparison.Ordinal) || TextRules.Fault(url) is not null || url.Any(char.IsWhiteSpace))
        {
            return (Kind.Refused, "");
        }

        if (url.StartsWith(MediaFolder, StringComparison.Ordinal))
        {
            var name = Uri.UnescapeDataString(url[MediaFolder.Length..]);
            return MediaCheck.NameFault(name) is null ? (Kind.Media, name) : (Kind.Refused, "");
        }

        if (url[0] == '#')
        {
            return url.Length > 1 ? (Kind.Heading, url[1..]) : (Kind.Refused, "");
        }

        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            return (Kind.Refused, "");
        }

        if (!SchemePattern().IsMatch(url))
        {
            return (Kind.Plain, Encode(url));
        }

        if (Rules.IsWebAddress(url))
        {
            return HostPattern().IsMatch(url) ? (Kind.External, Encode(url)) : (Kind.Refused, "");
        }

        return MailPattern().IsMatch(url) ? (Kind.Plain, url) : (Kind.Refused, "");
    }

    private static string Encode(string url)
    {
        var encoded = new StringBuilder(url.Length);
        foreach (var b in Encoding.UTF8.GetBytes(url))
        {
            _ = b is > 0x20 and < 0x7F && b is not ((byte)'"' or (byte)'<' or (byte)'>' or (byte)'`' or (byte)'\'')
                ? encoded.Append((char)b)
                : encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return encoded.ToString();
    }

    // Anything before a colon that comes ahead of the path, the query and the fragment could be taken for a scheme.
    [GeneratedRegex(@"^[^/?#]*:", RegexOptions.CultureInvariant)]
    private static partial Regex SchemePattern();

    // Hosts in ASCII only: letters of other scripts can look like another host's.
    [GeneratedRegex(@"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#].*)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HostPattern();

    [GeneratedRegex(@"^mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+(\?[A-Za-z0-9._%+&=-]*)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MailPattern();
}
