using System.Buffers.Binary;

namespace IrenPortal.Content.Media;

/// <summary>How a photo is turned, the one fact of Exif that changes what is shown (Exif 2.3, tag 0x0112).</summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;

    /// <summary>An Exif segment that holds the orientation of the given one and nothing else; empty when it is upright or holds none.</summary>
    public static byte[] Only(ReadOnlySpan<byte> segment) => Of(segment) is { } turned and > 1 and <= 8
        ?
        [
            0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
            (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0,
        ]
        : [];

    private static int? Of(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 18 || !segment[4..].StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = segment[10..];
        var little = tiff.StartsWith("II"u8);
        var directory = Number(tiff, 4, 4, little);
        var count = directory is { } start ? Number(tiff, start, 2, little) : null;
        for (var i = 0; i < count; i++)
        {
            var entry = directory!.Value + 2 + (i * 12);
            if (Number(tiff, entry, 2, little) == Tag)
            {
                return Number(tiff, entry + 8, 2, little);
            }
        }

        return null;
    }

    private static int? Number(ReadOnlySpan<byte> bytes, int at, int size, bool little)
    {
        if (at < 0 || at > bytes.Length - size)
        {
            return null;
        }

        var part = bytes.Slice(at, size);
        return size == 2
            ? little ? BinaryPrimitives.ReadUInt16LittleEndian(part) : BinaryPrimitives.ReadUInt16BigEndian(part)
            : little ? BinaryPrimitives.ReadInt32LittleEndian(part) : BinaryPrimitives.ReadInt32BigEndian(part);
    }
}
