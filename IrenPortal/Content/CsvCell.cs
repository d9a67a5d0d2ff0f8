using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>Cells of CSV exports.</summary>
public static class CsvCell
{
    /// <summary>
    /// A text cell: quoted where it must be, and with an apostrophe in front where a spreadsheet would take it for a formula
    /// (it begins with = + - @, tab or a line end; OWASP, CSV injection).
    /// </summary>
    public static string Text(string? text)
    {
        var safe = text ?? "";
        if (safe.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(safe[0], StringComparison.Ordinal))
        {
            safe = $"'{safe}";
        }

        return safe.AsSpan().ContainsAny(",\"\r\n") || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>A number cell without exponent or trailing zeros; empty for null. A minus stays a minus.</summary>
    public static string Number(decimal? number) =>
        number is { } value ? (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>A number cell in the shortest form that reads back as the same double; empty for null.</summary>
    public static string Exact(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A cell that says <c>true</c> or <c>false</c>; empty for null.</summary>
    public static string Flag(bool? value) => value switch { true => "true", false => "false", null => "" };

    /// <summary>A date cell in ISO form; empty for null.</summary>
    public static string Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
