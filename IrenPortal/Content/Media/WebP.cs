using System.Buffers.Binary;

namespace IrenPortal.Content.Media;

/// <summary>WebP: a RIFF container of chunks (RFC 9649, section 2).</summary>
internal static class WebP
{
    private const byte MetadataFlags = 0x08 | 0x04;

    /// <summary>True for a WebP file.</summary>
    public static bool Matches(ReadOnlyMemory<byte> image) =>
        image.Length >= 12 && image.Span.StartsWith("RIFF"u8) && image.Span[8..].StartsWith("WEBP"u8);

    /// <summary>The image without its Exif and XMP chunks; nothing follows the container.</summary>
    /// <exception cref="InvalidDataException">The chunks don't add up.</exception>
    public static byte[] Strip(ReadOnlyMemory<byte> image)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(image.Span[4..]);
        if (size < 4 || size > image.Length - 8)
        {
            throw new InvalidDataException("the container is cut off");
        }

        var bytes = image.Span[..((int)size + 8)];
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..12]);
        for (var at = 12; at < bytes.Length;)
        {
            var length = bytes.Length - at < 8 ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > bytes.Length - at - 8)
            {
                throw new InvalidDataException("a chunk is cut off");
            }

            var whole = Math.Min((int)length + 8 + (int)(length & 1), bytes.Length - at);
            var chunk = bytes.Slice(at, whole).ToArray();
            at += whole;
            if (chunk.AsSpan().StartsWith("VP8X"u8) && length > 0)
            {
                chunk[8] &= unchecked((byte)~MetadataFlags);
            }

            if (!chunk.AsSpan().StartsWith("EXIF"u8) && !chunk.AsSpan().StartsWith("XMP "u8))
            {
                kept.Write(chunk);
            }
        }

        var result = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)result.Length - 8);
        return result;
    }
}
