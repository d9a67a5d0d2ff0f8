using System.Buffers.Binary;

namespace IrenPortal.Content.Media;

/// <summary>PNG: a signature and chunks of length, name, data and checksum (W3C PNG, third edition, section 5).</summary>
internal static class Png
{
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP", "acTL", "fcTL", "fdAT",
    };

    /// <summary>The first eight bytes.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The image with only the chunks that change what is shown; nothing follows the end chunk.</summary>
    /// <exception cref="InvalidDataException">The chunks don't add up.</exception>
    public static byte[] Strip(ReadOnlyMemory<byte> image)
    {
        var bytes = image.Span;
        var kept = new MemoryStream(bytes.Length);
        kept.Write(Signature);
        for (var at = Signature.Length; ;)
        {
            if (bytes.Length - at < 12)
            {
                throw new InvalidDataException("the end chunk is missing");
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                throw new InvalidDataException("a chunk is cut off");
            }

            var name = System.Text.Encoding.ASCII.GetString(bytes.Slice(at + 4, 4));
            if ((at == Signature.Length) != (name == "IHDR"))
            {
                throw new InvalidDataException("the header chunk is not where it must be");
            }

            var whole = (int)length + 12;
            if (Shown.Contains(name))
            {
                kept.Write(bytes.Slice(at, whole));
            }

            if (name == "IEND")
            {
                return kept.ToArray();
            }

            at += whole;
        }
    }
}
