namespace IrenPortal.Hosting.Outbound;

/// <summary>Settings that every address has in common which the portal asks by itself.</summary>
public static class OutboundSettings
{
    /// <summary>The hosts of a list, parted by commas or blanks.</summary>
    public static IReadOnlySet<string> Hosts(string? value) =>
        (value ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>One of some words; <paramref name="otherwise"/> where none is set.</summary>
    /// <exception cref="FormatException">It is none of them; the message names the key.</exception>
    public static T Choice<T>(IConfiguration configuration, string key, T otherwise)
        where T : struct, Enum => configuration[key] is not { } word
        ? otherwise
        : Enum.GetValues<T>().FirstOrDefault(v => string.Equals(v.ToString(), word, StringComparison.OrdinalIgnoreCase)) is var value && !value.Equals(default(T))
            ? value
            : throw new FormatException($"{key}: '{word}' is unknown; write {string.Join(" or ", Enum.GetNames<T>())}");

    /// <summary>Refuses an address that is no https, or whose host isn't listed.</summary>
    /// <param name="address">The address.</param>
    /// <param name="section">What the keys begin with, such as <c>Prices:Http:</c>.</param>
    /// <param name="hosts">The hosts that may be asked.</param>
    /// <param name="reach">The resolved addresses that may be connected to; http is for this machine alone.</param>
    /// <exception cref="FormatException">It may not be asked; the message names the key.</exception>
    public static void Check(Uri address, string section, IReadOnlySet<string> hosts, OutboundReach reach)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && reach is OutboundReach.Loopback))
        {
            throw new FormatException($"{section}Url: '{address.Scheme}' is not https; only {section}Addresses=Loopback allows http");
        }

        if (!hosts.Contains(address.Host))
        {
            throw new FormatException($"{section}AllowedHosts: does not list {address.Host}, the host of {section}Url: add it");
        }
    }
}
