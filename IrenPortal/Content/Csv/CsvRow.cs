using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content.Csv;

/// <summary>One row, its cells by the known names of their columns.</summary>
internal sealed partial class CsvRow(CsvTable table, int line, IReadOnlyDictionary<string, string> cells)
{
    private const int DateLength = 10;
    private const int MostDecimals = 10;
    private const long LastUnixSecond = 4_102_444_800;

    /// <summary>Notes a fault of a cell.</summary>
    public void Fault(string column, string message) => table.Fault(line, column, $"{column} {message}");

    /// <summary>Notes a fault of the whole row.</summary>
    public void Fault(string sentence) => table.Fault(line, null, sentence);

    /// <summary>The text of a cell; empty when the column is absent.</summary>
    public string Text(string column) => cells.GetValueOrDefault(column, "");

    /// <summary>Whether the file has this column.</summary>
    public bool Has(string column) => cells.ContainsKey(column);

    /// <summary>A date; null with a fault when it is none.</summary>
    public LocalDate? Date(string column, bool timeMayFollow = false)
    {
        var text = Text(column);
        var parsed = LocalDatePattern.Iso.Parse(timeMayFollow && text.Length > DateLength && text[DateLength] is 'T' or ' ' ? text[..DateLength] : text);
        if (parsed.Success && parsed.Value.Year is >= 1900 and <= 2100)
        {
            return parsed.Value;
        }

        Fault(column, $"is `{FieldReader.Shown(Text(column))}`: write a date that exists as year-month-day, such as 2025-11-03");
        return null;
    }

    /// <summary>The day in a zone of an instant counted from 1970; null with a fault when it is none.</summary>
    public LocalDate? UnixDate(string column, bool milliseconds, DateTimeZone zone)
    {
        var text = Text(column);
        if (CountPattern().IsMatch(text) && long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) / (milliseconds ? 1000 : 1) is < LastUnixSecond and var seconds)
        {
            return Instant.FromUnixTimeSeconds(seconds).InZone(zone).Date;
        }

        Fault(column, $"is `{FieldReader.Shown(text)}`: write {(milliseconds ? "milliseconds" : "seconds")} since 1970, before 2100");
        return null;
    }

    /// <summary>A number above zero; null when the cell is empty, or with a fault.</summary>
    public decimal? Price(string column, int? decimals = null, bool required = false)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            if (required)
            {
                Fault(column, "is empty: write a number, or leave the row out");
            }

            return null;
        }

        if ((decimals is null ? PricePattern() : LongNumberPattern()).IsMatch(text) && decimal.Round(Plain(text), decimals ?? MostDecimals) is > 0 and var price)
        {
            return price / 1.0000000000000000000000000000m;
        }

        Fault(column, $"is `{FieldReader.Shown(text)}`: write a number above zero with a point and no thousands separators, such as 67.75");
        return null;
    }

    /// <summary>A whole number from zero; null when the cell is empty, or with a fault.</summary>
    public long? Count(string column, bool rounded = false)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (CountPattern().IsMatch(text))
        {
            return long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        if (rounded && LongNumberPattern().IsMatch(text))
        {
            return (long)decimal.Round(Plain(text));
        }

        Fault(column, $"is `{FieldReader.Shown(text)}`: write a whole number without thousands separators, such as 28703300");
        return null;
    }

    /// <summary>A plain number from zero as the nearest double; null with a fault.</summary>
    /// <param name="column">The column.</param>
    /// <param name="instead">What to write where there is none.</param>
    public double? Number(string column, string instead)
    {
        var text = Text(column);
        if (NumberPattern().IsMatch(text))
        {
            return double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }

        Fault(column, $"is {(text.Length == 0 ? "empty" : $"`{FieldReader.Shown(text)}`")}: write {instead}");
        return null;
    }

    private static decimal Plain(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{1,12}(?:\.[0-9]{1,10})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PricePattern();

    [GeneratedRegex(@"^[0-9]{1,15}(?:\.[0-9]{1,20})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[0-9]{1,15}(?:\.[0-9]{1,30})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumberPattern();

    [GeneratedRegex(@"^[0-9]{1,18}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountPattern();
}
