using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Writing;

/// <summary>The fonts of a document: which glyphs of each face it uses, and, at the end, those glyphs embedded. Mutable.</summary>
internal sealed class PdfFonts(PdfFile file)
{
    private readonly List<Used> _fonts = [];

    /// <summary>Every font by its name, as pages list them; written when all pages are.</summary>
    public string Resources => $"<<{string.Concat(_fonts.Select(f => $"/{f.Name} {PdfSyntax.Ref(f.Number)}"))}>>";

    /// <summary>A face's name among the fonts, and a text as the numbers of its glyphs.</summary>
    public (string Name, string Glyphs) Encode(PdfFace face, string text)
    {
        var font = _fonts.Find(f => f.Face == face);
        if (font is null)
        {
            _fonts.Add(font = new Used(face, string.Create(CultureInfo.InvariantCulture, $"F{_fonts.Count + 1}"), file.Reserve()));
        }

        var glyphs = new StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.GlyphOf(rune.Value);

            // The blank that doesn't break has the space's glyph: copied text has spaces.
            font.Glyphs.TryAdd(glyph, rune.Value == '\u00A0' ? ' ' : rune.Value);
            glyphs.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        return (font.Name, glyphs.ToString());
    }

    /// <summary>Embeds what was used.</summary>
    public void Write()
    {
        foreach (var font in _fonts)
        {
            var (face, used) = (font.Face, font.Glyphs);
            var name = $"{TagOf(used.Keys)}+{face.Name}";
            var data = FaceSubset.Of(face, used.Keys);
            var program = file.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {data.Length}"), data);
            var descriptor = file.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/FontDescriptor/FontName/{name}/Flags {FlagsOf(face)}/FontBBox[{face.Box}]/ItalicAngle {(face.IsItalic ? -12 : 0)}/Ascent {face.Ascent}/Descent {face.Descent}/CapHeight 690/StemV {(face.IsStrong ? 120 : 80)}/FontFile2 {program} 0 R>>"));
            var widths = string.Concat(used.Keys.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g}[{face.AdvanceOf(g)}]")));
            var descendant = file.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/DW 0/W[{widths}]>>"));
            var unicode = file.AddStream("", Encoding.Latin1.GetBytes(UnicodeMap(used)));
            file.Set(font.Number, string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"));
        }
    }

    // Symbolic, as the glyphs are chosen by number; of one width; slanted (ISO 32000-1, table 123).
    private static int FlagsOf(PdfFace face) => 4 + (face.IsFixed ? 1 : 0) + (face.IsItalic ? 64 : 0);

    // The six letters tell subsets of one face apart: the same glyphs have the same letters.
    private static string TagOf(IEnumerable<ushort> glyphs) =>
        string.Concat(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', glyphs))).Take(6).Select(b => (char)('A' + (b % 26))));

    private static string UnicodeMap(SortedDictionary<ushort, int> glyphs)
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        foreach (var chunk in glyphs.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (glyph, codePoint) in chunk)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }

    private sealed class Used(PdfFace face, string name, int number)
    {
        public PdfFace Face => face;

        public string Name => name;

        public int Number => number;

        public SortedDictionary<ushort, int> Glyphs { get; } = [];
    }
}
