using System.Security.Cryptography;
using IrenPortal.Identity.Accounts;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace IrenPortal.Identity.Factors;

/// <summary>Seals what only this portal may read back, with the keys of cookies.</summary>
public sealed class SealedKeys(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly Duration OfferLife = Duration.FromMinutes(30);
    private readonly IDataProtector _stored = protection.CreateProtector("IrenPortal.Identity.CodeKey");
    private readonly IDataProtector _offered = protection.CreateProtector("IrenPortal.Identity.CodeKey.Offered");

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>A key as the store keeps it.</summary>
    public byte[] Seal(CodeKey key) => _stored.Protect(key.Bytes);

    /// <summary>A stored key.</summary>
    /// <exception cref="CryptographicException">The keys of cookies were lost: an administrator resets the factors.</exception>
    public CodeKey Open(byte[] sealedKey) => new(_stored.Unprotect(sealedKey));

    /// <summary>A key on its way through the enrolment form, for this person alone and for half an hour.</summary>
    public string Offer(CodeKey key, string userId) => _offered.SealUntil(Now + OfferLife, $"{userId}|{Convert.ToHexString(key.Bytes)}");

    /// <summary>The key of a form; null where it is not this person's or too old.</summary>
    public CodeKey? Accept(string? offer, string userId) =>
        _offered.OpenBefore(Now, offer)?.Split('|') is [var whose, var key] && whose == userId ? new CodeKey(Convert.FromHexString(key)) : null;
}
