using System.Buffers.Binary;

namespace IrenPortal.Content.Media;

/// <summary>JPEG: markers, each with a segment, and coded data after each start of scan (ITU-T T.81, annex B).</summary>
internal static class Jpeg
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Comment = 0xFE;
    private const byte Exif = 0xE1;

    /// <summary>The first three bytes.</summary>
    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    /// <summary>
    /// The image without comments and without application segments, except those that change what is shown (JFIF, colour
    /// profile, Adobe's colour transform); of Exif only the orientation stays. Nothing follows the end of the image.
    /// </summary>
    /// <exception cref="InvalidDataException">The segments don't add up.</exception>
    public static byte[] Strip(ReadOnlyMemory<byte> image)
    {
        var bytes = image.Span;
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..2]);
        for (var at = 2; ;)
        {
            if (bytes.Length - at < 2 || bytes[at] != 0xFF)
            {
                throw new InvalidDataException("the end of the image is missing");
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == EndOfImage)
            {
                kept.Write(bytes.Slice(at, 2));
                return kept.ToArray();
            }

            var length = bytes.Length - at < 4 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || length + 2 > bytes.Length - at)
            {
                throw new InvalidDataException("a segment is cut off");
            }

            var segment = bytes.Slice(at, length + 2);
            if (marker == Exif)
            {
                kept.Write(Orientation.Only(segment));
            }
            else if (Shown(marker, segment))
            {
                kept.Write(segment);
            }

            at += segment.Length;
            if (marker == StartOfScan)
            {
                var coded = Coded(bytes[at..]);
                kept.Write(bytes.Slice(at, coded));
                at += coded;
            }
        }
    }

    private static bool Shown(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xE0 => segment[4..].StartsWith("JFIF\0"u8),
        0xE2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        0xEE => segment[4..].StartsWith("Adobe"u8),
        Comment or (>= 0xE1 and <= 0xEF) => false,
        _ => true,
    };

    private static int Coded(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            // A zero or a restart after FF belongs to the data, anything else is the next marker.
            if (bytes[i] == 0xFF && bytes[i + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return i;
            }
        }

        throw new InvalidDataException("the end of the image is missing");
    }
}
