using System.Security.Cryptography;
using System.Text;

namespace IrenPortal.Site.Verify;

/// <summary>
/// The hashes that something may be on record by. A text's line ends change on the way through mails and editors, and nothing
/// else is forgiven: whoever changes a word or a blank has another text.
/// </summary>
/// <param name="Exact">Lower-case hexadecimal SHA-256 of the bytes.</param>
/// <param name="LineEnds">The same with LF line ends and one at the end, without a byte-order mark; null where that is the same or the bytes are no text.</param>
public sealed record Fingerprints(string Exact, string? LineEnds)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Of bytes that are all there.</summary>
    public static Fingerprints Of(ReadOnlySpan<byte> bytes)
    {
        var exact = Hash(bytes);
        try
        {
            var plain = Hash(Encoding.UTF8.GetBytes(Plain(Strict.GetString(bytes))));
            return new Fingerprints(exact, plain == exact ? null : plain);
        }
        catch (DecoderFallbackException)
        {
            return new Fingerprints(exact, null);
        }
    }

    private static string Plain(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
