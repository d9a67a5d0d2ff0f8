using System.Globalization;
using System.Text;

namespace IrenPortal.Data.Public.Search;

/// <summary>
/// A text as searches compare it: compatibility letters taken apart, accents gone, lower case, one sort of apostrophe and hyphen.
/// Each of its characters knows where in the text it came from.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<int> _origins;

    private FoldedText(string text, List<int> origins) => (Text, _origins) = (text, origins);

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            if (rune.IsAscii)
            {
                folded.Append(char.ToLowerInvariant((char)rune.Value));
                origins.Add(at);
            }
            else
            {
                var before = folded.Length;
                Append(folded, rune);
                origins.AddRange(Enumerable.Repeat(at, folded.Length - before));
            }

            at += length;
        }

        origins.Add(text.Length);
        return new FoldedText(folded.ToString(), origins);
    }

    /// <summary>Where in the text a place of the folded one is; its end is the text's end.</summary>
    public int Origin(int place) => _origins[place];

    // Upper case first: stored texts were put into it, and some letters don't come back from there as they went.
    private static void Append(StringBuilder folded, Rune rune)
    {
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var letter = Rune.ToLowerInvariant(Rune.ToUpperInvariant(part));
            switch (Rune.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                    break;
                default:
                    folded.Append(Spelled(letter));
                    break;
            }
        }
    }

    private static string Spelled(Rune letter) => letter.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        '\u2018' or '\u2019' => "'",
        '\u2010' or '\u2011' => "-",
        _ => letter.ToString(),
    };
}
