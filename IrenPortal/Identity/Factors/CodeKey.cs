using System.Security.Cryptography;
using System.Text;

namespace IrenPortal.Identity.Factors;

/// <summary>The key that an authenticator app and the portal share: 160 random bits.</summary>
/// <param name="Bytes">The key itself.</param>
public sealed record CodeKey(byte[] Bytes)
{
    private const int Length = 20;

    /// <summary>A new one.</summary>
    public static CodeKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>As it is typed into an app: Base32 in groups of four.</summary>
    public string Text => Base32.InFours(Bytes, ' ');

    /// <summary>As it stands in the picture that apps scan.</summary>
    /// <param name="company">Who issues it.</param>
    /// <param name="email">Whose it is.</param>
    public string Address(string company, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(company)}:{Uri.EscapeDataString(email)}?secret={Base32.Write(Bytes)}&issuer={Uri.EscapeDataString(company)}";
}

/// <summary>Letters and digits that people can copy (RFC 4648, without padding).</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>In groups of four characters.</summary>
    public static string InFours(ReadOnlySpan<byte> bytes, char between) => string.Join(between, Write(bytes).Chunk(4).Select(group => new string(group)));

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int held = 0, bits = 0;
        foreach (var b in bytes)
        {
            (held, bits) = ((held << 8) | b, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(held >> (bits - 5)) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Alphabet[(held << (5 - bits)) & 31]).ToString() : text.ToString();
    }
}
