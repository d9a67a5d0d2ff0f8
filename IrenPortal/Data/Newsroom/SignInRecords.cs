using NodaTime;

namespace IrenPortal.Data.Newsroom;

/// <summary>One sign-in in one browser. The cookie holds its secret, the row the hash of it. Mutable: seen, and ended once.</summary>
public sealed class StaffSession
{
    public required Guid Id { get; init; }

    /// <summary>Lower-case hex SHA-256 of the secret in the cookie.</summary>
    public required string TokenHash { get; init; }

    public required string UserId { get; init; }

    public required Instant BeganAt { get; init; }

    /// <summary>The newest request of its person, to within a minute.</summary>
    public Instant LastSeenAt { get; set; }

    /// <summary>The browser in words, such as <c>Firefox on Linux</c>.</summary>
    public required string Browser { get; init; }

    /// <summary>The network address at the beginning.</summary>
    public required string Address { get; init; }

    /// <summary>When it was signed out, here or from another browser.</summary>
    public Instant? EndedAt { get; set; }
}

/// <summary>A code that stands in for a lost second factor, once. Mutable: used once.</summary>
public sealed class RecoveryCode
{
    public required Guid Id { get; init; }

    public required string UserId { get; init; }

    /// <summary>Lower-case hex SHA-256 of the code, which has 80 random bits.</summary>
    public required string Hash { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? UsedAt { get; set; }
}

/// <summary>When a passkey was used last; the passkey itself is Identity's. Mutable.</summary>
public sealed class PasskeyUse
{
    /// <summary>Lower-case hex SHA-256 of the credential's id.</summary>
    public required string CredentialHash { get; init; }

    public required string UserId { get; init; }

    public Instant UsedAt { get; set; }
}
