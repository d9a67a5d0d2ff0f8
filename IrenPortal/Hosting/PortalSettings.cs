using System.Globalization;
using System.Net;
using IrenPortal.Data;

namespace IrenPortal.Hosting;

/// <summary>Which half of the portal a process is.</summary>
public enum PortalRole
{
    /// <summary>Readers and staff in one process.</summary>
    All = 1,

    /// <summary>Readers only: no sign-in, no newsroom database, no key.</summary>
    Public = 2,

    /// <summary>Staff, and the releasing.</summary>
    Newsroom = 3,
}

/// <summary>What <c>Portal:*</c> and <c>Database:*</c> say, checked once at the start. Paths are absolute.</summary>
/// <param name="Role">Which half this process is.</param>
/// <param name="DataDirectory">Databases, files, keys and outgoing mail; never served.</param>
/// <param name="ContentDirectory">The content that an empty portal imports at its first start.</param>
/// <param name="KeyDirectory">Keys for cookies, drafts and the ledger.</param>
/// <param name="KnownProxies">Networks whose forwarded headers count.</param>
/// <param name="PublicOrigin">Scheme, host and port of every absolute address; null means the first bound address.</param>
/// <param name="Database">Where the stores are.</param>
/// <param name="Language">What the interface of the public site speaks.</param>
public sealed record PortalSettings(
    PortalRole Role,
    string DataDirectory,
    string ContentDirectory,
    string KeyDirectory,
    IReadOnlyList<IPNetwork> KnownProxies,
    Uri? PublicOrigin,
    DatabaseSettings Database,
    CultureInfo Language)
{
    private const string ContentFolderName = "wwwroot-content";

    /// <summary>True where staff work: everything but a process for readers only.</summary>
    public bool HasNewsroom => Role is not PortalRole.Public;

    /// <summary>True where the public origin is HTTPS.</summary>
    public bool IsSecure => PublicOrigin?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="FormatException">A value can't be used; the message is one line that names its key.</exception>
    public static PortalSettings From(IConfiguration configuration)
    {
        var home = HomeDirectory();
        var data = FullPath(configuration, "Portal:DataDirectory", Path.Combine(home, "data"));
        var role = RoleOf(configuration["Portal:Role"]);
        return new PortalSettings(
            role,
            data,
            FullPath(configuration, "Portal:ContentDirectory", Path.Combine(home, ContentFolderName)),
            FullPath(configuration, "Portal:KeyDirectory", Path.Combine(data, "keys")),
            ProxiesOf(configuration["Portal:KnownProxies"]),
            OriginOf(configuration["Portal:PublicOrigin"]),
            DatabaseSettings.From(configuration, data, withNewsroom: role is not PortalRole.Public),
            SiteLanguage.Of(configuration[SiteLanguage.Key]));
    }

    /// <summary>The folder that holds <c>wwwroot-content</c>: the application's own when published, the clone's root otherwise.</summary>
    private static string HomeDirectory()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, ContentFolderName)))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }

    private static string FullPath(IConfiguration configuration, string key, string otherwise)
    {
        var value = configuration[key];
        if (value is null)
        {
            return otherwise;
        }

        try
        {
            return Path.GetFullPath(value);
        }
        catch (ArgumentException unreadable)
        {
            throw new FormatException($"{key}: '{value}' is no path; write a folder, relative to where you start the portal or absolute", unreadable);
        }
    }

    private static PortalRole RoleOf(string? value) => value is null
        ? PortalRole.All
        : Enum.GetValues<PortalRole>().FirstOrDefault(r => string.Equals(r.ToString(), value, StringComparison.OrdinalIgnoreCase)) is var role && role != default
            ? role
            : throw new FormatException($"Portal:Role: '{value}' is no role; write All, Public or Newsroom");

    private static Uri? OriginOf(string? value) => value is null
        ? null
        : Uri.TryCreate(value, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.PathAndQuery == "/" && origin.UserInfo.Length == 0 && origin.Fragment.Length == 0
            ? origin
            : throw new FormatException($"Portal:PublicOrigin: '{value}' is no origin; write scheme and host such as https://investors.example.com");

    private static List<IPNetwork> ProxiesOf(string? value) =>
        [.. (value ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(ProxyOf)];

    private static IPNetwork ProxyOf(string value)
    {
        if (IPAddress.TryParse(value, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(value, out var network)
            ? network
            : throw new FormatException($"Portal:KnownProxies: '{value}' is no address or network; write for example 10.0.0.7 or 10.0.0.0/24");
    }
}
