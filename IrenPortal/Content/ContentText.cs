using System.Globalization;
using System.Text;

namespace IrenPortal.Content;

/// <summary>Bytes to text, strictly.</summary>
public static class ContentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of UTF-8 bytes without a byte-order mark; null with an issue when they are too many or no UTF-8.</summary>
    /// <param name="path">The file as the caller names it.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="most">The cap in bytes.</param>
    /// <param name="issue">The fault, with the line of the first bad byte.</param>
    public static string? Decode(string path, ReadOnlySpan<byte> bytes, int most, out ContentIssue? issue)
    {
        issue = null;
        if (bytes.Length > most)
        {
            issue = new ContentIssue(path, 1, null, string.Create(CultureInfo.InvariantCulture, $"the file has {bytes.Length} bytes: cut it to {most} ({most / 1024} KB)"));
            return null;
        }

        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + bytes[..Math.Clamp(fault.Index, 0, bytes.Length)].Count((byte)'\n');
            issue = new ContentIssue(path, line, null, "the line holds bytes that are not UTF-8: save the file as UTF-8");
            return null;
        }
    }

    /// <summary>The bytes of a text as files are written: UTF-8 without a byte-order mark.</summary>
    public static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);
}
