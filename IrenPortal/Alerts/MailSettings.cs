using System.Globalization;
using System.Net.Mail;

namespace IrenPortal.Alerts;

/// <summary>Where mail goes.</summary>
public enum MailTransport
{
    /// <summary>Into files of the data folder, for trying it out or for another program to send.</summary>
    Folder = 1,

    /// <summary>To a mail server.</summary>
    Smtp = 2,
}

/// <summary>Whether the way to the mail server is encrypted.</summary>
public enum MailTls
{
    /// <summary>By STARTTLS, with a certificate that this machine trusts; without it nothing is sent.</summary>
    Required = 1,

    /// <summary>Not at all; only to this machine itself.</summary>
    None = 2,
}

/// <summary>What <c>Mail:*</c> says, checked once at the start.</summary>
/// <param name="Transport">Where mail goes.</param>
/// <param name="Host">The mail server.</param>
/// <param name="Port">Its port for STARTTLS.</param>
/// <param name="User">The account there; null for none.</param>
/// <param name="Password">Its password.</param>
/// <param name="Sender">The address that mail comes from.</param>
/// <param name="Tls">Whether the way there is encrypted.</param>
/// <param name="BounceAddress">Where refusals go: its local part gets <c>+</c> and who it was for. Null: to <paramref name="Sender"/>.</param>
/// <param name="BounceFolder">Where the mail server puts refusals, a file each; null where nobody does.</param>
public sealed record MailSettings(
    MailTransport Transport, string Host, int Port, string? User, string? Password, string Sender, MailTls Tls, string? BounceAddress, string? BounceFolder)
{
    private const int SubmissionPort = 587;
    private const int ImplicitTlsPort = 465;
    private const string FolderSender = "alerts@localhost";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">A value can't be used; the message is one line that names its key.</exception>
    public static MailSettings From(IConfiguration configuration)
    {
        var transport = Named(configuration, "Mail:Transport", MailTransport.Folder);
        var host = configuration["Mail:Host"] ?? "";
        var tls = Named(configuration, "Mail:Tls", MailTls.Required);
        if (transport is MailTransport.Smtp)
        {
            CheckServer(configuration, host, tls);
        }

        return new MailSettings(
            transport,
            host,
            PortOf(configuration["Mail:Port"]),
            configuration["Mail:User"],
            configuration["Mail:Password"],
            AddressOf(configuration, "Mail:From") ?? FolderSender,
            tls,
            AddressOf(configuration, "Mail:BounceAddress"),
            FolderOf(configuration["Mail:BounceFolder"]));
    }

    private static void CheckServer(IConfiguration configuration, string host, MailTls tls)
    {
        if (Uri.CheckHostName(host) is UriHostNameType.Unknown)
        {
            throw new FormatException($"Mail:Host: '{host}' is no host; with Mail:Transport=Smtp write the mail server's name");
        }

        if (configuration["Mail:From"] is null)
        {
            throw new FormatException("Mail:From: missing; with Mail:Transport=Smtp write the address that alerts come from");
        }

        if (tls is MailTls.None && host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            throw new FormatException($"Mail:Tls: None would send addresses in the clear to '{host}'; only a server on this machine, localhost, may be spoken to so");
        }

        if (configuration["Mail:User"] is null != configuration["Mail:Password"] is null)
        {
            throw new FormatException("Mail:Password: a user needs a password and a password a user; write both or neither");
        }
    }

    private static int PortOf(string? value)
    {
        if (value is null)
        {
            return SubmissionPort;
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            throw new FormatException($"Mail:Port: '{value}' is no port; write a number such as {SubmissionPort}");
        }

        return port != ImplicitTlsPort
            ? port
            : throw new FormatException($"Mail:Port: {ImplicitTlsPort} wants TLS from the first byte, which the platform's client does not speak; write {SubmissionPort}, where it begins with STARTTLS");
    }

    private static string? AddressOf(IConfiguration configuration, string key) => configuration[key] switch
    {
        null => null,
        var value when MailAddress.TryCreate(value, out var address) && address.Address == value => value,
        var value => throw new FormatException($"{key}: '{value}' is no address; write one without a name, such as alerts@example.com"),
    };

    private static string? FolderOf(string? value) => value is null || Directory.Exists(value)
        ? value is null ? null : Path.GetFullPath(value)
        : throw new FormatException($"Mail:BounceFolder: {value} does not exist; name the folder that the mail server puts refusals into, such as a Maildir's 'new'");

    private static T Named<T>(IConfiguration configuration, string key, T otherwise)
        where T : struct, Enum => configuration[key] is not { } value
        ? otherwise
        : Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => string.Equals(v.ToString(), value, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"{key}: '{value}' is not known; write {string.Join(" or ", Enum.GetNames<T>())}");
}
