using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace IrenPortal.Identity.Accounts;

/// <summary>Sealed text that counts until an instant by the portal's clock.</summary>
internal static class TimedSeal
{
    private const char Mark = '|';

    /// <summary>Seals a text until an instant.</summary>
    public static string SealUntil(this IDataProtector protector, Instant ends, string text) =>
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{ends.ToUnixTimeMilliseconds()}{Mark}{text}"));

    /// <summary>The text; null where it is too old, or was not sealed here.</summary>
    public static string? OpenBefore(this IDataProtector protector, Instant now, string? sealedText)
    {
        try
        {
            return protector.Unprotect(sealedText ?? "").Split(Mark, 2) is [var ends, var text]
                && Instant.FromUnixTimeMilliseconds(long.Parse(ends, CultureInfo.InvariantCulture)) > now
                ? text
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
