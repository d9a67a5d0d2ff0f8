using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace IrenPortal.Data.Newsroom;

/// <summary>A member of staff. Mutable.</summary>
public sealed class PortalUser : IdentityUser
{
    /// <summary>The name that colleagues see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What to call them: the name, else the address.</summary>
    public string Called => DisplayName.Length > 0 ? DisplayName : Email ?? "";

    /// <summary>A disabled account can't sign in, and its open sessions end within ten seconds.</summary>
    public bool Disabled { get; set; }

    public Instant CreatedAt { get; set; }

    /// <summary>The key of the person's authenticator app, sealed with the keys of cookies; null where there is none.</summary>
    public byte[]? SealedCodeKey { get; set; }

    /// <summary>The half minute, counted since 1970, of the newest code that was taken; it and older ones are not taken again.</summary>
    public long LastCodeStep { get; set; }
}

/// <summary>A link that sets a password once. Only the token's hash is kept. Mutable: used or voided once.</summary>
public sealed class OneTimeLink
{
    public required Guid Id { get; init; }

    public required string UserId { get; init; }

    /// <summary>Lower-case hex SHA-256 of the token.</summary>
    public required string TokenHash { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant ExpiresAt { get; init; }

    /// <summary>When it was used, or voided by a newer one.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>True while the link can still be used.</summary>
    public bool IsOpen(Instant now) => EndedAt is null && now < ExpiresAt;

    /// <summary>Uses or voids the link.</summary>
    public void End(Instant now) => EndedAt ??= now;
}
