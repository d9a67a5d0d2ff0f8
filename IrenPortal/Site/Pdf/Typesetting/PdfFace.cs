using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace IrenPortal.Site.Pdf.Typesetting;

/// <summary>One face: which characters it has, how wide they are and their outlines, read from its TrueType tables. Immutable.</summary>
internal sealed class PdfFace
{
    private const int Thousand = 1000;
    private readonly byte[] _data;
    private readonly Dictionary<string, (int Start, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ushort> _glyphs;
    private readonly ushort[] _advances;
    private readonly int _unitsPerEm;

    private PdfFace(string name, byte[] data)
    {
        (Name, _data) = (name, data);
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (i * 16);
            _tables.Add(Encoding.ASCII.GetString(data, entry, 4), (I32(entry + 8), I32(entry + 12)));
        }

        var (head, lines, metrics) = (_tables["head"].Start, _tables["hhea"].Start, _tables["hmtx"].Start);
        _unitsPerEm = U16(head + 18);
        GlyphCount = U16(_tables["maxp"].Start + 4);
        _advances = [.. Enumerable.Range(0, U16(lines + 34)).Select(i => U16(metrics + (i * 4)))];
        (Ascent, Descent) = (Scaled(lines + 4), Scaled(lines + 6));
        Box = string.Join(' ', Enumerable.Range(0, 4).Select(i => Scaled(head + 36 + (i * 2)).ToString(CultureInfo.InvariantCulture)));
        _glyphs = CharacterMap.Read(data, _tables["cmap"].Start);
    }

    /// <summary>The name of its file without the ending, such as <c>Archivo-SemiBold</c>.</summary>
    public string Name { get; }

    /// <summary>How many glyphs it has.</summary>
    public int GlyphCount { get; }

    /// <summary>The highest reach over the base line, in thousandths of the type's size, as the other measures.</summary>
    public int Ascent { get; }

    /// <summary>The lowest reach under the base line, below zero.</summary>
    public int Descent { get; }

    /// <summary>The box around all glyphs.</summary>
    public string Box { get; }

    /// <summary>Whether it is slanted.</summary>
    public bool IsItalic => Name.EndsWith("Italic", StringComparison.Ordinal);

    /// <summary>Whether all its characters have one width.</summary>
    public bool IsFixed => Name.Contains("Mono", StringComparison.Ordinal);

    /// <summary>Whether it is a strong one.</summary>
    public bool IsStrong => Name.Contains("SemiBold", StringComparison.Ordinal);

    /// <summary>Reads a face that is a resource of this assembly.</summary>
    public static PdfFace Load(string name)
    {
        using var stream = typeof(PdfFace).Assembly.GetManifestResourceStream($"pdf-fonts/{name}.ttf")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new PdfFace(name, data);
    }

    /// <summary>Whether it has a glyph for a code point.</summary>
    public bool Has(int codePoint) => _glyphs.ContainsKey(codePoint);

    /// <summary>The glyph of a code point; 0 where it has none.</summary>
    public ushort GlyphOf(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    /// <summary>A glyph's width in thousandths of the type's size.</summary>
    public int AdvanceOf(ushort glyph) => (int)Math.Round(_advances[Math.Min(glyph, _advances.Length - 1)] * (double)Thousand / _unitsPerEm);

    /// <summary>The width of a text at a size.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">In points.</param>
    /// <param name="track">Space added after each character, as a share of the size.</param>
    public double WidthOf(ReadOnlySpan<char> text, double size, double track = 0)
    {
        var thousandths = 0d;
        foreach (var rune in text.EnumerateRunes())
        {
            thousandths += AdvanceOf(GlyphOf(rune.Value)) + (track * Thousand);
        }

        return thousandths * size / Thousand;
    }

    /// <summary>A table's bytes.</summary>
    public ReadOnlySpan<byte> Table(string tag) => _data.AsSpan(_tables[tag].Start, _tables[tag].Length);

    /// <summary>A glyph's outline as the table of outlines has it; empty for a blank.</summary>
    public ReadOnlySpan<byte> OutlineOf(ushort glyph)
    {
        var (places, isLong) = (_tables["loca"].Start, U16(_tables["head"].Start + 50) == 1);
        var (from, to) = isLong ? (I32(places + (glyph * 4)), I32(places + (glyph * 4) + 4)) : (U16(places + (glyph * 2)) * 2, U16(places + (glyph * 2) + 2) * 2);
        return _data.AsSpan(_tables["glyf"].Start + from, to - from);
    }

    private int Scaled(int offset) => (short)U16(offset) * Thousand / _unitsPerEm;

    private ushort U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(offset));

    private int I32(int offset) => BinaryPrimitives.ReadInt32BigEndian(_data.AsSpan(offset));
}
