using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace IrenPortal.Identity.Factors;

/// <summary>Codes of authenticator apps: RFC 6238 with SHA-1, six digits, half minutes.</summary>
public static class TimeCodes
{
    private const int StepSeconds = 30;
    private const int Drift = 1;

    /// <summary>A code as typed, without its spaces: apps show it in two groups.</summary>
    public static string Unspaced(string? typed) => string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The half minute of an instant, counted since 1970.</summary>
    public static long StepOf(Instant at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The six digits of a half minute.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as every authenticator app has it.")]
    public static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var code = (BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff) % 1_000_000;
        return code.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute whose code this is, at most one off and after <paramref name="newest"/>; null where there is none. Takes the same time for every code.</summary>
    public static long? Find(byte[] key, string code, Instant now, long newest)
    {
        long? found = null;
        for (var step = StepOf(now) - Drift; step <= StepOf(now) + Drift; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(code));
            found = same && step > newest ? step : found;
        }

        return found;
    }
}
