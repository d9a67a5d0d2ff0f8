using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IrenPortal.Data.Public;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Gate;

/// <summary>
/// The public hash chain, a pure formula: hash = SHA-256 of number, at, kind, subject, sha256, previous joined by LF in
/// UTF-8, as lower-case hex; the first previous is 64 zeros; the signature is ECDSA P-256 over the hash.
/// </summary>
public static class LedgerChain
{
    /// <summary>Kind of the entry that closes each command: its sha256 covers every column of every row of the command.</summary>
    public const string CommitKind = "commit";

    private static readonly InstantPattern At = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>What the first entry names as its previous.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>Lower-case hex SHA-256 of UTF-8 text.</summary>
    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>Lower-case hex SHA-256 of bytes.</summary>
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The instant as hashed and shown: whole milliseconds, UTC.</summary>
    public static string Format(Instant at) => At.Format(at);

    /// <summary>The hash of an entry with these fields.</summary>
    public static string Hash(long number, Instant at, string kind, string subject, string sha256, string previous) =>
        Sha256(string.Join('\n', number.ToString(CultureInfo.InvariantCulture), Format(at), kind, subject, sha256, previous));

    /// <summary>The entry that follows <paramref name="previous"/>, signed.</summary>
    public static LedgerEntry Next(LedgerEntry? previous, Instant at, string kind, string subject, string sha256, LedgerSigner signer)
    {
        var number = (previous?.Number ?? 0) + 1;
        var link = previous?.Hash ?? Genesis;
        var hash = Hash(number, at, kind, subject, sha256, link);
        return new LedgerEntry
        {
            Number = number,
            At = at,
            Kind = kind,
            Subject = subject,
            Sha256 = sha256,
            Previous = link,
            Hash = hash,
            Signature = signer.Sign(Convert.FromHexString(hash)),
        };
    }

    /// <summary>What is wrong with an entry, or null: its number, link, hash and signature.</summary>
    public static string? Fault(LedgerEntry entry, LedgerEntry? previous, ECDsa key)
    {
        if (entry.Number != (previous?.Number ?? 0) + 1)
        {
            return $"number {entry.Number} follows {previous?.Number ?? 0}";
        }

        if (entry.Previous != (previous?.Hash ?? Genesis))
        {
            return "previous is not the hash of the entry before";
        }

        if (entry.Hash != Hash(entry.Number, entry.At, entry.Kind, entry.Subject, entry.Sha256, entry.Previous))
        {
            return "hash does not follow from the fields";
        }

        return Signed(entry, key) ? null : "the signature does not fit the key";
    }

    private static bool Signed(LedgerEntry entry, ECDsa key)
    {
        try
        {
            return key.VerifyHash(Convert.FromHexString(entry.Hash), Convert.FromBase64String(entry.Signature), DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
