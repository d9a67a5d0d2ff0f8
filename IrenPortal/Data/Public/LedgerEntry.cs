using NodaTime;

namespace IrenPortal.Data.Public;

/// <summary>
/// One link of the public hash chain. Immutable. <see cref="Hash"/> is the SHA-256 of number, at, kind, subject, sha256
/// and previous joined by LF; <see cref="Signature"/> is ECDSA P-256 over it.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>1, 2, 3 … without gaps; the highest is the store version.</summary>
    public required long Number { get; init; }

    public required Instant At { get; init; }

    /// <summary>For example <c>announcement</c>, <c>prices</c>, <c>file</c> or <c>commit</c>.</summary>
    public required string Kind { get; init; }

    public required string Subject { get; init; }

    /// <summary>Lower-case hex SHA-256 of what was published.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }

    /// <summary>Base64 of the DER-encoded signature over the 32 bytes of <see cref="Hash"/>.</summary>
    public required string Signature { get; init; }
}

/// <summary>A command that the gate has carried out: the same key again does nothing. Immutable.</summary>
public sealed class CarriedOutCommand
{
    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    public required long FirstNumber { get; init; }

    public required long LastNumber { get; init; }

    public required Instant At { get; init; }
}

/// <summary>The public half of the key that signs ledger entries from a number on. Immutable.</summary>
public sealed class LedgerKey
{
    /// <summary>The first entry signed with it.</summary>
    public required long FromNumber { get; init; }

    /// <summary>SubjectPublicKeyInfo as PEM.</summary>
    public required string PublicKeyPem { get; init; }
}
