using System.Buffers.Binary;

namespace IrenPortal.Site.Pdf.Typesetting;

/// <summary>Reads which glyph a TrueType file has for which character, from its map of format 4: nothing here lies beyond the basic plane.</summary>
internal static class CharacterMap
{
    /// <summary>Glyphs by code point.</summary>
    /// <exception cref="InvalidOperationException">The file has no such map.</exception>
    public static Dictionary<int, ushort> Read(byte[] data, int cmap)
    {
        var glyphs = new Dictionary<int, ushort>();
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var table = cmap + BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(cmap + 4 + (i * 8) + 4));
            if (U16(table) == 4)
            {
                Segments(table);
                return glyphs;
            }
        }

        throw new InvalidOperationException("A face has no character map of format 4.");

        void Segments(int table)
        {
            var count = U16(table + 6) / 2;
            var (ends, starts) = (table + 14, table + 16 + (count * 2));
            var (deltas, ranges) = (starts + (count * 2), starts + (count * 4));
            for (var s = 0; s < count; s++)
            {
                var (first, last, delta, range) = (U16(starts + (s * 2)), U16(ends + (s * 2)), U16(deltas + (s * 2)), U16(ranges + (s * 2)));
                for (int c = first; c <= last && c != 0xFFFF; c++)
                {
                    var glyph = range == 0 ? c : U16(ranges + (s * 2) + range + ((c - first) * 2));
                    if (glyph != 0 || range == 0)
                    {
                        glyphs[c] = (ushort)(glyph + delta);
                    }
                }
            }
        }

        ushort U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(offset));
    }
}
