using System.Buffers.Text;
using System.Security.Cryptography;
using IrenPortal.Data;

namespace IrenPortal.Alerts;

/// <summary>What a link in a mail is for.</summary>
public enum AlertLink
{
    /// <summary>Confirms a subscription.</summary>
    Confirm = 1,

    /// <summary>Shows and changes what somebody gets, and what is kept of them.</summary>
    Preferences = 2,

    /// <summary>Ends a subscription by one post.</summary>
    Unsubscribe = 3,

    /// <summary>Names in a return address whom a refused mail was for.</summary>
    Bounce = 4,
}

/// <summary>
/// Names a subscriber in a link, so that nobody else can: id and HMAC-SHA256 (RFC 2104) under a key of the key directory. Nothing
/// of it is stored, and a link for one purpose opens no other.
/// </summary>
public sealed class AlertLinks
{
    private const string FileName = "alerts.key";
    private const int KeyBytes = 32;
    private const int IdBytes = 16;
    private const int ProofBytes = 16;

    // A return address has room for 64 characters, and mail servers fold its case.
    private const int ShortProofBytes = 6;
    private readonly byte[] _key;

    private AlertLinks(byte[] key) => _key = key;

    /// <summary>Opens the key, or makes it on first use.</summary>
    /// <exception cref="InvalidDataException">The file is there and is no key.</exception>
    public static AlertLinks Open(string keyDirectory)
    {
        var path = Path.Combine(keyDirectory, FileName);
        if (!File.Exists(path))
        {
            OwnerOnlyFile.Write(path, RandomNumberGenerator.GetBytes(KeyBytes));
        }

        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes
            ? new AlertLinks(key)
            : throw new InvalidDataException($"{path}: {key.Length} bytes where a key has {KeyBytes}; restore the file from your backup");
    }

    /// <summary>The path and query of a link.</summary>
    public string Href(AlertLink link, Guid subscriber) => $"{AlertAddresses.Of(link)}?t={Base64Url.EncodeToString(Sealed(link, subscriber, ProofBytes))}";

    /// <summary>Whom a link's token names; null where it is none of ours or for another purpose.</summary>
    public Guid? Read(AlertLink link, string? token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + ProofBytes];
        return token is { Length: (((IdBytes + ProofBytes) * 4) + 2) / 3 } && Base64Url.IsValid(token)
            && Base64Url.TryDecodeFromChars(token, bytes, out var length) && length == bytes.Length
            ? Checked(link, bytes, ProofBytes)
            : null;
    }

    /// <summary>The same for the local part of a return address: lower-case hexadecimal.</summary>
    public string BounceTag(Guid subscriber) => Convert.ToHexStringLower(Sealed(AlertLink.Bounce, subscriber, ShortProofBytes));

    /// <summary>Whom a return address names; null where it is none of ours.</summary>
    public Guid? ReadBounceTag(string tag) =>
        tag.Length == (IdBytes + ShortProofBytes) * 2 && tag.All(char.IsAsciiHexDigit) ? Checked(AlertLink.Bounce, Convert.FromHexString(tag), ShortProofBytes) : null;

    private Guid? Checked(AlertLink link, ReadOnlySpan<byte> given, int proofBytes)
    {
        var subscriber = new Guid(given[..IdBytes], bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(given, Sealed(link, subscriber, proofBytes)) ? subscriber : null;
    }

    private byte[] Sealed(AlertLink link, Guid subscriber, int proofBytes)
    {
        Span<byte> named = stackalloc byte[1 + IdBytes];
        named[0] = (byte)link;
        subscriber.TryWriteBytes(named[1..], bigEndian: true, out _);
        return [.. named[1..], .. HMACSHA256.HashData(_key, named).AsSpan(0, proofBytes)];
    }
}

/// <summary>The addresses of the alerts.</summary>
public static class AlertAddresses
{
    /// <summary>The form.</summary>
    public const string Home = "/alerts";

    /// <summary>Where the form leads: look into your mail.</summary>
    public const string Asked = "/alerts/asked";

    /// <summary>Where one post ends a subscription.</summary>
    public const string Unsubscribe = "/alerts/unsubscribe";

    /// <summary>Where a subscription is confirmed.</summary>
    public const string Confirm = "/alerts/confirm";

    /// <summary>What somebody gets.</summary>
    public const string Preferences = "/alerts/preferences";

    /// <summary>What is kept of somebody, as a file.</summary>
    public const string Export = "/alerts/data.json";

    /// <summary>The address that a link opens.</summary>
    public static string Of(AlertLink link) => link switch
    {
        AlertLink.Confirm => Confirm,
        AlertLink.Preferences => Preferences,
        AlertLink.Unsubscribe => Unsubscribe,
        _ => throw new ArgumentOutOfRangeException(nameof(link), link, "It is no page."),
    };
}
