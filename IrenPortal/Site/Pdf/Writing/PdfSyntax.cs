using System.Globalization;
using System.Text;

namespace IrenPortal.Site.Pdf.Writing;

/// <summary>How values are written in a PDF.</summary>
internal static class PdfSyntax
{
    /// <summary>A text in any script: UTF-16 in hexadecimal, so that nothing needs escaping.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>An address, ASCII alone.</summary>
    public static string Address(string address)
    {
        var written = new StringBuilder("(");
        foreach (var rune in address.EnumerateRunes())
        {
            _ = (rune.IsAscii ? (char)rune.Value : '\u007F') switch
            {
                '(' or ')' or '\\' => written.Append('\\').Append(rune),
                > ' ' and < '\u007F' => written.Append(rune),
                _ => written.Append(Uri.EscapeDataString(rune.ToString())),
            };
        }

        return written.Append(')').ToString();
    }

    /// <summary>A number with two decimals at most: a hundredth of a point can't be seen.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A reference to an object.</summary>
    public static string Ref(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
}
