using System.Globalization;
using System.Text;

namespace IrenPortal.Content.FrontMatter;

/// <summary>Which characters content may hold: nothing that a reader can't see but that changes what is shown.</summary>
internal static class TextRules
{
    /// <summary>What is wrong with one line of plain text; null when nothing is.</summary>
    public static string? Fault(string text)
    {
        foreach (var code in CodePoints(text))
        {
            if (code is '\n' or '\r')
            {
                return "holds a line break: write it on one line";
            }

            if (FaultOf(code) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Notes each line of a file that holds a character which content may not hold; lines end with LF.</summary>
    public static void Check(string text, IssueList issues)
    {
        var line = 1;
        var noted = 0;
        foreach (var code in CodePoints(text))
        {
            if (code == '\n')
            {
                line++;
            }
            else if (code != '\t' && line != noted && FaultOf(code) is { } fault)
            {
                issues.Add(line, null, $"the line {fault}");
                noted = line;
            }
        }
    }

    private static string? FaultOf(int codePoint)
    {
        if (codePoint < 0 || (codePoint & 0xFFFE) == 0xFFFE || codePoint is >= 0xFDD0 and <= 0xFDEF)
        {
            return "holds something that is no character: remove it";
        }

        var code = string.Create(CultureInfo.InvariantCulture, $"U+{codePoint:X4}");
        return codePoint switch
        {
            0x2028 or 0x2029 => $"holds the line separator {code}: write an ordinary line break or a blank instead",
            (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => $"holds the invisible direction control {code}: remove it",
            0xFEFF => $"holds the invisible byte-order mark {code}: remove it",
            _ when CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.Control => $"holds the control character {code}: remove it",
            _ => null,
        };
    }

    /// <summary>The code points of a text; a lone half of a surrogate pair comes as -1.</summary>
    private static IEnumerable<int> CodePoints(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var found = Rune.TryGetRuneAt(text, i, out var rune);
            yield return found ? rune.Value : -1;
            i += found ? rune.Utf16SequenceLength : 1;
        }
    }
}
