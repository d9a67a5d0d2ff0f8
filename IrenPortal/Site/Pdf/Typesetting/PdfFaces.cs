using System.Globalization;
using System.Text;

namespace IrenPortal.Site.Pdf.Typesetting;

/// <summary>A part of a text that one face can show.</summary>
/// <param name="Text">What is drawn; a box for each character that no face has.</param>
/// <param name="Face">The face.</param>
internal readonly record struct FacePart(string Text, PdfFace Face);

/// <summary>
/// The faces of a PDF and the choice between them: the site's own, one that adds Greek and Cyrillic, and one for code.
/// Nothing here shapes or reorders, so scripts that need it are left to the page.
/// </summary>
internal static class PdfFaces
{
    /// <summary>Stands for a character that no face has.</summary>
    public const char Missing = '\u25A1';

    private static readonly Dictionary<string, PdfFace> All =
        new[] { "Archivo-Regular", "Archivo-SemiBold", "Archivo-Italic", "Archivo-SemiBoldItalic", "Inter-Regular", "Inter-SemiBold", "JetBrainsMono-Regular" }
            .ToDictionary(name => name, PdfFace.Load, StringComparer.Ordinal);

    private static readonly PdfFace[][] Choices = [.. Enumerable.Range(0, 8).Select(i => ChoicesOf((RunStyle)i))];

    /// <summary>Whether every character of a text can be shown.</summary>
    public static bool CanShow(string text) =>
        Elements(text).All(e => IsSilent(e) || Choices[0].Any(f => HasAll(f, e)));

    /// <summary>The text cut where the face changes.</summary>
    public static IEnumerable<FacePart> Parts(string text, RunStyle style)
    {
        var choices = Choices[(int)(style & (RunStyle.Strong | RunStyle.Emphasis | RunStyle.Code))];
        var (part, face) = (new StringBuilder(), choices[0]);
        foreach (var element in Elements(text))
        {
            if (IsSilent(element))
            {
                continue;
            }

            var chosen = Array.Find(choices, f => HasAll(f, element));
            if ((chosen ?? choices[0]) != face && part.Length > 0)
            {
                yield return new FacePart(part.ToString(), face);
                part.Clear();
            }

            face = chosen ?? choices[0];
            _ = chosen is null ? part.Append(Missing) : part.Append(element);
        }

        if (part.Length > 0)
        {
            yield return new FacePart(part.ToString(), face);
        }
    }

    private static PdfFace[] ChoicesOf(RunStyle style)
    {
        var (strong, emphasis) = (style.HasFlag(RunStyle.Strong), style.HasFlag(RunStyle.Emphasis));
        var own = All["Archivo-" + (strong, emphasis) switch { (true, true) => "SemiBoldItalic", (true, false) => "SemiBold", (false, true) => "Italic", _ => "Regular" }];
        var other = All[strong ? "Inter-SemiBold" : "Inter-Regular"];
        return style.HasFlag(RunStyle.Code) ? [All["JetBrainsMono-Regular"], own, other] : [own, other];
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            // Most texts are ASCII, for which the general way would be the larger part of the whole work.
            var length = text[at] < 0x80 && (at + 1 == text.Length || text[at + 1] < 0x80) ? 1 : StringInfo.GetNextTextElementLength(text.AsSpan(at));
            yield return length == 1 && text[at] is '\t' or '\u2007' or '\u2009' or '\u202F' ? "\u00A0" : length == 1 && text[at] == '\u2011' ? "-" : text.Substring(at, length);
            at += length;
        }
    }

    private static bool IsSilent(string element) => element.Length == 1 && CharUnicodeInfo.GetUnicodeCategory(element[0]) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static bool HasAll(PdfFace face, string element)
    {
        foreach (var rune in element.EnumerateRunes())
        {
            if (!face.Has(rune.Value))
            {
                return false;
            }
        }

        return true;
    }
}
