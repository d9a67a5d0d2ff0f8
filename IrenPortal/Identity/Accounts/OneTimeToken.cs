using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IrenPortal.Identity.Accounts;

/// <summary>Secrets of one-time links: 256 random bits; stores keep the hash alone.</summary>
internal static class OneTimeToken
{
    /// <summary>A new one, base64url.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Lower-case hex SHA-256, as stored.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
