using System.Security.Cryptography;
using IrenPortal.Identity.Accounts;

namespace IrenPortal.Identity.Factors;

/// <summary>Recovery codes: ten at a time, each for one sign-in, hashed at rest.</summary>
internal static class SpareCodes
{
    public const int Count = 10;
    private const int Bytes = 10;

    /// <summary>New ones, in groups of four characters.</summary>
    public static IReadOnlyList<string> Create() =>
        [.. Enumerable.Range(0, Count).Select(_ => Base32.InFours(RandomNumberGenerator.GetBytes(Bytes), '-'))];

    /// <summary>The hash of a code as typed, without regard to case, hyphens and spaces.</summary>
    public static string Hash(string typed) =>
        OneTimeToken.Hash(string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant());
}
