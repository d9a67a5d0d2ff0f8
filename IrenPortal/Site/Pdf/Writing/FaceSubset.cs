using System.Buffers.Binary;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Writing;

/// <summary>
/// Cuts a TrueType file down to the outlines of some glyphs. Numbers stay as they are, so that nothing else changes; the outlines
/// of all other glyphs are empty.
/// </summary>
internal static class FaceSubset
{
    private const int ComponentHasWords = 1;
    private const int ComponentHasScale = 8;
    private const int MoreComponents = 32;
    private const int ComponentHasTwoScales = 64;
    private const int ComponentHasMatrix = 128;

    private static readonly string[] Kept = ["head", "hhea", "hmtx", "maxp"];

    /// <summary>The file with these glyphs and what they are composed of.</summary>
    public static byte[] Of(PdfFace face, IEnumerable<ushort> glyphs)
    {
        var wanted = new SortedSet<ushort>(glyphs) { 0 };
        foreach (var glyph in wanted.ToArray())
        {
            AddComponents(face, glyph, wanted);
        }

        var (outlines, places) = (new MemoryStream(), new byte[(face.GlyphCount + 1) * 4]);
        for (var glyph = 0; glyph < face.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(glyph * 4), (int)outlines.Length);
            if (wanted.Contains((ushort)glyph))
            {
                outlines.Write(face.OutlineOf((ushort)glyph));
                outlines.Write(new byte[(4 - (int)(outlines.Length % 4)) % 4]);
            }
        }

        BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(face.GlyphCount * 4), (int)outlines.Length);
        var tables = Kept.ToDictionary(tag => tag, tag => face.Table(tag).ToArray(), StringComparer.Ordinal);
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        tables["glyf"] = outlines.ToArray();
        tables["loca"] = places;
        return Assemble(tables);
    }

    private static void AddComponents(PdfFace face, ushort glyph, SortedSet<ushort> wanted)
    {
        var outline = face.OutlineOf(glyph);
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return;
        }

        for (var at = 10; ;)
        {
            var (flags, part) = (BinaryPrimitives.ReadUInt16BigEndian(outline[at..]), BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            if (wanted.Add(part))
            {
                AddComponents(face, part, wanted);
            }

            at += 4 + ((flags & ComponentHasWords) != 0 ? 4 : 2);
            at += (flags & ComponentHasScale) != 0 ? 2 : (flags & ComponentHasTwoScales) != 0 ? 4 : (flags & ComponentHasMatrix) != 0 ? 8 : 0;
            if ((flags & MoreComponents) == 0)
            {
                return;
            }
        }
    }

    private static byte[] Assemble(Dictionary<string, byte[]> tables)
    {
        using var file = new MemoryStream();
        var head = new byte[12 + (tables.Count * 16)];
        BinaryPrimitives.WriteInt32BigEndian(head, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(4), (short)tables.Count);

        // For a search by halves: the largest power of two within the number of tables.
        var (power, log) = (1, 0);
        while (power * 2 <= tables.Count)
        {
            (power, log) = (power * 2, log + 1);
        }

        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(6), (short)(power * 16));
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(8), (short)log);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(10), (short)((tables.Count - power) * 16));
        file.Write(head);
        var entry = 12;
        foreach (var (tag, data) in tables.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            System.Text.Encoding.ASCII.GetBytes(tag, head.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(entry + 4), Sum(data));
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(entry + 8), (int)file.Position);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(entry + 12), data.Length);
            file.Write(data);
            file.Write(new byte[(4 - (data.Length % 4)) % 4]);
            entry += 16;
        }

        file.Position = 0;
        file.Write(head);
        return file.ToArray();
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i < data.Length; i++)
        {
            sum += (uint)data[i] << (8 * (3 - (i % 4)));
        }

        return sum;
    }
}
