using System.Text;
using System.Text.Unicode;

namespace IrenPortal.Content.Media;

/// <summary>Plain text in UTF-8.</summary>
internal static class PlainText
{
    /// <summary>True for UTF-8 without control characters other than tab and line ends, that no browser could take for markup.</summary>
    public static bool Matches(ReadOnlyMemory<byte> file) =>
        Utf8.IsValid(file.Span) && !LooksLikeMarkup(file) && !file.Span.ContainsAnyExceptInRange((byte)0x20, (byte)0xFF, except: "\t\r\n"u8) && !file.Span.Contains((byte)0x7F);

    /// <summary>True where the first visible character, in UTF-8 or UTF-16, begins a tag.</summary>
    public static bool LooksLikeMarkup(ReadOnlyMemory<byte> file)
    {
        var head = file.Span[..Math.Min(file.Length, 1024)];
        var text = Encoding.UTF8.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\uFEFF', '\uFFFD', ' ', '\t', '\r', '\n');
        return text.StartsWith('<');
    }

    private static bool ContainsAnyExceptInRange(this ReadOnlySpan<byte> bytes, byte low, byte high, ReadOnlySpan<byte> except)
    {
        foreach (var b in bytes)
        {
            if ((b < low || b > high) && !except.Contains(b))
            {
                return true;
            }
        }

        return false;
    }
}
