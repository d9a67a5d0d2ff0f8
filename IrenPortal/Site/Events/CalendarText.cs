using System.Text;

namespace IrenPortal.Site.Events;

/// <summary>Content lines of RFC 5545: folded at 75 octets, ended by CRLF, with texts escaped. Mutable.</summary>
public sealed class CalendarText
{
    private const int MostOctets = 75;
    private readonly StringBuilder _lines = new();

    /// <summary>A line whose value is written as it is: a date, a number, an address, a word of the standard.</summary>
    public CalendarText Line(string name, string value)
    {
        Fold($"{name}:{WithoutControls(value)}");
        return this;
    }

    /// <summary>A line whose value is text; left out where there is none.</summary>
    public CalendarText Text(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Line(name, Escaped(value.Trim()));
        }

        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _lines.ToString();

    /// <summary>A text value (RFC 5545, 3.3.11): backslash, semicolon, comma and line end are escaped.</summary>
    private static string Escaped(string text) => text
        .ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string WithoutControls(string value) => value.Any(char.IsControl) ? string.Concat(value.Where(c => !char.IsControl(c))) : value;

    // A character of several octets is never cut, since some programs decode each line by itself.
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _lines.Append("\r\n ");
                octets = 1;
            }

            _lines.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _lines.Append("\r\n");
    }
}
